/**
 * The walls of the house (docs/architecture.md): an import goes down a floor, never up,
 * and never sideways between stages or between edges.
 */
const stages = [
  'read',
  'profile',
  'geography',
  'affinity',
  'community',
  'workshop',
  'pairing',
  'programme',
  'explain',
];
// from the bottom up; stages are below them all, and the side door is as high as the front door
const floors = ['ground/', 'plan/', 'pipeline\\.ts$', 'use-cases/', '(index|planning)\\.ts$'];
const edges = ['api', 'cli', 'web'];
const bottom = '^engine/(engine-error\\.ts$|(model|numeric|random)/)';
// what may be asked of the engine: stages receive their slice of it
const options = '^engine/((options|resolve-options|version)\\.ts$|parameters/)';

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphan',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.cjs$', '^vitest', '^tests/', '^benchmarks/', '^data/build/'] },
      to: {},
    },
    {
      name: 'engine-is-pure',
      comment: 'the engine runs in a browser: no Node module, no framework, no edge, no file',
      severity: 'error',
      from: { path: '^engine/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-knows-no-edge',
      severity: 'error',
      from: { path: '^engine/' },
      to: { path: '^(exchange|api|cli|web|data|benchmarks|tests)/' },
    },
    {
      name: 'engine-libraries',
      comment: 'the only packages the engine rests on',
      severity: 'error',
      from: { path: '^engine/' },
      to: {
        path: 'node_modules/',
        pathNot:
          'node_modules/(zod|graphology|graphology-types|graphology-communities-louvain|ml-kmeans|@noble/hashes|@orama/stemmers)/',
      },
    },
    {
      name: 'bottom-rests-on-nothing',
      severity: 'error',
      from: { path: bottom },
      to: { path: '^engine/', pathNot: bottom },
    },
    {
      name: 'options-rest-on-the-bottom',
      comment: 'the command declares its flags from them alone, without loading the engine',
      severity: 'error',
      from: { path: options },
      to: { path: '^engine/', pathNot: [bottom, options] },
    },
    {
      name: 'methods-and-criteria-rest-on-the-bottom',
      severity: 'error',
      from: { path: '^engine/(methods|criteria)/' },
      to: { path: '^engine/', pathNot: [bottom, '^engine/(methods|criteria)/'] },
    },
    {
      name: 'methods-know-no-criterion',
      severity: 'error',
      from: { path: '^engine/methods/' },
      to: { path: '^engine/criteria/' },
    },
    ...stages.map((stage) => ({
      name: `stage-${stage}-stands-alone`,
      comment: 'stages meet in pipeline.ts only',
      severity: 'error',
      from: { path: `^engine/${stage}/` },
      to: {
        path: '^engine/',
        pathNot: [
          bottom,
          '^engine/(methods|criteria)/',
          `^engine/${stage}/`,
          '^engine/(options\\.ts$|parameters/)',
        ],
      },
    })),
    ...floors.slice(0, -1).map((floor, k) => ({
      name: `floor-${floor.replace(/\W.*/u, '')}-looks-down`,
      comment: 'what puts stages together: a floor knows those below it',
      severity: 'error',
      from: { path: `^engine/${floor}` },
      to: { path: `^engine/(${floors.slice(k + 1).join('|')})` },
    })),
    {
      name: 'front-door',
      comment:
        'everything outside the engine enters by engine/index.ts, or by the two parts of it that load less: engine/options.ts (what may be asked) and engine/planning.ts (what a plan needs)',
      severity: 'error',
      from: { path: '^(exchange|data|api|cli|web|benchmarks)/' },
      to: { path: '^engine/', pathNot: '^engine/(index|options|planning)\\.ts$' },
    },
    ...edges.map((edge) => ({
      name: `edge-${edge}-knows-no-other`,
      severity: 'error',
      from: { path: `^${edge}/` },
      to: {
        path: `^(${edges.filter((other) => other !== edge).join('|')})/`,
        pathNot: edge === 'cli' ? '^api/server\\.ts$' : '^$',
      },
    })),
    {
      name: 'exchange-knows-no-edge',
      severity: 'error',
      from: { path: '^(exchange|data)/' },
      to: { path: '^(api|cli|web)/' },
    },
    {
      name: 'no-dev-dependency-in-product',
      severity: 'error',
      from: { path: '^(engine|exchange|api|cli|web)/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'no-dumping-ground',
      severity: 'error',
      from: {},
      to: {
        path: '/(util|utils|helper|helpers|common|misc|types)(\\.ts|/)',
        pathNot: 'node_modules',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};

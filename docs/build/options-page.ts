import { type Parameter, parameters } from '../../engine/index.js';

/** The page docs/options.md, made from the table of parameters; `npm run docs` writes it. */
export function optionsPage(): string {
  const stages = Object.entries(parameters).map(([stage, named]) => {
    const rows = Object.entries(named as Record<string, Parameter>).map(([name, parameter]) =>
      row(stage, name, parameter),
    );
    return `## ${stageTitles[stage] ?? stage}\n\n| option | commande | valeurs | défaut | ce qu’elle fait |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `# Options

Page écrite par \`npm run docs\` à partir de \`engine/parameters/\` : ne la modifiez pas à la main.
En JSON et par le service web, une option s’écrit par étape : \`{"workshop": {"minSize": 8}}\`.

${stages.join('\n')}`;
}

const stageTitles: Readonly<Record<string, string>> = {
  general: 'Générales (`general`)',
  profile: 'Profils (`profile`)',
  geography: 'Géographie (`geography`)',
  affinity: 'Affinités (`affinity`)',
  community: 'Préoccupations communes (`community`)',
  workshop: 'Ateliers (`workshop`)',
  pairing: 'Jumelages (`pairing`)',
  programme: 'Programme (`programme`)',
  explain: 'Explications (`explain`)',
};

function row(stage: string, name: string, parameter: Parameter): string {
  const { default: given } = parameter;
  const stated = Array.isArray(given) ? given.join(', ') : given;
  const initial = stated === null || stated === '' ? initialWords[parameter.type] : `\`${stated}\``;
  return `| \`${stage}.${name}\` | ${flagOf(name, parameter)} | ${valuesOf(parameter)} | ${initial} | ${parameter.fr} |`;
}

const initialWords: Readonly<Record<Parameter['type'], string>> = {
  integer: 'automatique',
  number: 'automatique',
  choice: 'automatique',
  day: 'aucun',
  list: 'aucun',
  text: 'aucun',
};

function valuesOf({ type, min, max, unit, choices }: Parameter): string {
  if (choices) return choices.map((value) => `\`${value}\``).join(', ');
  if (type === 'day') return 'aaaa-mm-jj';
  if (type === 'list') return 'liste';
  if (type === 'text') return 'texte';
  return `${min} à ${max}${unit === 'km' ? ' km' : ''}`;
}

function flagOf(name: string, parameter: Parameter): string {
  if (parameter.flag !== undefined) return `\`--${parameter.flag}\``;
  return name === 'minSize' || name === 'maxSize' ? '`--size 6..10`' : '—';
}

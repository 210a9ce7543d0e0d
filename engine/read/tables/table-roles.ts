import { plainText } from '../cells/plain-text.js';
import { fieldOfHeader } from './column-fields.js';
import type { ColumnField, TableRole } from './column-headers.js';
import type { RawTable } from './raw-records.js';

/** Says what each table of an input is about: by its name, else by its headers; undefined: nothing known. */
export function rolesOfTables(tables: readonly RawTable[]): (TableRole | 'ignored' | undefined)[] {
  const named = tables.map(roleByName);
  const alone = named.every((role) => role === undefined || role === 'ignored') && named.includes(undefined);
  const roles = tables.map((table, k) => named[k] ?? roleByHeaders(table));
  const unnamed = named.flatMap((role, k) => (role === undefined ? [k] : []));
  // the one table of an input whose headers say nothing else is the list of territories, whatever its name
  const only = unnamed[0];
  if (alone && unnamed.length === 1 && only !== undefined) roles[only] ??= 'territories';
  return roles;
}

const roleNames: readonly (readonly [TableRole | 'ignored', readonly string[]])[] = [
  ['territories', ['territoire', 'territory', 'territorie', 'epci', 'perimetre']],
  [
    'problems',
    ['problematique', 'probleme', 'besoin', 'need', 'problem', 'experience', 'besoin experience', 'reponse'],
  ],
  ['seats', ['siege', 'seat', 'elu', 'titulaire', 'liste siege']],
  ['history', ['historique', 'history', 'passe']],
  ['rules', ['regle', 'rule', 'contrainte']],
  ['slots', ['creneau', 'creneaux', 'slot', 'time slot', 'calendrier', 'calendar']],
  ['assembly', ['assemblee', 'assembly', 'assemblie', 'information']],
  ['ignored', ['lisez moi', 'lisezmoi', 'readme', 'read me', 'notice', 'aide', 'mode emploi', 'instruction']],
];

const roleOfName = new Map(roleNames.flatMap(([role, names]) => names.map((name) => [name, role] as const)));

/** Numbers and articles around the name ("1. Les territoires") do not count. */
function roleByName(table: RawTable): TableRole | 'ignored' | undefined {
  const words = plainText(table.name)
    .split(' ')
    .filter(
      (word) =>
        !/^\d+$/.test(word) && !['le', 'la', 'les', 'des', 'de', 'd', 'et', 'the', 'and'].includes(word),
    )
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
  return roleOfName.get(words.join(' '));
}

function roleByHeaders(table: RawTable): TableRole | undefined {
  const has = (role: TableRole, ...fields: ColumnField[]) =>
    fields.some((field) => table.header.some((header) => fieldOfHeader(role, header) === field));
  if (has('seats', 'territory') && has('seats', 'holder', 'deputy', 'college')) return 'seats';
  if (has('rules', 'territories') && has('rules', 'level', 'workshop', 'askedBy')) return 'rules';
  if (has('rules', 'kind') && has('rules', 'attribute')) return 'rules';
  if (has('history', 'territories') && has('history', 'date')) return 'history';
  if (has('slots', 'date') && has('slots', 'start') && has('slots', 'end')) return 'slots';
  if (has('problems', 'territory') && has('problems', 'problem')) {
    const describesTerritories = has(
      'territories',
      'kind',
      'departments',
      'lat',
      'population',
      'members',
      'experiences',
    );
    if (has('problems', 'intensity') || (!describesTerritories && repeats(table))) return 'problems';
  }
  return has('territories', 'name', 'id') ? 'territories' : undefined;
}

/** A territory on several rows: one row a problem, not one row a territory. */
function repeats(table: RawTable): boolean {
  const column = table.header.findIndex((header) => fieldOfHeader('problems', header) === 'territory');
  const names = table.rows.flatMap(({ cells }) => {
    const cell = cells[column];
    return typeof cell === 'string' && cell.trim() !== '' ? [plainText(cell)] : [];
  });
  return new Set(names).size < names.length;
}

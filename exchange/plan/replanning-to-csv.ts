import type { Language, Plan, PlanMove, Replanning } from '../../engine/index.js';
import { saying } from '../locale/saying.js';
import { csvFileOf, csvText } from './tables/csv-file.js';
import { type TableCell, tableOf } from './tables/table.js';

/**
 * What an organiser needs of a replanning beside the new plan: who changes workshop and why, one row a
 * territory, those who join and leave included; and what each number of moves would give.
 *
 * @param from the plan before: it names the workshops that closed
 */
export function replanningToCsv(
  replanning: Replanning,
  from: Plan,
  language: Language,
): { name: string; content: string }[] {
  return [csvFileOf(movesTable(replanning, from, language), language), curveFile(replanning, language)];
}

interface Row {
  readonly territoryId: string;
  readonly name: string;
  readonly change: string;
  readonly from: string;
  readonly to: string;
  readonly why: readonly string[];
}

function movesTable(replanning: Replanning, from: Plan, language: Language) {
  const say = saying(language);
  const column = (header: string, width: number, value: (row: Row) => TableCell) => ({
    header,
    kind: 'text' as const,
    width,
    value,
  });
  return tableOf<Row>(
    {
      sheet: say('Qui change d’atelier', 'Who changes workshop'),
      file: say('qui-change-d-atelier.csv', 'who-changes-workshop.csv'),
    },
    [
      { header: say('Identifiant', 'Identifier'), kind: 'code', width: 12, value: (row) => row.territoryId },
      column(say('Territoire', 'Territory'), 30, (row) => row.name),
      column(say('Changement', 'Change'), 12, (row) => row.change),
      column(say('Atelier d’avant', 'Workshop before'), 30, (row) => row.from),
      column(say('Nouvel atelier', 'New workshop'), 30, (row) => row.to),
      column(say('Pourquoi', 'Why'), 60, (row) => row.why),
    ],
    rowsOf(replanning, from, language),
    () => null,
  );
}

function rowsOf({ plan, revision }: Replanning, from: Plan, language: Language): Row[] {
  const say = saying(language);
  const territories = new Map(plan.assembly.territories.map(({ id, name }) => [id, name]));
  const title = (id: string | null): string =>
    [plan, from].flatMap(({ workshops }) => workshops).find((workshop) => workshop.id === id)?.title[
      language
    ] ?? '';
  const named = (id: string, seatId?: string): Pick<Row, 'territoryId' | 'name'> => ({
    territoryId: seatId ?? id,
    name: territories.get(id) ?? id,
  });
  const why = ({ reasons }: Pick<PlanMove, 'reasons'>): string[] => reasons.map(({ text }) => text[language]);
  const placed = (unitId: string, workshopId: string | null) =>
    plan.placements.find(
      (placement) =>
        (placement.seatId ?? placement.territoryId) === unitId && placement.workshopId === workshopId,
    ) ??
    plan.unplaced
      .filter(({ territoryId }) => territoryId === unitId)
      .map(({ reason }) => ({ reasons: [reason] }))[0];
  return [
    ...revision.moves.map((move) => ({
      ...named(move.territoryId, move.seatId),
      change: changeOf(move, say),
      from: title(move.fromWorkshopId),
      to: title(move.toWorkshopId),
      why: why(move),
    })),
    ...revision.joined.map(({ territoryId, seatId, workshopId }) => ({
      ...named(territoryId, seatId),
      change: say('arrive', 'joins'),
      from: '',
      to: title(workshopId),
      why: why(placed(seatId ?? territoryId, workshopId) ?? { reasons: [] }),
    })),
    ...revision.left.map(({ territoryId, seatId, name, workshopId }) => ({
      territoryId: seatId ?? territoryId,
      name,
      change: say('part', 'leaves'),
      from: title(workshopId),
      to: '',
      why: [],
    })),
  ];
}

/** Where a territory may sit in several workshops, places are gained and lost one by one. */
function changeOf(
  { fromWorkshopId, toWorkshopId, forced }: PlanMove,
  say: ReturnType<typeof saying>,
): string {
  const made = (word: string): string => (forced ? `${word} ${say('(imposé)', '(forced)')}` : word);
  if (fromWorkshopId === null) return made(say('rejoint un atelier', 'joins a workshop'));
  if (toWorkshopId === null) return made(say('quitte un atelier', 'leaves a workshop'));
  return say('change d’atelier', 'changes workshop');
}

function curveFile({ curve, free }: Replanning, language: Language): { name: string; content: string } {
  const say = saying(language);
  const header = [
    say('Déplacements permis', 'Moves allowed'),
    say('Déplacements faits', 'Moves made'),
    say('Part du gain possible (%)', 'Share of the possible gain (%)'),
    say('Ressemblance moyenne (0 à 1)', 'Mean likeness (0 to 1)'),
    say('Au-delà de la distance', 'Beyond distance'),
    say('Éloignement moyen (km)', 'Mean distance (km)'),
    say('Valeur recherchée', 'Value sought'),
  ];
  const points = curve.map((point) => [point.moves, ...cells(point)]);
  const reference = free ? [[say('sans limite', 'no limit'), ...cells(free)]] : [];
  return {
    name: say('qualite-selon-deplacements.csv', 'quality-by-moves.csv'),
    content: csvText([header, ...points, ...reference], language),
  };
}

function cells({
  made,
  gain,
  coherence,
  decoupling,
  spreadKm,
  value,
}: Replanning['curve'][number]): number[] {
  return [made, gain * 100, coherence, decoupling, spreadKm, value];
}

import type { EpciRecord } from '../gazetteer-table.js';

/** Inhabitants live at this altitude on average: of the 40 EPCI of Occitanie above it, the mountain law knows 39 (ANCT). */
const mountainAltitudeM = 400;
/** More than half of the inhabitants live in communes under 2,000 inhabitants. */
const ruralPercent = 50;

/** INSEE codes of the communes of Occitanie that have a seashore (Mediterranean), from east to west, by département. */
const coastalCommunes: ReadonlySet<string> = new Set([
  // Gard: Le Grau-du-Roi
  '30133',
  // Hérault: La Grande-Motte, Mauguio, Palavas-les-Flots, Villeneuve-lès-Maguelone, Vic-la-Gardiole, Frontignan, Sète,
  // Marseillan, Agde, Vias, Portiragnes, Sérignan, Valras-Plage, Vendres
  ...['34344', '34154', '34192', '34337', '34333', '34108', '34301'],
  ...['34150', '34003', '34332', '34209', '34299', '34324', '34329'],
  // Aude: Fleury, Narbonne, Gruissan, Port-la-Nouvelle, La Palme, Leucate
  ...['11145', '11262', '11170', '11266', '11188', '11202'],
  // Pyrénées-Orientales: Le Barcarès, Torreilles, Sainte-Marie-la-Mer, Canet-en-Roussillon, Saint-Cyprien, Elne,
  // Argelès-sur-Mer, Collioure, Port-Vendres, Banyuls-sur-Mer, Cerbère
  ...['66017', '66212', '66182', '66037', '66171', '66065'],
  ...['66008', '66053', '66148', '66016', '66048'],
]);

/**
 * What the tables say of the setting of a perimeter: `montagne`, `littoral`, `rural`; nothing where they say nothing.
 *
 * The perimeter is given as the EPCI it covers, itself alone for an EPCI. It is mountain or rural by the mean of its
 * inhabitants, coastal if most of its EPCI have a seashore.
 */
export function traitsOf(epci: readonly EpciRecord[]): string[] {
  const traits: string[] = [];
  const altitudeM = meanOverInhabitants(epci, (record) => record.altitudeM);
  if (altitudeM !== null && altitudeM >= mountainAltitudeM) traits.push('montagne');
  if (epci.length > 0 && epci.filter(hasSeashore).length * 2 > epci.length) traits.push('littoral');
  const smallCommunes = meanOverInhabitants(epci, (record) => record.smallCommunesPercent);
  if (smallCommunes !== null && smallCommunes > ruralPercent) traits.push('rural');
  return traits;
}

function hasSeashore({ entry }: EpciRecord): boolean {
  return entry.members.some((code) => coastalCommunes.has(code));
}

function meanOverInhabitants(
  epci: readonly EpciRecord[],
  figureOf: (record: EpciRecord) => number | null,
): number | null {
  let inhabitants = 0;
  let total = 0;
  for (const record of epci) {
    const value = figureOf(record);
    if (value === null) continue;
    inhabitants += record.entry.population ?? 0;
    total += value * (record.entry.population ?? 0);
  }
  return inhabitants > 0 ? total / inhabitants : null;
}

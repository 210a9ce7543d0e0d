import type { Meeting, Rng, Territory } from '../../engine/index.js';

const workshops = [
  { date: '2025-06-17', label: 'Atelier d’exemple : revitaliser les centres-bourgs' },
  { date: '2025-11-04', label: 'Atelier d’exemple : partager la ressource en eau' },
  { date: '2026-03-12', label: 'Atelier d’exemple : accueillir de nouveaux habitants' },
] as const;
const workshopSize = 8;

/** Invents three past workshops of up to eight territories, each chaired by two of them, and one past pairing. */
export function inventHistory(territories: readonly Territory[], rng: Rng): Meeting[] {
  if (territories.length < 2) return [];
  const draws = rng.stream('history');
  const held = workshops.flatMap(({ date, label }): Meeting[] => {
    const territoryIds = pick(territories, workshopSize, draws);
    return [
      { kind: 'workshop', territoryIds: [...territoryIds].sort(), date, label },
      { kind: 'chairs', territoryIds: territoryIds.slice(0, 2).sort(), date, label },
    ];
  });
  const visit = pick(territories, 2, draws).sort();
  return [
    ...held,
    { kind: 'pairing', territoryIds: visit, date: '2026-04-21', label: 'Visite d’exemple : tiers-lieux' },
  ];
}

function pick(territories: readonly Territory[], count: number, draws: Rng): string[] {
  const left = territories.map((territory) => territory.id);
  const picked: string[] = [];
  while (picked.length < count && left.length > 0) {
    picked.push(...left.splice(draws.integer(left.length), 1));
  }
  return picked;
}

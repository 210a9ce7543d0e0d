import type { Person, Rng, Seat, Territory } from '../../engine/index.js';

const emptyShare = 0.06;
const deputyShare = 0.25;
const unspecifiedShare = 0.05;
const mandate = { from: '2022-01-01', to: '2027-12-31' };

/**
 * Two seats a territory, one for elected members and one for citizens, as near to parity as the draw of the
 * civilities allows; a few stand empty, as in life. Nobody is named.
 */
export function inventSeats(territories: readonly Territory[], rng: Rng): Seat[] {
  return territories.flatMap((territory) => {
    const draws = rng.stream(`seats ${territory.id}`);
    const womanFirst = draws.integer(2) === 0;
    return ['Élus', 'Citoyens'].map((college, place) => {
      const seat: Seat = {
        id: `${territory.id}-${place + 1}`,
        territoryId: territory.id,
        college,
        ...mandate,
      };
      const woman = womanFirst === (place === 0);
      if (draws.next() >= emptyShare) seat.holder = person(woman, draws);
      if (draws.next() < deputyShare) seat.deputy = person(!woman, draws);
      return seat;
    });
  });
}

function person(woman: boolean, draws: Rng): Person {
  if (draws.next() < unspecifiedShare) return { civility: 'unspecified' };
  return { civility: woman ? 'F' : 'M' };
}

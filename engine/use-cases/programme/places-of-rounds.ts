import type { Programme, ProgrammeWorkshop } from '../../model/programme.js';
import type { ProgrammeNotice } from '../../model/programme-notice.js';
import type { Territory } from '../../model/territory.js';
import type { Options } from '../../options.js';
import { chooseHost, type HostChoice } from '../../programme/choose-host.js';
import { carKgPerKm, passengerKgPerKm, roadDetour, videoKgPerHour } from '../../programme/travel-factors.js';

type Placed = Pick<ProgrammeWorkshop, 'format' | 'host' | 'avoided'>;

export interface PlacedRounds {
  /** by workshop, in the order given */
  readonly places: readonly Placed[];
  readonly travel: Programme['travel'];
  readonly notices: readonly ProgrammeNotice[];
}

/**
 * Where each workshop meets, and what travel that takes or saves. Any territory that can host may, a member or not.
 *
 * By video, what is avoided is the travel to the best-placed of those who can host; where nobody says that they can
 * or cannot, to the best-placed member: in person nobody hosts unasked.
 */
export function placesOfRounds(
  workshops: readonly { readonly territoryIds: readonly string[]; readonly sessions: number }[],
  territories: readonly Territory[],
  { meeting, duration }: Options['programme'],
): PlacedRounds {
  const byId = new Map(territories.map((territory) => [territory.id, territory]));
  const hosts = territories.filter(({ canHost }) => canHost === true);
  const told = territories.some(({ canHost }) => canHost !== undefined);
  const against = told || meeting === 'in-person' ? 'hosts' : 'members';
  const choices = workshops.map(({ territoryIds, sessions }) => {
    const members = territoryIds.flatMap((id) => byId.get(id) ?? []);
    return chooseHost({
      members,
      hosts: against === 'hosts' ? hosts : members,
      format: meeting,
      sessions,
      hours: duration / 60,
    });
  });
  const places = choices.map(placeOf);
  return {
    places,
    travel: {
      made: total(places.map(({ host }) => host)),
      avoided: total(places.map(({ avoided }) => avoided)),
      against,
      factors: {
        roadDetour,
        carKgPerKm: carKgPerKm.fuel,
        videoKgPerHour,
        regionalTrainKgPerKm: passengerKgPerKm.regionalTrain,
        coachKgPerKm: passengerKgPerKm.coach,
      },
    },
    notices: noticesOf(choices, against === 'hosts', notReady(workshops, places, byId)),
  };
}

function placeOf({ format, hostId, travels, avoided }: HostChoice): Placed {
  const best = travels[0];
  const { hostId: territoryId = '', roadKm = 0, kgCo2e = 0 } = best ?? {};
  return {
    format,
    host: hostId === null ? null : { territoryId, roadKm, kgCo2e },
    avoided: avoided && { territoryId, ...avoided },
  };
}

function total(list: readonly (Placed['host'] | Placed['avoided'])[]): {
  roadKm: number;
  kgCo2e: number;
} {
  const sum = (pick: 'roadKm' | 'kgCo2e'): number =>
    list.reduce((all, each) => all + (each ? each[pick] : 0), 0);
  return { roadKm: sum('roadKm'), kgCo2e: sum('kgCo2e') };
}

function notReady(
  workshops: readonly { readonly territoryIds: readonly string[] }[],
  places: readonly Placed[],
  byId: ReadonlyMap<string, Territory>,
): string[] {
  const met = workshops.flatMap(({ territoryIds }, w) => (places[w]?.format === 'video' ? territoryIds : []));
  return [...new Set(met)].filter((id) => byId.get(id)?.videoReady === false).sort();
}

/** What is true of every workshop is said once. */
function noticesOf(
  choices: readonly HostChoice[],
  hostsCount: boolean,
  unready: string[],
): ProgrammeNotice[] {
  const all = choices.flatMap(({ notices }) => notices);
  const nobody = all.find(({ code }) => code === 'nobody-can-host');
  const unknown = all.flatMap((notice) =>
    notice.code === 'position-unknown' ? notice.facts.territoryIds : [],
  );
  return [
    ...(nobody && hostsCount ? [nobody] : []),
    ...(unknown.length > 0
      ? [{ code: 'position-unknown' as const, facts: { territoryIds: [...new Set(unknown)].sort() } }]
      : []),
    ...(unready.length > 0 ? [{ code: 'video-not-ready' as const, facts: { territoryIds: unready } }] : []),
  ];
}

import { EngineError } from '../engine-error.js';
import { companionshipOf } from '../explain/measures/companionship.js';
import type { JudgedCompany } from '../explain/reasons/placement-reasons.js';
import { type Place, residualAffinity } from '../ground/concern-network.js';
import type { Assembly } from '../model/assembly.js';
import type { Options } from '../options.js';
import { buildProfiles } from '../profile/build-profiles.js';
import { resampledAnswers } from '../profile/random-answers.js';
import type { Rng } from '../random/rng.js';
import { composeWorkshops } from '../workshop/compose-workshops.js';
import type { ComposedWorkshop, EntryInput, WorkshopControl } from '../workshop/composed-workshops.js';
import { seatsInOffice } from '../workshop/seats-in-office.js';

/** one climb from the workshops as they are: a longer search changes the mean share by three hundredths, at ten times the cost */
const effort = 0;
/** a region is judged in two tenths of a second; a country would take longer than its plan */
const automatic = { resamplings: 20, upTo: 250 };

/** How often answers are drawn again when the options leave it open. */
export function automaticResamplings(order: number): number {
  return order <= automatic.upTo ? automatic.resamplings : 0;
}

/**
 * Draws the answers of an assembly again (one in five left out) and composes its workshops from them, as many times as
 * asked: who stays with whom. Each search starts from the workshops as they are, so that what changes is due to the
 * answers and not to the search.
 *
 * @param composed what the workshops were composed from, and the members of each: seats are judged where seats are placed
 */
export function judgePlacements(
  { territories, taxonomy }: Assembly,
  composed: { readonly from: EntryInput; readonly workshops: readonly ComposedWorkshop[] },
  place: Place & { readonly bandwidthKm: number },
  settings: Options,
  rng: Rng,
  control: {
    readonly resamplings: number;
    readonly shouldStop?: () => boolean;
    readonly onDrawn: (done: number) => void;
  },
): JudgedCompany {
  const { from, workshops } = composed;
  const units = workshops.map(membersOf);
  const seated = workshops.some(({ seats }) => seats !== undefined);
  const initial = startFrom(units, from, seated);
  const others: (readonly ComposedWorkshop[])[] = [];
  for (let draw = 0; draw < control.resamplings && !control.shouldStop?.(); draw++) {
    control.onDrawn(draw);
    const draws = rng.stream(`resampling ${draw}`);
    const profiles = buildProfiles(resampledAnswers(territories, draws), taxonomy, settings.profile);
    const { affinity } = residualAffinity(profiles.features, place, settings, place.bandwidthKm);
    const again = composedOrNone({ ...from, profiles, affinity }, settings, draws, {
      initial,
      initialWorkshops: workshops,
    });
    others.push(again);
  }
  const seatOf = (unit: number): string => from.seats[unit]?.territoryId ?? '';
  const indexOf = new Map(from.territoryIds.map((id, i) => [id, i]));
  return {
    ...companionshipOf(
      units,
      others.map((each) => each.map(membersOf)),
    ),
    ...countedPlaces(settings.workshop.entry, workshops, others),
    units,
    territoryOf: (unit) => (seated ? (indexOf.get(seatOf(unit)) ?? -1) : unit),
  };
}

/** The workshops that these answers give; none where they leave a referral with too few whom it concerns. */
function composedOrNone(
  from: EntryInput,
  { workshop }: Options,
  rng: Rng,
  start: Pick<WorkshopControl, 'initial' | 'initialWorkshops'>,
): readonly ComposedWorkshop[] {
  try {
    return composeWorkshops(from, { ...workshop, effort }, rng, start).workshops;
  } catch (error) {
    if (workshop.entry === 'referral' && error instanceof EngineError && error.code === 'infeasible')
      return [];
    throw error;
  }
}

/** Where being in it is the question: how often each member sits again in the workshop, or in one on the same problem. */
function countedPlaces(
  entry: Options['workshop']['entry'],
  workshops: readonly ComposedWorkshop[],
  others: readonly (readonly ComposedWorkshop[])[],
): Pick<JudgedCompany, 'counted'> & Partial<Pick<JudgedCompany, 'shares'>> {
  if (entry !== 'referral' && entry !== 'thematic') return {};
  const shares = workshops.map(({ territories, problem }) =>
    Float64Array.from(territories, (i) => {
      const sitsAgain = (each: ComposedWorkshop): boolean =>
        each.problem === problem && each.territories.includes(i);
      const times = others.filter((again) => again.some(sitsAgain)).length;
      return others.length > 0 ? times / others.length : 0;
    }),
  );
  return { counted: entry === 'referral' ? 'chosen' : 'seated', shares };
}

/** Seats where seats are placed, territories otherwise, by index. */
function membersOf({ territories, seats }: ComposedWorkshop): readonly number[] {
  return seats ?? territories;
}

/** The workshop of each unit as the search counts them: territories in their order, occupied seats in that of their ids. */
function startFrom(
  workshops: readonly (readonly number[])[],
  { territoryIds, seats, date }: EntryInput,
  seated: boolean,
): Int32Array {
  const home = new Map(workshops.flatMap((members, g) => members.map((unit) => [unit, g] as const)));
  const order = seated
    ? seatsInOffice(seats, territoryIds, date).occupied.map(({ seat }) => seat)
    : [...territoryIds.keys()];
  return Int32Array.from(order, (unit) => home.get(unit) ?? -1);
}

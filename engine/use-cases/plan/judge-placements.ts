import { type Companionship, companionshipOf } from '../../explain/measures/companionship.js';
import type { Assembly } from '../../model/assembly.js';
import type { Options } from '../../options.js';
import { buildProfiles } from '../../profile/build-profiles.js';
import type { Rng } from '../../random/rng.js';
import { composeWorkshops } from '../../workshop/compose-workshops.js';
import type { EntryInput } from '../../workshop/composed-workshops.js';
import { type Place, residualAffinity } from '../communities/concern-network.js';
import { resampledAnswers } from '../communities/random-answers.js';

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
 * @param composed what the workshops were composed from, and the members of each
 */
export function judgePlacements(
  { territories, taxonomy }: Assembly,
  composed: { readonly from: EntryInput; readonly workshops: readonly (readonly number[])[] },
  place: Place & { readonly bandwidthKm: number },
  settings: Options,
  rng: Rng,
  control: {
    readonly resamplings: number;
    readonly shouldStop?: () => boolean;
    readonly onDrawn: (done: number) => void;
  },
): Companionship {
  const { from, workshops } = composed;
  const initial = new Int32Array(territories.length).fill(-1);
  for (const [g, members] of workshops.entries()) for (const i of members) initial[i] = g;
  const others: number[][][] = [];
  for (let draw = 0; draw < control.resamplings && !control.shouldStop?.(); draw++) {
    control.onDrawn(draw);
    const draws = rng.stream(`resampling ${draw}`);
    const { features } = buildProfiles(resampledAnswers(territories, draws), taxonomy, settings.profile);
    const { affinity } = residualAffinity(features, place, settings, place.bandwidthKm);
    const again = composeWorkshops({ ...from, affinity }, { ...settings.workshop, effort }, draws, {
      initial,
    });
    others.push(again.workshops.map(({ territories: members }) => [...members]));
  }
  return companionshipOf(workshops, others);
}

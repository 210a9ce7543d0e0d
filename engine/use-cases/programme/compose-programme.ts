import { affinityMatrix } from '../../affinity/affinity-matrix.js';
import { residualProfiles } from '../../geography/residual-profiles.js';
import { entryInput } from '../../ground/entry-input.js';
import { sharedGround } from '../../ground/shared-ground.js';
import type { Assembly } from '../../model/assembly.js';
import { canonicalAssembly, digestOf } from '../../model/canonical-assembly.js';
import { dataDigest } from '../../model/canonical-json.js';
import type { Control, Stage } from '../../model/control.js';
import {
  type Programme,
  type ProgrammeRound,
  type ProgrammeWorkshop,
  programmeFormat,
} from '../../model/programme.js';
import type { ProgrammeNotice } from '../../model/programme-notice.js';
import { namelessSeatSchema } from '../../model/seat.js';
import type { Options, PartialOptions } from '../../options.js';
import { createRng } from '../../random/rng.js';
import { resolveOptions } from '../../resolve-options.js';
import { engineVersion } from '../../version.js';
import { type ComposedRounds, composeRounds } from '../../workshop/rounds/compose-rounds.js';
import { isInTerm } from '../../workshop/seats-in-office.js';
import { type ChairedRounds, chairsOfRounds } from './chairs-of-rounds.js';
import { type DatesOfRounds, datesOfRounds, offeredDates } from './dates-of-rounds.js';
import { describeRounds, type NamedRound } from './describe-rounds.js';
import { pilotsOfAssembly } from './pilots-of-assembly.js';
import { type PlacedRounds, placesOfRounds } from './places-of-rounds.js';
import { calendarOf } from './programme-calendar.js';
import { roundNotices } from './round-notices.js';
import { quotasOf } from './round-options.js';
import { type RoundUnits, roundUnits } from './round-units.js';
import { stateNotices } from './state-notices.js';

/**
 * A whole cycle at once: rounds of workshops in which few meet twice, who chairs them, where and when they meet, and the
 * pilot territories if any are asked for.
 *
 * The same assembly (in any order of its lists), options and seed give the same programme to the byte, unless
 * `shouldStop` cuts the search short. What cannot be done is done otherwise and said in `notices`.
 *
 * @throws EngineError for an assembly or an option that cannot be used, `entry-without-rounds`, and `infeasible` when no
 * grouping of a round keeps every hard rule
 */
export function composeProgramme(
  assembly: Assembly,
  options: PartialOptions = {},
  control: Control = {},
): Programme {
  const settings = resolveOptions(options);
  const input = canonicalAssembly(assembly);
  const rng = createRng(settings.general.seed);
  const enter = (stage: Stage, done = 0, total = 1) => control.onProgress?.({ stage, done, total });

  // before the long search: options that cannot be used are refused at once
  const offered = offeredDates(input.slots ?? [], settings);
  const quotas = quotasOf(settings.programme);

  enter('profile');
  const { positions, overlap, ground } = sharedGround(input, settings);
  enter('geography');
  const { decoupling, bandwidthKm } = settings.geography;
  const residual = residualProfiles(ground.profiles.features, positions, {
    strength: decoupling,
    bandwidthKm,
  });
  enter('affinity');
  const affinity = affinityMatrix(residual.features, overlap, settings.affinity);

  enter('workshop');
  const from = entryInput(input, { ground, overlap }, affinity, settings, null);
  const units = roundUnits(from, settings);
  const composed = composeRounds(units.rounds, settings, rng.stream('workshop'), {
    ...(control.shouldStop && { shouldStop: control.shouldStop }),
    onProgress: (done, total) => enter('workshop', done, total),
  });
  const named = describeRounds(input, ground, units, composed);

  enter('programme');
  const workshops = named.map((round) => round.workshops);
  const chaired =
    settings.programme.chairs === 'pairs'
      ? chairsOfRounds(
          workshops,
          input.seats.filter((seat) => isInTerm(seat, settings.general.date)),
          input.history,
          rng.stream('chairs'),
        )
      : undefined;
  const dated = datesOfRounds(workshops, offered, input, settings);
  const placed = placesOfRounds(
    workshops.flat().map(({ id, territoryIds }) => ({
      territoryIds,
      sessions: dated.sessions.get(id)?.length ?? 1,
    })),
    input.territories,
    settings.programme,
  );
  const pilots = pilotsOfAssembly(input.territories, ground.affinity, settings.programme, quotas);

  enter('explain');
  return assemble({ input, settings, units, composed, named, chaired, dated, placed, pilots });
}

interface Parts {
  readonly input: Assembly;
  readonly settings: Options;
  readonly units: RoundUnits;
  readonly composed: ComposedRounds;
  readonly named: readonly NamedRound[];
  /** undefined: not asked for; null: nobody sits anywhere */
  readonly chaired: ChairedRounds | null | undefined;
  readonly dated: DatesOfRounds;
  readonly placed: PlacedRounds;
  readonly pilots: ReturnType<typeof pilotsOfAssembly>;
}

function assemble(parts: Parts): Programme {
  const { input, settings, units, composed, chaired, dated, placed, pilots } = parts;
  const { seats, ...rest } = input;
  const assembly = { ...rest, seats: seats.map((seat) => namelessSeatSchema.parse(seat)) };
  const inputDigest = digestOf(assembly);
  const rounds = roundsOf(parts);
  const { seed } = settings.general;
  const { repeats, byRule, pairsMet, pairs, fewestPossible, coherence } = composed;
  const notices: ProgrammeNotice[] = [
    ...roundNotices(composed, units, settings),
    ...(chaired === null ? [{ code: 'chairs-without-seats' as const, facts: {} }] : []),
    ...(chaired?.notices ?? []),
    ...placed.notices,
    ...dated.notices,
    ...(pilots?.notices ?? []),
  ];
  const workshops = rounds.flatMap((round) => round.workshops);
  return {
    format: programmeFormat,
    engineVersion,
    inputDigest,
    seed,
    options: settings,
    assembly,
    entry: units.entry,
    rounds,
    meetings: {
      repeats,
      fewestPossible,
      byRule,
      pairsMet,
      pairs,
      coherence: {
        single: coherence.single,
        byRound: [...coherence.byRound],
        kept: coherence.kept,
      },
    },
    ...(chaired && { chairing: chaired.chairing }),
    slots: dated.slots.map((slot) => ({ ...slot })),
    ...(dated.slotsUsed.count > 0 && { slotsUsed: dated.slotsUsed }),
    travel: placed.travel,
    ...(pilots && { pilots: pilots.pilots }),
    notices: stateNotices(notices, input, workshops, [...(input.slots ?? []), ...dated.slots]),
    calendar: calendarOf(dataDigest({ inputDigest, seed, options: settings }), rounds, input.territories),
  };
}

function roundsOf({
  input,
  settings,
  units,
  composed,
  named,
  chaired,
  dated,
  placed,
}: Parts): ProgrammeRound[] {
  let place = 0;
  return named.map(({ workshops, ruleOutcomes }, r) => {
    const complete = workshops.map((workshop): ProgrammeWorkshop => {
      const chairs = chaired?.chairs.get(workshop.id);
      const { format = 'video', host = null, avoided = null } = placed.places[place++] ?? {};
      return {
        ...workshop,
        ...(chairs && { chairs }),
        format,
        cadence: settings.workshop.cadence,
        host,
        avoided,
        sessions: [...(dated.sessions.get(workshop.id) ?? [])],
      };
    });
    const days = complete.flatMap(({ sessions }) => sessions.flatMap(({ date }) => date ?? [])).sort();
    const [from, until] = [days[0], days.at(-1)];
    return {
      number: r + 1,
      workshops: complete,
      sittingOut: sittingOut(input, units, composed, r),
      ruleOutcomes: [...ruleOutcomes],
      ...(from !== undefined && until !== undefined && { from, until }),
    };
  });
}

function sittingOut(
  input: Assembly,
  { rounds, territoryOf, seatOf }: RoundUnits,
  { groupOf }: ComposedRounds,
  r: number,
): ProgrammeRound['sittingOut'] {
  const absent = new Set(rounds.absent.filter(([round]) => round === r).map(([, unit]) => unit));
  return [...(groupOf[r] ?? [])].flatMap((group, k) => {
    if (group !== -1) return [];
    const seatId = input.seats[seatOf[k] ?? -1]?.id;
    return [
      {
        territoryId: input.territories[territoryOf[k] ?? -1]?.id ?? '',
        ...(seatId !== undefined && { seatId }),
        why: absent.has(k) ? ('absent' as const) : ('turn' as const),
      },
    ];
  });
}

import { findConcerns } from '../../community/find-concerns.js';
import { concernReason } from '../../explain/reasons/concern-reasons.js';
import { concernNetwork } from '../../ground/concern-network.js';
import { sharedGround } from '../../ground/shared-ground.js';
import { comparePartitions } from '../../methods/graph/compare-partitions.js';
import type { Assembly } from '../../model/assembly.js';
import { canonicalAssembly, digestOf } from '../../model/canonical-assembly.js';
import { type Communities, communitiesFormat, robustnessLevel } from '../../model/communities.js';
import type { Progress } from '../../model/control.js';
import type { PartialOptions } from '../../options.js';
import {
  type ConcernResults,
  describeChoice,
  describeConcerns,
  membersOf,
  tiedConcerns,
} from '../../plan/describe-concerns.js';
import { createRng } from '../../random/rng.js';
import { planOptions, resolveOptions } from '../../resolve-options.js';
import { engineVersion } from '../../version.js';
import { judgeConcerns } from './judge-concerns.js';

/**
 * The concerns that territories share, without composing workshops: who is in each, what ties it, how solid it is when
 * answers vary, whether it is more than chance or geography, and how it was sought.
 *
 * The same concerns as those of `composePlan` for the same options and seed. A territory that shares nothing is
 * `apart`. An assembly without territories, or whose territories declared nothing, has no concern.
 * The same assembly (in any order of its lists), options and seed give the same bytes.
 *
 * @throws EngineError for an assembly or an option that cannot be used
 */
export function findCommunities(
  assembly: Assembly,
  options: PartialOptions = {},
  control: { readonly onProgress?: (progress: Progress) => void } = {},
): Communities {
  const settings = resolveOptions(options);
  const input = canonicalAssembly(assembly);
  const rng = createRng(settings.general.seed);
  const enter = (stage: Progress['stage'], done = 0, total = 1) =>
    control.onProgress?.({ stage, done, total });

  enter('profile');
  const { positions, overlap, ground } = sharedGround(input, settings);
  enter('affinity');
  const { graph, residual } = concernNetwork(ground.profiles.features, { positions, overlap }, settings);
  enter('community');
  const concerns = findConcerns(
    graph,
    ground.profiles,
    residual.features,
    settings.community,
    rng.stream('community'),
  );
  const results = { input, ground, concerns };
  const place = { positions, overlap, bandwidthKm: residual.bandwidthKm };
  const judged = judgeConcerns(results, graph, place, settings, rng.stream('judgement'), (done, total) =>
    enter('community', done, total),
  );

  enter('explain');
  const { seats: _, ...kept } = input;
  return {
    format: communitiesFormat,
    engineVersion,
    inputDigest: digestOf(kept),
    seed: settings.general.seed,
    options: planOptions(settings),
    assembly: kept,
    ...described(results, judged),
    choice: describeChoice(results),
    ...againstDepartments(results),
    significance: judged.significance,
    replicates: judged.replicates,
  };
}

function described(
  results: ConcernResults,
  judged: { readonly robustness: Float64Array; readonly p: Float64Array },
): Pick<Communities, 'concerns' | 'apart'> {
  const { input, concerns } = results;
  const shared = tiedConcerns(concerns);
  return {
    concerns: describeConcerns(results).map((concern, k) => {
      const c = shared[k] ?? -1;
      const robustness = judged.robustness[c] ?? 0;
      return { ...concern, robustness, level: robustnessLevel(robustness), p: judged.p[c] ?? 1 };
    }),
    apart: [...Array(concerns.count).keys()]
      .filter((c) => !shared.includes(c))
      .flatMap((c) => membersOf(input, concerns.membership, c)),
  };
}

/** below, an overlap is what unrelated partitions of so few territories may show; above, one explains much of the other */
const overlapLevels = { partly: 0.05, largely: 0.3 };

function againstDepartments({ input, concerns }: ConcernResults): Pick<Communities, 'departments'> {
  const codes = [...new Set(input.territories.flatMap(({ departments }) => departments.slice(0, 1)))];
  const located = input.territories.flatMap(({ departments: [code] }, i) =>
    code === undefined ? [] : [{ i, department: codes.indexOf(code) }],
  );
  if (located.length === 0 || tiedConcerns(concerns).length === 0) return {};
  const { nmi, ami, ari, vi } = comparePartitions(
    located.map(({ i }) => concerns.membership[i] ?? 0),
    located.map(({ department }) => department),
  );
  const { partly, largely } = overlapLevels;
  const level = ami < partly ? 'unrelated' : ami < largely ? 'partly' : 'largely';
  const facts = { departmentCount: codes.length, ami, nmi, level } as const;
  return {
    departments: {
      nmi,
      ami,
      ari,
      vi,
      reason: concernReason({ code: 'concerns-and-departments', facts }, input.taxonomy),
    },
  };
}

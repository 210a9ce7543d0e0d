import { comparePartitions } from '../methods/graph/compare-partitions.js';
import type { Partition } from '../methods/graph/partition.js';
import { PartitionTally } from '../methods/graph/partition-tally.js';
import { overRepresented, priorMembers } from '../methods/over-representation/over-representation.js';
import type { Matrix } from '../numeric/matrix.js';
import type { Rng } from '../random/rng.js';
import type { CommunityInput, CommunityMethodName } from './community-method.js';
import { communityMethods } from './community-methods.js';

/** A method with its resolution; 1 for k-means, which has none. */
export interface Candidate {
  readonly method: CommunityMethodName;
  readonly resolution: number;
}

/** What a candidate is worth on the data at hand. */
export interface JudgedCandidate extends Candidate {
  readonly tally: PartitionTally;
  /** the run of best quality, the first in a tie */
  readonly best: Partition;
  /** mean adjusted mutual information of that run with all, 0..1: 1 when every run says the same */
  readonly stability: number;
  /**
   * how much more common the three problems that characterise a concern are in it than in the assembly, 0..1,
   * shrunk for small concerns, mean over territories: what there is to name
   */
  readonly distinction: number;
  /** stability × distinction: what is both found again and worth naming */
  readonly worth: number;
}

/** enough to tell a sure partition from an unsure one; slower methods get fewer */
const runsOf: Readonly<Record<CommunityMethodName, number>> = { leiden: 12, louvain: 8, kmeans: 5 };
const namingProblems = 3;

/** Runs a candidate several times, each with draws of its own, and judges what comes out. */
export function judgeCandidate(
  candidate: Candidate,
  input: Omit<CommunityInput, 'resolution'>,
  needs: Matrix,
  rng: Rng,
): JudgedCandidate {
  const run = communityMethods[candidate.method]({ ...input, resolution: candidate.resolution });
  const tally = new PartitionTally(input.graph.order);
  let best: Partition | undefined;
  for (let made = 0; made < runsOf[candidate.method]; made++) {
    const partition = run(rng.stream(`run ${made}`));
    tally.add(partition.membership);
    if (!best || partition.quality > best.quality) best = partition;
  }
  const representative = best ?? { membership: new Uint32Array(0), count: 0, quality: 0 };
  const stability = agreementWith(representative, tally);
  const distinction = distinctionOf(representative, needs);
  return {
    ...candidate,
    tally,
    best: representative,
    stability,
    distinction,
    worth: stability * distinction,
  };
}

function agreementWith({ membership }: Partition, tally: PartitionTally): number {
  let sum = 0;
  for (let d = 0; d < tally.distinct; d++) {
    const agreed = comparePartitions(membership, tally.membership(d)).ami;
    sum += Math.max(0, agreed) * (tally.times[d] ?? 0);
  }
  return Math.min(1, sum / tally.runs);
}

function distinctionOf({ membership, count }: Partition, needs: Matrix): number {
  const sizes = new Uint32Array(count);
  for (const c of membership) sizes[c] = (sizes[c] ?? 0) + 1;
  const overall = sharesOfAll(needs);
  let sum = 0;
  for (const [c, problems] of overRepresented(needs, membership, count).entries()) {
    const size = sizes[c] ?? 0;
    for (const { problem, share } of problems.slice(0, namingProblems)) {
      const excess = (share - (overall[problem] ?? 0)) * (size / (size + priorMembers));
      sum += (size * excess) / namingProblems;
    }
  }
  return needs.rows > 0 ? sum / needs.rows : 0;
}

/** Share of the assembly that declares each problem. */
function sharesOfAll({ rows, columns, values }: Matrix): Float64Array {
  const shares = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    for (let p = 0; p < columns; p++) {
      if ((values[i * columns + p] ?? 0) > 0) shares[p] = (shares[p] ?? 0) + 1 / rows;
    }
  }
  return shares;
}

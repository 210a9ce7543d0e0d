import type { DutyProblem } from './duty-problem.js';
import { DutySheet } from './duty-sheet.js';

/**
 * Fills as many seats as can be, with as little of the higher levels as can be, then shares duties as evenly
 * as can be, past ones included: exact.
 *
 * The numbers of duties that people can hold together form a polymatroid, on which giving the next duty to
 * whoever it costs least is optimal for separable convex costs (Federgruen, Groenevelt 1986,
 * 10.1287/opre.34.6.909); whether one more can be given is an augmenting path. The same sharing has the lowest
 * most and the highest least (Frank, Murota 2022, 10.48550/arXiv.2007.09616). Ties: the lower person.
 */
export function shareDuties(problem: DutyProblem): DutySheet {
  const { people, past, level } = problem;
  const sheet = new DutySheet(problem);
  const open = new Uint8Array(people).fill(1);
  for (;;) {
    let next = -1;
    for (let p = 0; p < people; p++) {
      if (open[p] === 0) continue;
      const before = next === -1 ? 1 : level[next]! - level[p]!;
      if (before > 0 || (before === 0 && past[p]! + sheet.duties[p]! < past[next]! + sheet.duties[next]!)) {
        next = p;
      }
    }
    if (next === -1) return sheet;
    // who cannot have one more now never can: a polymatroid only closes
    if (!sheet.raise(next)) open[next] = 0;
  }
}

import { stateChange } from '../../explain/sentences/state-change.js';
import type { ChangeEffect } from '../../model/change-effect.js';
import type { Reason } from '../../model/reason.js';
import type { Members, MembershipBoard } from './membership-board.js';

/** Places beyond those a territory may have; places beside another on one problem; members with experience that lack. */
const membershipLimits = ['per-territory', 'twice-on-problem', 'experience'] as const;

/** What changes of the limits of the entry; those that must hold, and experience, which is wished for. */
export function limitEffects(board: MembershipBoard, before: Members, after: Members): ChangeEffect['rules'] {
  const [now, then] = [limitsOf(board, before), limitsOf(board, after)];
  return membershipLimits.flatMap((ruleId) =>
    now[ruleId] === then[ruleId]
      ? []
      : [
          {
            ruleId,
            level: ruleId === 'experience' ? ('soft' as const) : ('hard' as const),
            before: now[ruleId],
            after: then[ruleId],
          },
        ],
  );
}

function limitsOf(
  board: MembershipBoard,
  members: Members,
): Record<(typeof membershipLimits)[number], number> {
  const { perTerritory } = board.ground.settings.workshop;
  const homes = homesAmong(board, members);
  return {
    'per-territory': homes.reduce((sum, own) => sum + Math.max(0, own.length - perTerritory), 0),
    'twice-on-problem': homes.reduce((sum, own) => sum + twiceOn(board, own).length, 0),
    experience: board.worthOf(members).lacking,
  };
}

/** The same in sentences: who would sit in too many workshops, or twice on a problem, and who lacks. */
export function limitRemarks(board: MembershipBoard, before: Members, after: Members): Reason[] {
  const { ground, names } = board;
  const { perTerritory: most } = ground.settings.workshop;
  const was = homesAmong(board, before);
  const remarks = homesAmong(board, after).flatMap((own, i) => {
    const territoryId = ground.territoryIds[i] ?? '';
    if (own.length <= (was[i]?.length ?? 0)) return [];
    return [
      ...(own.length > most
        ? [stateChange('too-many-workshops', { territoryId, count: own.length, most }, names)]
        : []),
      ...twiceOn(board, own).map((problemId) =>
        stateChange('twice-on-problem', { territoryId, problemId }, names),
      ),
    ];
  });
  const facts = { before: board.worthOf(before).lacking, after: board.worthOf(after).lacking };
  return [
    ...remarks,
    ...(facts.before === facts.after ? [] : [stateChange('experience-by-change', facts, names)]),
  ];
}

function homesAmong({ ground }: MembershipBoard, members: Members): number[][] {
  const homes: number[][] = ground.territoryIds.map(() => []);
  for (const [g, each] of members.entries()) for (const i of each) homes[i]?.push(g);
  return homes;
}

/** The problems that two of these workshops were opened for, once for each workshop after the first. */
function twiceOn({ plan }: MembershipBoard, own: readonly number[]): string[] {
  const problems = own.flatMap((g) => plan.workshops[g]?.problemId ?? []);
  return problems.filter((problemId, k) => problems.indexOf(problemId) < k);
}

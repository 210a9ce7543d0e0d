import type { Reason } from '../../../engine/index.js';

/** The reason of a placement that names the other workshop it could have gone to. */
export function isAlternative({ code }: Reason): boolean {
  return code === 'next-best-workshop';
}

/** The reason of a pairing that says what one territory has to show the other. */
export function isShowing({ code }: Reason): boolean {
  return code === 'pair-shows-needs';
}

/** What the shell is told (docs/commande.md). */
export const exitCodes = { done: 0, badInput: 1, badUse: 2, noPlan: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

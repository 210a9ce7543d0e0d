/** What the entry by seat keeps of itself, beside the rules that an organiser gave. */
export const seatTerms = ['same-territory', 'parity', 'college'] as const;
export type SeatTerm = (typeof seatTerms)[number];

/** Rule ids, and the terms of the entry by seat among them, each once ("parity:F" is of parity). */
export function withoutSeatTerms(ids: readonly string[]): {
  readonly ruleIds: readonly string[];
  readonly terms: readonly SeatTerm[];
} {
  const termOf = (id: string): SeatTerm | undefined => seatTerms.find((term) => term === id.split(':')[0]);
  return {
    ruleIds: ids.filter((id) => termOf(id) === undefined),
    terms: [...new Set(ids.flatMap((id) => termOf(id) ?? []))],
  };
}

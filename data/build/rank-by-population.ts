/** The codes found among the members, most populous first, then by code. */
export function rankByPopulation<Member extends { readonly population: number }>(
  members: readonly Member[],
  codeOf: (member: Member) => string,
): string[] {
  const total = new Map<string, number>();
  for (const member of members) {
    const code = codeOf(member);
    total.set(code, (total.get(code) ?? 0) + member.population);
  }
  return [...total.entries()]
    .sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1))
    .map(([code]) => code);
}

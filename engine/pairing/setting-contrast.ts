/**
 * How different two settings are (mountain and coast, town and country): 1 − |A ∩ B| / |A ∪ B| over
 * their traits, in 0..1; 0 when one of them has no trait, for nothing is known then.
 */
export function settingContrast(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const trait of a) if (b.has(trait)) common++;
  return 1 - common / (a.size + b.size - common);
}

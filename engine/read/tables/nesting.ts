/**
 * Whether lists and objects are nested in a value more than `limit` deep; a text or a number is 0 deep, `[]` is 1.
 *
 * Walks with its own stack, deepest first: a value nested a million deep, or one that contains itself, is answered
 * without overflowing.
 */
export function isNestedDeeper(value: unknown, limit: number): boolean {
  const left: { value: unknown; depth: number }[] = [{ value, depth: 1 }];
  for (let next = left.pop(); next; next = left.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth > limit) return true;
    for (const inner of Object.values(next.value)) left.push({ value: inner, depth: next.depth + 1 });
  }
  return false;
}

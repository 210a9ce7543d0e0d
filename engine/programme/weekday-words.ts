const weekdays: readonly (readonly string[])[] = [
  ['lundi', 'monday'],
  ['mardi', 'tuesday'],
  ['mercredi', 'wednesday'],
  ['jeudi', 'thursday'],
  ['vendredi', 'friday'],
  ['samedi', 'saturday'],
  ['dimanche', 'sunday'],
];

/** The weekday, 0 for Monday, that a word names in French or English, plural or not; −1 for none. */
export function weekdayNamed(word: string): number {
  const plain = plainWords(word);
  return weekdays.findIndex((names) => names.some((name) => plain === name || plain === `${name}s`));
}

/** Small letters without accents. */
export function plainWords(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}

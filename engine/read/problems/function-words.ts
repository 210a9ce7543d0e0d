/**
 * Words that bind others and name nothing, in French and English, folded; left out of phrases and texts alike,
 * so that "station d’épuration" and "stations épuration" are one phrase.
 */
export const functionWords: ReadonlySet<string> = new Set([
  ...'a au aux c ce ces cette d dans de des dit dite du en est et eux il ils j l la le les leur leurs'.split(
    ' ',
  ),
  ...'m n ne notre nos on ou où par pour qu que qui s sa se ses si son sont sous sur t un une vers y'.split(
    ' ',
  ),
  ...'afin ainsi avec chez comme donc entre lors mais puis selon suite via'.split(' '),
  ...'an and by for from in into is of or the to with'.split(' '),
]);

/** Acronyms spelt like a word of French or English: upper case alone tells them apart. */
export const acronymsLikeWords: ReadonlySet<string> = new Set([
  'abc',
  'cep',
  'old',
  'ort',
  'pat',
  'plu',
  'sage',
  'ter',
]);

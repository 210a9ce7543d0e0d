import { describe, expect, test } from 'vitest';
import { detectDelimiter } from '../../../exchange/read/delimiter.js';

describe('the delimiter of a text table', () => {
  test.each([
    ['semicolons', 'id;nom\n1;Cahors', ';'],
    ['commas', 'id,nom\n1,Cahors', ','],
    ['tabs', 'id\tnom\n1\tCahors', '\t'],
    ['decimal commas in every row', 'nom;lat;lon\nAlbi;43,93;2,15\nMende;44,52;3,50', ';'],
    [
      'two decimal commas and ragged rows',
      'nom;lat;lon;x\nAlbi;43,93;2,15\nMende;44,52;3,50\nFoix;42,9;1,6',
      ';',
    ],
    [
      'a title with a comma',
      'Territoires, Occitanie\nid;nom;lat\n1;Albi;43,9\n2;Foix;42,9\n3;Mende;44,5',
      ';',
    ],
    ['lists with commas in tabs', 'id\ttraits\n1\ta,b,c\n2\tb,c', '\t'],
    ['semicolons inside cells of commas', 'id,besoins\n1,a;b\n2,c;d\n3,e;f', ','],
    ['delimiters inside quotes', 'id,nom\n1,"a;b;c"\n2,"d;e;f"', ','],
    ['line breaks inside quotes', 'id,nom,x\n1,"a;b\nc;d\ne;f",2\n2,g,3', ','],
    ['a header alone', 'id,nom,lat', ','],
    ['bars inside list cells', 'id;besoins\n1;a|b|c\n2;d|e|f', ';'],
    ['one column', 'nom\nAlbi\nMende', ';'],
    ['nothing', '', ';'],
  ])('is found with %s', (_, text, expected) => {
    expect(detectDelimiter(text)).toBe(expected);
  });
});

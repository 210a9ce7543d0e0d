import { expect, it } from 'vitest';
import { read, table } from './input-tables.js';

const header = ['id', 'nom', 'type', 'lat', 'lon', 'besoins'];

/** Row and column of every error. */
function errorsOf(...rows: string[][]) {
  const { findings } = read(table('Territoires', header, ...rows));
  return findings.filter(({ severity }) => severity === 'error').map(({ row, column }) => [row, column]);
}

it('a row left out for one cell still tells what is wrong in its other cells', () => {
  expect(
    errorsOf(['1', 'Un', 'CC', '43', '1', ''], ['2', 'Deux', 'CC', '430', '1', 'hab.vacance:3|zzz.rien']),
  ).toEqual([
    [3, 'lat'],
    [3, 'besoins'],
    [3, 'besoins'],
  ]);
});

it('a second row with the identifier of a row left out is told at once', () => {
  expect(
    errorsOf(
      ['1', 'Un', 'CC', 'abc', '1', ''],
      ['1', 'Deux', 'CC', '43', '1', 'zzz.rien'],
      ['3', 'Trois', 'CC', '43', '1', ''],
    ),
  ).toEqual([
    [2, 'lat'],
    [3, 'id'],
    [3, 'besoins'],
  ]);
});

it('what stands in a row left out reaches no territory', () => {
  const { assembly } = read(
    table(
      'Territoires',
      header,
      ['1', 'Un', 'CC', '43', '1', ''],
      ['1', 'Deux', 'CC', '43', '1', 'hab.vacance'],
    ),
  );
  expect(assembly.territories.map(({ id, needs }) => [id, needs])).toEqual([['1', []]]);
});

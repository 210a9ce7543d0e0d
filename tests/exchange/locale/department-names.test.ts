import { expect, test } from 'vitest';
import { departmentLabel, departmentName } from '../../../exchange/locale/department-names.js';

test('a département code becomes its name, whatever its length', () => {
  expect(departmentName('09')).toBe('Ariège');
  expect(departmentName('2A')).toBe('Corse-du-Sud');
  expect(departmentName('90')).toBe('Territoire de Belfort');
  expect(departmentLabel('974')).toBe('La Réunion (974)');
});

test('a code that is no département stays as it is', () => {
  expect(departmentLabel('99X')).toBe('99X');
});

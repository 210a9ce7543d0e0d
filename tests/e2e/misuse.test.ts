import { describe, expect, test } from 'vitest';
import { decroise } from './built-command.js';

describe('a command called otherwise than it can be', () => {
  test.each([
    [['pln'], 'Commande inconnue : pln', 'Peut-être : plan', 'decroise --help'],
    [['plan', 'x.csv', '--taile', '6..8'], 'Option inconnue : --taile', undefined, 'decroise plan --help'],
    [
      ['plan', 'x.csv', '--seed'],
      'Il manque la valeur de l’option --seed',
      undefined,
      'decroise plan --help',
    ],
    [
      ['sweep', 'x.csv', '--sed', '3'],
      'Option inconnue : --sed',
      'Peut-être : --seed',
      'decroise sweep --help',
    ],
    [['replan'], 'Il manque un argument : plan', undefined, 'decroise replan --help'],
    [['check', 'a.csv', 'b.csv'], 'Trop d’arguments.', undefined, 'decroise check --help'],
  ])(
    '%j is told what is wrong, what was probably meant and where its options are',
    (args, wrong, meant, help) => {
      const { status, stdout, stderr } = decroise(...args);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      const lines = stderr.trimEnd().split('\n');
      expect(lines[0]).toContain(wrong);
      expect(lines.at(-1)).toBe(`Pour voir ce qui est possible : ${help}`);
      expect(lines.slice(1, -1)).toEqual(meant ? [meant] : []);
    },
  );

  test('called with nothing, it shows what it can do and that is no mistake', () => {
    const { status, stdout, stderr } = decroise();
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain('Utilisation : decroise [options] [commande]');
    expect(stdout).toBe(decroise('--help').stdout);
  });
});

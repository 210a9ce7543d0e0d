import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const forbidden: readonly (readonly [string, RegExp])[] = [
  ['ambient randomness', /Math\.random|getRandomValues|randomUUID/u],
  ['a clock', /Date\.now|new Date\(\)|performance\.now|hrtime/u],
  ['timers', /setTimeout|setInterval|setImmediate/u],
  ['the process or the console', /\bprocess\.|\bconsole\./u],
  ['a Node module', /from 'node:|require\(/u],
  ['an order that depends on the locale', /localeCompare|Intl\.|toLocale/u],
];

describe('the engine', () => {
  const files = readdirSync('engine', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );

  it('has files to look at', () => {
    expect(files.length).toBeGreaterThan(40);
  });

  it.each(forbidden)('has no trace of %s', (_, trace) => {
    const found = files.filter((name) => trace.test(readFileSync(join('engine', name), 'utf8')));
    expect(found).toEqual([]);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examplePicture } from '../../docs/build/example-picture.js';

const pages = [
  'README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

describe('the pages', () => {
  it.each(pages)('%s: every link leads somewhere', (page) => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/gu)].map(
      ([, target]) => target!,
    );
    const broken = links.filter(
      (target) => !/^https?:/u.test(target) && !existsSync(join(dirname(page), target)),
    );
    expect(broken).toEqual([]);
  });

  it('show the picture that the example gives today (npm run docs writes it)', async () => {
    expect(readFileSync('docs/images/exemple.svg', 'utf8')).toBe(await examplePicture());
  });

  it('name only benchmark results that are committed', () => {
    for (const [, name] of readFileSync('README.md', 'utf8').matchAll(/`([\w-]+\.json)` \|/gu)) {
      expect(existsSync(join('benchmarks/results', name!)), name).toBe(true);
    }
  });
});

describe('the set-up of the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> })
    .scripts;

  it.each(['demo', 'check'])('takes one line for %s, that the package knows', (name) => {
    expect(readme).toContain(`\nnpm ci && npm run ${name}\n`);
    expect(scripts[name]).toBeDefined();
  });

  it('is what CI runs, word for word', () => {
    expect(readFileSync('.ci/run', 'utf8')).toContain('\nnpm ci && npm run check\n');
  });
});

import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { decroise, temporaryFolder } from './built-command.js';

it('the code of the README runs as it stands', () => {
  const folder = temporaryFolder();
  decroise('example', folder);
  const code = /```js\n([\s\S]*?)```/u.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
  // beside the built package, so that it finds it by its name
  const file = 'dist/readme-snippet.mjs';
  writeFileSync(file, code.replace('exemple/assemblee.json', join(folder, 'assemblee.json')));
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^0 \[/u);
  } finally {
    rmSync(file);
  }
});

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { examplePicture } from './example-picture.js';
import { optionsPage } from './options-page.js';

const root = dirname(createRequire(import.meta.url).resolve('decroise/package.json'));
writeFileSync(join(root, 'docs/options.md'), optionsPage());
writeFileSync(join(root, 'docs/images/exemple.svg'), await examplePicture());

import { mkdir, open, rename, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../engine/index.js';
import { explainWriteFailure } from './explain-write-failure.js';

export interface FileToWrite {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes files into a folder, made if needed: each under a temporary name first, all renamed once
 * they are all on the disk. On failure the temporary files go, the folder too if it was made for them,
 * and what stood there before is as it was. Returns the paths in the order of the files.
 *
 * @throws OutputError
 */
export async function writeTogether(
  directory: string,
  files: readonly FileToWrite[],
  language: Language,
): Promise<string[]> {
  const made = await explained(directory, language, () => mkdir(directory, { recursive: true }));
  const pending = files.map(({ name, content }) => ({
    content,
    path: join(directory, name),
    temporary: join(directory, `.${name}.${process.pid}.tmp`),
  }));
  try {
    for (const { path, temporary, content } of pending) {
      await explained(path, language, () => refuseFolder(path));
      await explained(path, language, () => writeDurably(temporary, content));
    }
    for (const { path, temporary } of pending) {
      await explained(path, language, () => rename(temporary, path));
    }
  } catch (cause) {
    await Promise.all(pending.map(({ temporary }) => rm(temporary, { force: true })));
    if (made !== undefined) await removeIfEmpty(directory);
    throw cause;
  }
  return pending.map(({ path }) => path);
}

async function explained<Result>(
  path: string,
  language: Language,
  act: () => Promise<Result>,
): Promise<Result> {
  try {
    return await act();
  } catch (cause) {
    throw explainWriteFailure(cause, path, language);
  }
}

/** Found before anything is renamed: a rename that fails half way would leave files of two plans. */
async function refuseFolder(path: string): Promise<void> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
  if (found?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
}

async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function removeIfEmpty(directory: string): Promise<void> {
  await rmdir(directory).catch((cause: NodeJS.ErrnoException) => {
    // someone put a file there meanwhile: it is theirs
    if (cause.code !== 'ENOTEMPTY' && cause.code !== 'ENOENT') throw cause;
  });
}

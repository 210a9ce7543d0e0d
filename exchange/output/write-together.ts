import { mkdir, open, rename, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../engine/index.js';
import { explainWriteFailure } from './explain-write-failure.js';

export interface FileToWrite {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes files into a folder, made if needed: each under a temporary name first, all put in place once
 * they are all on the disk. On failure, even while putting them in place, what stood there before is
 * there again, and the folder goes if it was made for them. Returns the paths in the order of the files.
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
    temporary: join(directory, `.${name}.${process.pid}.new`),
    former: join(directory, `.${name}.${process.pid}.old`),
  }));
  try {
    // side by side, for the disk makes each wait; all are over, well or not, before anything is undone
    const written = await Promise.allSettled(
      pending.map(async ({ path, temporary, content }) => {
        await explained(path, language, () => refuseFolder(path));
        await explained(path, language, () => writeDurably(temporary, content));
      }),
    );
    for (const outcome of written) if (outcome.status === 'rejected') throw outcome.reason;
    await replaceTogether(pending, language);
  } catch (cause) {
    await Promise.all(pending.map(({ temporary }) => rm(temporary, { force: true })));
    if (made !== undefined) await removeIfEmpty(directory);
    throw cause;
  }
  await Promise.all(pending.map(({ former }) => rm(former, { force: true })));
  return pending.map(({ path }) => path);
}

/**
 * The same for an answer in the formats asked for, each with its files; a format asked twice is written once.
 *
 * @throws OutputError
 */
export async function writeFormats<Format>(
  formats: readonly Format[],
  filesOf: (format: Format) => Promise<readonly FileToWrite[]>,
  { directory, language }: { readonly directory: string; readonly language: Language },
): Promise<string[]> {
  return await writeTogether(directory, await filesInFormats(formats, filesOf), language);
}

/** The files of each format asked for, in the order of the formats, not yet written; one asked twice counts once. */
export async function filesInFormats<Format>(
  formats: readonly Format[],
  filesOf: (format: Format) => Promise<readonly FileToWrite[]>,
): Promise<FileToWrite[]> {
  const files: FileToWrite[] = [];
  for (const format of new Set(formats)) files.push(...(await filesOf(format)));
  return files;
}

interface Pending {
  readonly path: string;
  readonly temporary: string;
  readonly former: string;
}

/** Sets each former file aside, puts the new one in its place; one refusal (open in Excel) undoes all. */
async function replaceTogether(pending: readonly Pending[], language: Language): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const { path, temporary, former } of pending) {
      await explained(path, language, async () => {
        if (await isThere(path)) {
          await rename(path, former);
          undo.unshift(() => rename(former, path));
        }
        await rename(temporary, path);
        undo.unshift(() => rename(path, temporary));
      });
    }
  } catch (cause) {
    for (const step of undo) await step();
    throw cause;
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await found(path)) !== null;
}

async function found(path: string) {
  return await stat(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
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

/** Seen before anything is written: a folder cannot be replaced by a file. */
async function refuseFolder(path: string): Promise<void> {
  const present = await found(path);
  if (present?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
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

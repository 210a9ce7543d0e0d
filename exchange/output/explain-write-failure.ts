import type { Language } from '../../engine/index.js';
import { saying } from '../locale/saying.js';
import { OutputError } from './output-error.js';

/** Turns a failure of the file system into words an organiser can act on; an `OutputError` passes as it is. */
export function explainWriteFailure(cause: unknown, path: string, language: Language): OutputError {
  if (cause instanceof OutputError) return cause;
  const say = saying(language);
  const failure = (code: OutputError['code'], message: string, advice: string) =>
    new OutputError(code, path, message, advice, cause);
  switch ((cause as NodeJS.ErrnoException | null)?.code) {
    case 'EACCES':
    case 'EPERM':
      return failure(
        'no-permission',
        say(`Pas le droit d’écrire dans « ${path} ».`, `Not allowed to write in "${path}".`),
        say(
          'Choisissez un autre dossier ; si le fichier est ouvert dans Excel, fermez-le.',
          'Choose another folder; if the file is open in Excel, close it.',
        ),
      );
    case 'EBUSY':
      return failure(
        'no-permission',
        say(`« ${path} » est utilisé par un autre programme.`, `"${path}" is in use by another program.`),
        say(
          'Fermez-le (dans Excel par exemple), puis recommencez.',
          'Close it (in Excel for instance), then try again.',
        ),
      );
    case 'EEXIST':
    case 'ENOTDIR':
      return failure(
        'not-a-folder',
        say(`« ${path} » est un fichier, pas un dossier.`, `"${path}" is a file, not a folder.`),
        say(
          'Donnez le nom d’un dossier, existant ou à créer.',
          'Give the name of a folder, there or to be made.',
        ),
      );
    case 'EISDIR':
      return failure(
        'is-a-folder',
        say(
          `« ${path} » est un dossier, là où il faut un fichier.`,
          `"${path}" is a folder where a file must go.`,
        ),
        say('Renommez ce dossier ou choisissez-en un autre.', 'Rename that folder or choose another.'),
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return failure(
        'disk-full',
        say(`Plus de place sur le disque pour « ${path} ».`, `No room left on the disk for "${path}".`),
        say('Libérez de la place ou choisissez un autre disque.', 'Make room or choose another disk.'),
      );
    case 'EROFS':
      return failure(
        'read-only',
        say(`« ${path} » est sur un disque en lecture seule.`, `"${path}" is on a read-only disk.`),
        say('Choisissez un dossier où l’on peut écrire.', 'Choose a folder that can be written to.'),
      );
    default:
      return failure(
        'failed',
        say(
          `Impossible d’écrire « ${path} » : ${messageOf(cause)}.`,
          `Could not write "${path}": ${messageOf(cause)}.`,
        ),
        say('Choisissez un autre dossier, puis recommencez.', 'Choose another folder, then try again.'),
      );
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

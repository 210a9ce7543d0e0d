import type { Language, Sweep } from '../../engine/index.js';
import { saying } from '../locale/saying.js';
import { settingText } from './sweep-labels.js';

/** What an assembly can decide with a sweep, in one plain sentence. */
export function decisionSentence({ points, knee, reading }: Sweep, language: Language): string {
  const say = saying(language);
  if (reading.some(({ code }) => code === 'dial-flat')) {
    return say(
      'À l’assemblée de choisir : vers la gauche, des ateliers de voisins ; vers le haut, des ateliers qui partagent les mêmes problèmes. Le réglage du décroisement compte peu ici : le réglage habituel convient.',
      'It is for the assembly to choose: to the left, workshops of neighbours; upwards, workshops that share the same problems. The setting of the décroisement matters little here: the usual one will do.',
    );
  }
  const point = knee === null ? undefined : points[knee];
  if (!point) {
    return say(
      'À l’assemblée de choisir : vers la gauche, des ateliers de voisins ; vers le haut, des ateliers qui partagent les mêmes problèmes ; vers la droite, des rencontres plus lointaines. Le réglage choisi s’écrit --decoupling.',
      'It is for the assembly to choose: to the left, workshops of neighbours; upwards, workshops that share the same problems; to the right, meetings from farther away. The setting chosen is written --decoupling.',
    );
  }
  const setting = settingText(point.decoupling, language);
  return say(
    `À l’assemblée de choisir : en dessous de ${setting}, priorité à la ressemblance ; au-dessus, priorité à la rencontre de territoires plus lointains ; ${setting} tient les deux. Le réglage choisi s’écrit --decoupling ${point.decoupling}.`,
    `It is for the assembly to choose: below ${setting}, likeness first; above it, meeting territories from farther away first; ${setting} holds both. The setting chosen is written --decoupling ${point.decoupling}.`,
  );
}

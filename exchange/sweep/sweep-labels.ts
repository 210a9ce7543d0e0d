import type { Language, SweepPoint } from '../../engine/index.js';
import { timesChance } from '../locale/measures-reading.js';
import { saying } from '../locale/saying.js';

/** A setting of the dials as a reader writes it: "0,4", without decimals that say nothing. */
export function settingText(value: number, language: Language): string {
  const text = String(Math.round(value * 1000) / 1000);
  return language === 'fr' ? text.replace('.', ',') : text;
}

/** What a point of a sweep is: a setting of the dials, or nearness favoured for comparison. */
export function kindText({ kind }: SweepPoint, language: Language): string {
  const say = saying(language);
  return kind === 'dial'
    ? say('réglage du curseur', 'setting of the dial')
    : say('voisinage favorisé', 'nearness favoured');
}

/** The likeness of a point as times that of chance; as it is where chance gives none. */
export function likenessOf({ measures }: Pick<SweepPoint, 'measures'>): number {
  return timesChance(measures) ?? measures.coherence;
}

/** “0.2”, or “0 to 0.4” of several settings. */
export function settingRange(decouplings: readonly number[], language: Language): string {
  const [low = 0, high = low] = [Math.min(...decouplings), Math.max(...decouplings)];
  const text = settingText(low, language);
  return low === high
    ? text
    : saying(language)(
        `${text} à ${settingText(high, language)}`,
        `${text} to ${settingText(high, language)}`,
      );
}

import type { LocalText } from '../../model/local-text.js';
import type { Slot } from '../../model/slot.js';
import { day as dayEn } from './wording.en.js';
import { day as dayFr, time as timeFr } from './wording.fr.js';

/** How sentences name a slot: as the organiser calls it, if that says more than its id, with its day and time. */
export function slotWords({ id, label, date, start }: Slot): LocalText {
  const called = label === undefined || label === id ? '' : `${label}, `;
  return { fr: `${called}${dayFr(date)} à ${timeFr(start)}`, en: `${called}${dayEn(date)} at ${start}` };
}

import type { Language } from '../../engine/index.js';

/** An ISO day as a reader of the language writes it: "mardi 24 novembre 2026", "Tuesday 24 November 2026". */
export function dayText(isoDay: string, language: Language): string {
  const [year = 0, month = 1, day = 1] = isoDay.split('-').map(Number);
  const number = language === 'fr' && day === 1 ? '1er' : String(day);
  return `${weekdayText(isoDay, language)} ${number} ${months[language][month - 1]} ${year}`;
}

/** "mardi", "Tuesday". */
export function weekdayText(isoDay: string, language: Language): string {
  return weekdays[language][new Date(`${isoDay}T00:00:00Z`).getUTCDay()] ?? '';
}

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

const months: Readonly<Record<Language, readonly string[]>> = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

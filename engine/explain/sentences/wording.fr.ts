import { weekdayOf } from '../../numeric/iso-day.js';

/** Unbreakable, before units and inside quotation marks; thin between thousands. */
export const space = '\u00a0';
const thinSpace = '\u202f';

export function quoted(text: string): string {
  return `«${space}${text}${space}»`;
}

/** A, B et C; or another link before the last */
export function list(parts: readonly string[], link = 'et'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${link} ${parts.at(-1)}`;
}

/** 1 234,5 ; written here because what Intl prints depends on the tables of the machine. */
export function number(value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, thinSpace);
  const text = fraction ? `${grouped},${fraction}` : grouped;
  return value < 0 && /[1-9]/u.test(text) ? `−${text}` : text;
}

export function points(value: number): string {
  return `${number(value, 1)}${space}${Math.abs(value) < 2 ? 'point' : 'points'}`;
}

export function quotedList(ids: readonly string[], name: (id: string) => string): string {
  return list(ids.map((id) => quoted(name(id))));
}

/** As many decimals as the number has. */
export function decimal(value: number): string {
  return String(value).replace('.', ',');
}

/** Without its capital; an acronym keeps them all. */
export function lowered(text: string): string {
  if (/^\p{Lu}{2}/u.test(text)) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const months = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
  ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
];

/** mardi 3 novembre 2026 */
export function day(iso: string): string {
  const [year = '', month, date] = iso.split('-');
  const number = Number(date) === 1 ? '1er' : String(Number(date));
  return `${weekdays[weekdayOf(iso)] ?? ''} ${number} ${months[Number(month) - 1] ?? ''} ${year}`;
}

/** 9 h 30 */
export function time(clock: string): string {
  const [hours, minutes] = clock.split(':');
  return `${Number(hours)}${space}h${minutes === '00' ? '' : `${space}${minutes}`}`;
}

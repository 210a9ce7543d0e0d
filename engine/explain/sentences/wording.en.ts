import { weekdayOf } from '../../numeric/iso-day.js';

export function quoted(text: string): string {
  return `“${text}”`;
}

/** A, B and C; or another link before the last */
export function list(parts: readonly string[], link = 'and'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${link} ${parts.at(-1)}`;
}

/** 1,234.5 ; written here because what Intl prints depends on the tables of the machine. */
export function number(value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, ',');
  const text = fraction ? `${grouped}.${fraction}` : grouped;
  return value < 0 && /[1-9]/u.test(text) ? `−${text}` : text;
}

export function points(value: number): string {
  return `${number(value, 1)} ${value === 1 ? 'point' : 'points'}`;
}

export function quotedList(ids: readonly string[], name: (id: string) => string): string {
  return list(ids.map((id) => quoted(name(id))));
}

/** Without its capital; an acronym keeps them all. */
export function lowered(text: string): string {
  if (/^\p{Lu}{2}/u.test(text)) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** Tuesday 3 November 2026 */
export function day(iso: string): string {
  const [year = '', month, date] = iso.split('-');
  return `${weekdays[weekdayOf(iso)] ?? ''} ${Number(date)} ${months[Number(month) - 1] ?? ''} ${year}`;
}

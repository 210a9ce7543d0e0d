export function quoted(text: string): string {
  return `« ${text} »`;
}

export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`;
}

export function decimal(value: number): string {
  return String(value).replace('.', ',');
}

export function french(isoDay: string): string {
  return isoDay.split('-').reverse().join('/');
}

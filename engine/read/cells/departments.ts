import { departmentNames } from '../../model/department-names.js';
import { plainText } from './plain-text.js';

/** The code of a département that a text names or numbers ("9", "09", "Ariège", "09 - Ariège", "2a"), if any. */
export function departmentOf(text: string): string | undefined {
  const plain = plainText(text);
  const byName = codeOfName.get(plain);
  if (byName) return byName;
  const [first = ''] = plain.split(' ');
  const code = first.toUpperCase().padStart(2, '0');
  return codes.has(code) ? code : undefined;
}

/** Whether a text is the name of a département, whole ("Tarn-et-Garonne"). */
export function isDepartmentName(text: string): boolean {
  return codeOfName.has(plainText(text));
}

const codes: ReadonlySet<string> = new Set(Object.keys(departmentNames));
const codeOfName = new Map([
  ...Object.entries(departmentNames).map(([code, name]) => [plainText(name), code] as const),
  ['reunion', '974'] as const,
]);

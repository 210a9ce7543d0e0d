import { departmentNames } from '../../engine/planning.js';

/** The name of a French département from its code ("09" → "Ariège"); the code itself when it is not one. */
export function departmentName(code: string): string {
  return departmentNames[code] ?? code;
}

/** "Ariège (09)": a spreadsheet cannot take it for the number 9. */
export function departmentLabel(code: string): string {
  const name = departmentNames[code];
  return name === undefined ? code : `${name} (${code})`;
}

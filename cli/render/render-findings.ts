import pc from 'picocolors';
import type { Finding, Language, Severity } from '../../engine/index.js';
import { saying } from '../../exchange/locale/saying.js';
import type { Paint } from './render-heading.js';
import { plainText } from './render-plain.js';
import { wrapped } from './render-wrapped.js';

const shownMost = 50;

/**
 * The findings of an input for a terminal, errors first, each with its place, its value and what to
 * do; at most 50 of a severity, then how many more; the counts at the end. At most 100 columns.
 */
export function renderFindings(findings: readonly Finding[], language: Language, colour: boolean): string {
  const say = saying(language);
  if (findings.length === 0) return say('Rien à signaler.\n', 'Nothing to report.\n');
  const paint = pc.createColors(colour);
  const paints: Readonly<Record<Severity, (text: string) => string>> = {
    error: paint.red,
    question: paint.magenta,
    warning: paint.yellow,
    repair: paint.green,
  };
  const lines = severityOrder.flatMap((severity) => {
    const group = findings.filter((finding) => finding.severity === severity);
    if (group.length === 0) return [];
    return [
      paint.bold(paints[severity](`${titleOf(severity, language)} (${group.length})`)),
      ...group.slice(0, shownMost).flatMap((finding) => findingLines(finding, language, paint)),
      ...(group.length > shownMost
        ? [`  ${say(`… et ${group.length - shownMost} autres`, `… and ${group.length - shownMost} more`)}`]
        : []),
      '',
    ];
  });
  return `${[...lines, countsLine(findings, language)].join('\n')}\n`;
}

const severityOrder: readonly Severity[] = ['error', 'question', 'warning', 'repair'];

function titleOf(severity: Severity, language: Language): string {
  const say = saying(language);
  switch (severity) {
    case 'error':
      return say('À corriger', 'To correct');
    case 'question':
      return say('À décider', 'To decide');
    case 'warning':
      return say('À vérifier', 'To check');
    case 'repair':
      return say('Corrigé automatiquement', 'Corrected automatically');
  }
}

function findingLines(finding: Finding, language: Language, paint: Paint): string[] {
  const say = saying(language);
  const place = placeOf(finding, language);
  const candidates = (finding.candidates ?? []).map(({ id, label }) => plainText(`${label} (${id})`));
  return [
    ...(place === '' ? [] : wrapped('  ', place, paint.bold)),
    ...wrapped(place === '' ? '  ' : '    ', plainText(finding.message)),
    ...(finding.suggestion === undefined ? [] : wrapped('    → ', plainText(finding.suggestion), paint.cyan)),
    ...(candidates.length > 0
      ? wrapped('    ? ', `${say('Peut-être', 'Perhaps')} : ${candidates.join(' ; ')}`)
      : []),
  ];
}

/** « Territoires », ligne 12, colonne « Population » : « 12O00 » */
function placeOf({ table, row, column, value }: Finding, language: Language): string {
  const say = saying(language);
  const quoted = (text: string) => say(`« ${plainText(text)} »`, `“${plainText(text)}”`);
  const place = [
    ...(table === undefined ? [] : [quoted(table)]),
    ...(row === undefined ? [] : [say(`ligne ${row}`, `row ${row}`)]),
    ...(column === undefined ? [] : [`${say('colonne', 'column')} ${quoted(column)}`]),
  ].join(', ');
  if (value === undefined) return place;
  return place === '' ? quoted(value) : `${place}${say(' : ', ': ')}${quoted(value)}`;
}

function countsLine(findings: readonly Finding[], language: Language): string {
  const say = saying(language);
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const plural = (n: number, one: string, many: string) => `${n} ${n > 1 ? many : one}`;
  return [
    plural(count('error'), say('erreur', 'error'), say('erreurs', 'errors')),
    plural(count('question'), say('question', 'question'), say('questions', 'questions')),
    plural(count('warning'), say('avertissement', 'warning'), say('avertissements', 'warnings')),
    plural(count('repair'), say('correction', 'repair'), say('corrections', 'repairs')),
  ].join(', ');
}

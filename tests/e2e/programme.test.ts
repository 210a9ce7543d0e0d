import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Programme, programmeSchema } from '../../engine/index.js';
import { decroise, temporaryFolder } from './built-command.js';

const folder = temporaryFolder();
const xlsx = join(folder, 'exemple', 'assemblee.xlsx');
const json = join(folder, 'exemple', 'assemblee.json');
const asked = ['--rounds', '2', '--from', '2026-11-09', '--effort', '0.1'] as const;

beforeAll(() => {
  expect(decroise('example', join(folder, 'exemple')).status).toBe(0);
});

function eventsOf(path: string) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, 'utf8')));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const status = String(component.getFirstPropertyValue('status'));
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toJSDate().toISOString(),
      status,
    };
  });
}

describe('decroise programme', () => {
  it('shows a cycle whose chairs are mixed, whom nobody meets twice, and what it is worth', () => {
    const { status, stdout, stderr } = decroise('programme', xlsx, ...asked);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Tour 1 · ');
    expect(stdout).toContain('aucune ne se retrouve une seconde fois');
    expect(stdout).toMatch(/(\d+) ateliers sur \1 sont animés par une femme et un homme/u);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('gives one JSON object, the same from XLSX and JSON, no session on a public holiday', () => {
    const [one = '', other] = [xlsx, json].map(
      (file) => decroise('programme', file, ...asked, '--round-days', '2026-11-11,-', '--json').stdout,
    );
    const programme = programmeSchema.parse(JSON.parse(one));
    expect(other).toBe(one);
    const days = programme.rounds.flatMap(({ workshops }) =>
      workshops.flatMap(({ sessions }) => sessions.map(({ date }) => date)),
    );
    expect(days).not.toContain('2026-11-11');
    expect(programme.notices.map(({ code }) => code)).toContain('round-day-instead');
  });

  it('writes a workbook, tables, a JSON file and calendars, and goes on from the one sent before', () => {
    const out = join(folder, 'resultat');
    const written = decroise('programme', xlsx, ...asked, '--calendars', '--out', out);
    expect(written.status).toBe(0);
    const names = readdirSync(out);
    expect(names).toEqual(
      expect.arrayContaining(['programme.xlsx', 'tours.csv', 'programme.json', 'programme.ics']),
    );
    expect(names.filter((name) => name.startsWith('calendrier-'))).toHaveLength(87);
    const sent = eventsOf(join(out, 'programme.ics'));
    expect(sent.length).toBeGreaterThan(10);
    const next = join(folder, 'suite');
    const again = decroise(
      'programme',
      xlsx,
      ...asked.map((word) => (word === '2026-11-09' ? '2026-11-16' : word)),
      '--previous',
      join(out, 'programme.json'),
      '--out',
      next,
      '--format',
      'ics',
    );
    expect(again.status).toBe(0);
    expect(readdirSync(next)).toEqual(['programme.ics']);
    const moved = new Map(eventsOf(join(next, 'programme.ics')).map((event) => [event.uid, event]));
    for (const { uid, start } of sent) {
      const event = moved.get(uid);
      expect(event?.sequence).toBe(event?.start === start && event.status === 'CONFIRMED' ? 0 : 1);
    }
    expect([...moved.values()].some(({ sequence }) => sequence === 1)).toBe(true);
  });

  it('follows the table of slots, absences and sizes of one round', () => {
    const given = JSON.parse(readFileSync(json, 'utf8'));
    const [{ id }] = given.territories as { id: string }[] as [{ id: string }];
    const slots = ['2027-02-02', '2027-03-02'].map((date) => ({
      id: date,
      date,
      start: '14:00',
      end: '16:00',
    }));
    const file = join(folder, 'creneaux.json');
    writeFileSync(file, JSON.stringify({ ...given, slots }));
    const { stdout } = decroise(
      'programme',
      file,
      '--rounds',
      '2',
      '--effort',
      '0.1',
      '--absences',
      `2:${id}`,
      '--round-sizes',
      '2:8..12',
      '--json',
    );
    const { rounds } = JSON.parse(stdout) as Programme;
    expect(rounds.map(({ from, until }) => [from, until])).toEqual([
      ['2027-02-02', '2027-02-02'],
      ['2027-03-02', '2027-03-02'],
    ]);
    expect(rounds[1]?.sittingOut).toEqual([{ territoryId: id, why: 'absent' }]);
    for (const { territoryIds } of rounds[1]?.workshops ?? []) {
      expect(territoryIds.length).toBeGreaterThanOrEqual(8);
    }
  });

  it('refuses an entry without rounds, a calendar that is none, a format that is none', () => {
    const entry = decroise('programme', xlsx, '--entry', 'thematic');
    expect(entry.status).toBe(2);
    expect(entry.stderr).toContain('n’a pas de tours');
    const absence = decroise('programme', xlsx, '--absences', '9:personne');
    expect(absence.status).toBe(2);
    expect(absence.stderr).toContain('La valeur de l’option « --absences » ne convient pas.');
    const previous = decroise('programme', xlsx, '--previous', json);
    expect(previous.status).toBe(1);
    expect(previous.stderr).toContain('ne donne pas le calendrier d’un programme');
    expect(decroise('programme', xlsx, '--format', 'svg').status).toBe(2);
  });
});

describe('public holidays', () => {
  it.each(['Europe/Paris', 'America/Santiago', 'Australia/Lord_Howe', 'Pacific/Kiritimati'])(
    'are the same days on a machine in %s',
    (zone) => {
      const script =
        "import('./dist/data/calendar/public-holidays.js').then((it) => console.log(it.publicHolidays(2026, 2026).join(' ')));";
      const env = { ...process.env, TZ: zone };
      expect(execFileSync(process.execPath, ['-e', script], { env, encoding: 'utf8' }).trim()).toBe(
        '2026-01-01 2026-04-06 2026-05-01 2026-05-08 2026-05-14 2026-05-25 2026-07-14 2026-08-15 2026-11-01 2026-11-11 2026-12-25',
      );
    },
  );
});

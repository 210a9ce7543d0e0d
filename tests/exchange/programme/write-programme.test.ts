import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { composeProgramme, personIdOf, programmeSchema, readAssembly } from '../../../engine/index.js';
import { assemblyTables } from '../../../exchange/assembly/tables/assembly-tables.js';
import { readingOfProgramme } from '../../../exchange/locale/programme-reading.js';
import { programmeLookup } from '../../../exchange/programme/programme-lookup.js';
import { programmeToXlsx } from '../../../exchange/programme/programme-to-xlsx.js';
import { readSentCalendar } from '../../../exchange/programme/read-sent-calendar.js';
import { writeProgramme } from '../../../exchange/programme/write-programme.js';
import { readRecords } from '../../../exchange/read/read-records.js';
import { seatedAssembly } from './made-programme.js';

const directory = mkdtempSync(join(tmpdir(), 'decroise-programme-'));
afterAll(() => rmSync(directory, { recursive: true }));

const small = { workshop: { minSize: 3, maxSize: 3 }, programme: { rounds: 1, from: '2026-11-09' } } as const;
const programme = composeProgramme(seatedAssembly, {
  workshop: { minSize: 3, maxSize: 3 },
  programme: {
    rounds: 2,
    from: '2026-11-09',
    holidays: ['2026-11-11'],
    roundDays: ['2026-11-11', '-'],
    pilots: 2,
  },
});
const sheetsOf = async (lookup = programmeLookup(programme, 'fr')) =>
  new Map(
    (await readWorkbook(Buffer.from(await programmeToXlsx(lookup)))).map(({ sheet, data }) => [sheet, data]),
  );

describe('the workbook of a programme', () => {
  it('has the sheets an organiser looks for, those without object left out', async () => {
    expect([...(await sheetsOf()).keys()]).toEqual([
      'À lire',
      'Tours',
      'Présidences',
      'Qui anime combien',
      'Calendrier',
      'Rencontres',
      'Territoires pilotes',
      'À savoir',
    ]);
    const plain = composeProgramme(seatedAssembly, {
      workshop: { minSize: 3, maxSize: 3 },
      programme: { rounds: 1, from: '2026-11-09', chairs: 'none' },
    });
    expect([...(await sheetsOf(programmeLookup(plain, 'en'))).keys()]).toEqual([
      'Read me',
      'Rounds',
      'Calendar',
      'Meetings',
    ]);
  });

  it('has dates that are dates, in order, and one row a session', async () => {
    const [header = [], ...rows] = (await sheetsOf()).get('Calendrier') ?? [];
    expect(rows).toHaveLength(6);
    const day = header.indexOf('Date');
    const days = rows.map((row) => row[day]);
    expect(days.every((value) => value instanceof Date)).toBe(true);
    expect([...days].sort((a, b) => Number(a) - Number(b))).toEqual(days);
    expect(rows[0]?.[header.indexOf('Heure (Paris)')]).toBe('10:00 – 12:00');
  });

  it('says whom everyone meets, and that a day asked for on a holiday was moved', async () => {
    const sheets = await sheetsOf();
    const [header = [], ...rows] = sheets.get('Rencontres') ?? [];
    expect(rows.map((row) => row[0])).toEqual(seatedAssembly.territories.map(({ name }) => name));
    for (const row of rows) {
      const again = String(row[header.indexOf('Retrouve')] ?? '')
        .split('\n')
        .filter((text) => text !== '');
      expect(Number(row[header.indexOf('Rencontre')]) + again.length).toBe(4);
    }
    const told = (sheets.get('À savoir') ?? []).map((row) => row.join(' : '));
    expect(told.filter((text) => text.includes('11 novembre 2026'))).toHaveLength(1);
    expect(told.find((text) => text.includes('11 novembre 2026'))).toMatch(/^Dates : Tour 1/u);
  });

  it('names people only where names were asked for', async () => {
    const text = JSON.stringify([...(await sheetsOf())]);
    expect(text).not.toContain('Femme');
    expect(text).toContain('titulaire du siège t0-f');
    const names = new Map([[personIdOf({ seatId: 't0-f', role: 'holder' }), 'Femme 0']]);
    const named = JSON.stringify([...(await sheetsOf(programmeLookup(programme, 'fr', names)))]);
    expect(named).toContain('Femme 0');
    expect(named).not.toContain('titulaire du siège t0-f');
  });

  it('names in what there is to know those whom names were asked for', () => {
    const [first, ...others] = seatedAssembly.seats;
    const deputy = { ...first, id: 'd', deputy: { civility: 'M' as const, name: 'Paul' } };
    const women = others.filter(({ holder }) => holder?.civility === 'F');
    const seats = [...women, deputy] as typeof others;
    const lacking = composeProgramme({ ...seatedAssembly, seats }, small);
    const names = new Map([[personIdOf({ seatId: 'd', role: 'deputy' }), 'Paul']]);
    const texts = (known?: typeof names) =>
      programmeLookup(lacking, 'fr', known)
        .notices.map(({ text }) => text.fr)
        .join(' ');
    expect(texts()).toContain('suppléance du siège d (Territoire 0)');
    expect(texts(names)).toContain('Paul (Territoire 0)');
    expect(texts(names)).not.toContain('suppléance du siège d ');
  });

  it('gives the same bytes twice', async () => {
    const once = await programmeToXlsx(programmeLookup(programme, 'fr'));
    expect(await programmeToXlsx(programmeLookup(programme, 'fr'))).toEqual(once);
  });
});

describe('the files of a programme', () => {
  it('are named in the language; a calendar for each territory where it is asked', async () => {
    await writeProgramme(programme, {
      directory,
      formats: ['csv', 'json', 'ics'],
      language: 'fr',
      eachTerritory: true,
    });
    const names = readdirSync(directory);
    expect(names.filter((name) => !name.startsWith('calendrier-')).sort()).toEqual([
      'a-savoir.csv',
      'calendrier.csv',
      'historique.csv',
      'pilotes.csv',
      'presidences.csv',
      'programme.ics',
      'programme.json',
      'qui-anime-combien.csv',
      'rencontres.csv',
      'tours.csv',
    ]);
    expect(names.filter((name) => name.startsWith('calendrier-'))).toHaveLength(9);
    const rounds = parse(readFileSync(join(directory, 'tours.csv'), 'utf8'), {
      bom: true,
      columns: true,
      delimiter: ';',
    }) as Record<string, string>[];
    expect(rounds).toHaveLength(6);
    expect(rounds[0]).toMatchObject({
      Tour: '1',
      Atelier: '1',
      Identifiant: 'T1-A01',
      Format: 'Visioconférence',
    });
    expect(rounds[0]?.['Première séance']).toMatch(/^2026-11-/u);
    const duties = parse(readFileSync(join(directory, 'qui-anime-combien.csv'), 'utf8'), {
      bom: true,
      columns: true,
      delimiter: ';',
    }) as Record<string, string>[];
    const times = duties.reduce((sum, row) => sum + Number(row['Fois dans ce programme']), 0);
    expect(times).toBe(12);
  });

  it('hold the history that the next programme is read from, workshops and chairs', async () => {
    const { records } = await readRecords(join(directory, 'historique.csv'), { language: 'fr' });
    const [table] = records?.tables ?? [];
    const name = 'Historique';
    const { assembly } = readAssembly(
      {
        source: 'essai',
        tables: [
          ...assemblyTables(seatedAssembly, 'fr')
            .filter((each) => each.name !== name)
            .map(({ name, header, rows }) => ({
              name,
              header,
              rows: rows.map((cells, k) => ({
                row: k + 2,
                cells: cells.map((cell) => (typeof cell === 'object' ? null : cell)),
              })),
            })),
          { name, header: table?.header ?? [], rows: table?.rows ?? [] },
        ],
      },
      { taxonomy: seatedAssembly.taxonomy, language: 'fr' },
    );
    expect(assembly.history.map(({ kind }) => kind).sort()).toEqual([
      ...Array<string>(6).fill('chairs'),
      ...Array<string>(6).fill('workshop'),
    ]);
    const next = composeProgramme(assembly, {
      workshop: { minSize: 3, maxSize: 3 },
      programme: { rounds: 1, from: '2027-03-01' },
    });
    expect(next.meetings.repeats).toBe(0);
    expect(next.chairing?.duties.filter(({ past }) => past > 0)).toHaveLength(12);
  });

  it('hold the programme whole, from which a next one goes on', async () => {
    const path = join(directory, 'programme.json');
    expect(programmeSchema.parse(JSON.parse(readFileSync(path, 'utf8')))).toEqual(programme);
    expect((await readSentCalendar(path, 'fr')).sent?.calendar).toEqual(programme.calendar);
    const other = await readSentCalendar(join(directory, 'tours.csv'), 'fr');
    expect(other.sent).toBeNull();
    expect(other.findings[0]).toMatchObject({ severity: 'error', code: 'not-a-programme' });
    const missing = await readSentCalendar(join(directory, 'rien.json'), 'en');
    expect(missing.findings[0]?.message).toContain('ENOENT');
  });
});

describe('what a programme is worth', () => {
  it('is said with its days, meetings, chairs, travel and factors, and pilots', () => {
    const sentences = readingOfProgramme(programme, 'fr');
    expect(sentences[0]).toMatch(
      /^2 tours, 6 ateliers en tout, de 3 participants, pour 9 territoires, du (lundi|mardi|jeudi) \d+ novembre 2026 au /u,
    );
    expect(sentences[1]).toMatch(/^Les séances tiennent en 2 créneaux : le plus petit nombre .*prouvé\.$/u);
    expect(sentences[2]).toBe(
      '18 paires de participants sur 36 se rencontrent ; aucune ne se retrouve une seconde fois.',
    );
    expect(sentences.join(' ')).toContain(
      '6 ateliers sur 6 sont animés par une femme et un homme de deux territoires',
    );
    expect(sentences.join(' ')).toMatch(
      /La visioconférence évite .* Route = vol d’oiseau × 1,3, .* 0,178 kg/u,
    );
    expect(sentences.at(-1)).toMatch(/^2 territoires pilotes/u);
  });
});

import pc from 'picocolors';
import type { ProgrammeRound, ProgrammeWorkshop } from '../../engine/index.js';
import { dayText } from '../../exchange/locale/day-text.js';
import { formatLabel } from '../../exchange/locale/labels.js';
import { readingOfProgramme } from '../../exchange/locale/programme-reading.js';
import { saying } from '../../exchange/locale/saying.js';
import type { ProgrammeLookup } from '../../exchange/programme/programme-lookup.js';
import { headingLines, type Paint } from './render-heading.js';
import { plainText } from './render-plain.js';
import { wrapped } from './render-wrapped.js';

/** A programme for a terminal: its rounds with who chairs, where and when, what it is worth, what there is to know. */
export function renderProgramme(lookup: ProgrammeLookup, colour: boolean): string {
  const { programme, language } = lookup;
  const paint = pc.createColors(colour);
  const say = saying(language);
  const lines = [
    ...headingLines(programme.assembly, language, paint),
    ...programme.rounds.flatMap((round) => roundLines(round, lookup, paint)),
    ...pilotLines(lookup, paint),
    paint.bold(say('Ce programme', 'This programme')),
    ...readingOfProgramme(programme, language).flatMap((sentence) => wrapped('  ', sentence)),
    ...(programme.notices.length > 0
      ? [
          '',
          paint.bold(say('À savoir', 'To know')),
          ...lookup.notices.flatMap(({ text }) => wrapped('  • ', plainText(text[language]))),
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

function roundLines(round: ProgrammeRound, lookup: ProgrammeLookup, paint: Paint): string[] {
  const say = saying(lookup.language);
  const { number, from, until, workshops, sittingOut } = round;
  const days =
    from === undefined || until === undefined
      ? ''
      : from === until
        ? ` · ${dayText(from, lookup.language)}`
        : say(
            ` · du ${dayText(from, 'fr')} au ${dayText(until, 'fr')}`,
            ` · ${dayText(from, 'en')} to ${dayText(until, 'en')}`,
          );
  const out = sittingOut.map(({ seatId, territoryId, why }) => {
    const who = lookup.unit(seatId ?? territoryId);
    return why === 'absent' ? `${who} (${say('absence annoncée', 'absent as told')})` : who;
  });
  return [
    paint.bold(`${say('Tour', 'Round')} ${number}${days}`),
    ...workshops.flatMap((workshop) => workshopLines(workshop, lookup, paint)),
    ...(out.length > 0
      ? wrapped('  ', `${say('Sans atelier à ce tour', 'In no workshop')} : ${plainText(out.join(' · '))}`)
      : []),
    '',
  ];
}

function workshopLines(workshop: ProgrammeWorkshop, lookup: ProgrammeLookup, paint: Paint): string[] {
  const { language } = lookup;
  const say = saying(language);
  const { id, title, format, host, sessions, chairs } = workshop;
  const place = host
    ? `${formatLabel(format, language)}, ${lookup.territory(host.territoryId).name}`
    : formatLabel(format, language);
  const dates = sessions.flatMap(({ date, start }) =>
    date === undefined ? [] : [`${dayText(date, language)} ${start ?? ''}`.trim()],
  );
  const chairing = [chairs?.woman, chairs?.man, ...(chairs?.standIns ?? [])].flatMap((chair) =>
    chair ? [`${lookup.person(chair)} (${lookup.territory(chair.territoryId).name})`] : [],
  );
  return [
    ...wrapped(`  ${id} · `, plainText(title[language]), paint.bold),
    ...wrapped('    ', plainText([place, ...dates].join(' · ')), paint.dim),
    ...wrapped('    ', plainText(lookup.members(workshop).join(' · '))),
    ...(chairing.length > 0
      ? wrapped('    ', `${say('Animation', 'Chairs')} : ${plainText(chairing.join(' · '))}`)
      : []),
  ];
}

function pilotLines(lookup: ProgrammeLookup, paint: Paint): string[] {
  const { programme, language } = lookup;
  const say = saying(language);
  if (!programme.pilots) return [];
  return [
    paint.bold(say('Territoires pilotes', 'Pilot territories')),
    ...programme.pilots.chosen.flatMap(({ territoryId, represents }) => {
      const others = represents.filter((other) => other.territoryId !== territoryId);
      const name = plainText(lookup.territory(territoryId).name);
      const count = say(`représente ${others.length} autres`, `stands for ${others.length} others`);
      return wrapped('  • ', `${name} · ${count}`);
    }),
    '',
  ];
}

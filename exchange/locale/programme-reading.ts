import type { Language, Programme } from '../../engine/index.js';
import { dayText } from './day-text.js';
import { kilometresText, numberText, percentText } from './number-text.js';
import { saying } from './saying.js';

/** What a programme is and what it is worth, in plain sentences: rounds and days, meetings, chairs, travel, pilots. */
export function readingOfProgramme(programme: Programme, language: Language): string[] {
  return [
    roundsSentence(programme, language),
    ...slotsSentence(programme, language),
    ...meetingsSentences(programme, language),
    ...chairsSentence(programme, language),
    ...travelSentence(programme, language),
    ...pilotsSentence(programme, language),
  ];
}

function roundsSentence({ rounds, entry }: Programme, language: Language): string {
  const say = saying(language);
  const workshops = rounds.flatMap((round) => round.workshops);
  const sizes = workshops.map(({ seatIds, territoryIds }) => (seatIds ?? territoryIds).length);
  const members = new Set(
    rounds.flatMap((round) =>
      [...round.workshops.flatMap(({ seatIds, territoryIds }) => seatIds ?? territoryIds)].concat(
        round.sittingOut.map(({ seatId, territoryId }) => seatId ?? territoryId),
      ),
    ),
  ).size;
  const who =
    entry === 'seats'
      ? say(`${members} sièges`, `${members} seats`)
      : say(`${members} territoires`, `${members} territories`);
  const held = say(
    `${rounds.length} tour${rounds.length > 1 ? 's' : ''}, ${workshops.length} atelier${workshops.length > 1 ? 's' : ''} en tout, de ${sizeText(sizes, say(' à ', ' to '))} participants, pour ${who}`,
    `${rounds.length} round${rounds.length === 1 ? '' : 's'}, ${workshops.length} workshop${workshops.length === 1 ? '' : 's'} in all, of ${sizeText(sizes, say(' à ', ' to '))} members, for ${who}`,
  );
  const [first] = rounds.flatMap(({ from }) => from ?? []).sort();
  const last = rounds
    .flatMap(({ until }) => until ?? [])
    .sort()
    .at(-1);
  if (workshops.length === 0) return say('Aucun atelier.', 'No workshop.');
  if (first === undefined || last === undefined) return `${held}.`;
  return say(
    `${held}, du ${dayText(first, language)} au ${dayText(last, language)}.`,
    `${held}, from ${dayText(first, language)} to ${dayText(last, language)}.`,
  );
}

function slotsSentence({ slotsUsed }: Programme, language: Language): string[] {
  if (!slotsUsed) return [];
  const say = saying(language);
  const { count, proven } = slotsUsed;
  const held = say(
    `Les séances tiennent en ${count} créneau${count > 1 ? 'x' : ''}`,
    `The sessions take ${count} slot${count === 1 ? '' : 's'}`,
  );
  return [
    proven
      ? say(
          `${held} : le plus petit nombre sans plus d’absences, prouvé.`,
          `${held}: the fewest without more absences, proved.`,
        )
      : say(
          `${held} : le plus petit nombre trouvé, sans preuve qu’on ne puisse faire moins.`,
          `${held}: the fewest found, without proof that no fewer would do.`,
        ),
  ];
}

function sizeText(sizes: readonly number[], to: string): string {
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  return least === most ? String(least) : `${least}${to}${most}`;
}

function meetingsSentences({ meetings, rounds }: Programme, language: Language): string[] {
  const say = saying(language);
  const { repeats, fewestPossible, pairsMet, pairs, coherence } = meetings;
  if (pairs === 0) return [];
  const met = say(
    `${numberText(pairsMet, 0, language)} paires de participants sur ${numberText(pairs, 0, language)} se rencontrent`,
    `${numberText(pairsMet, 0, language)} of ${numberText(pairs, 0, language)} pairs of members meet`,
  );
  const again =
    repeats === 0
      ? say(' ; aucune ne se retrouve une seconde fois.', '; none of them meets a second time.')
      : say(
          ` ; ${repeats} retrouvailles, ${fewestPossible === repeats ? 'le moins possible' : `au moins ${fewestPossible} avec ces tailles`}.`,
          `; ${repeats} meet again, ${fewestPossible === repeats ? 'the fewest there can be' : `at least ${fewestPossible} with these sizes`}.`,
        );
  const meeting = `${met}${again}`;
  if (rounds.length < 2 || coherence.single <= 0) return [meeting];
  return [
    meeting,
    say(
      `Changer de compagnons à chaque tour garde ${percentText(coherence.kept, language)} de la ressemblance qu’aurait un tour seul.`,
      `New company in each round keeps ${percentText(coherence.kept, language)} of the likeness that a single round would have.`,
    ),
  ];
}

function chairsSentence({ chairing, rounds }: Programme, language: Language): string[] {
  if (!chairing) return [];
  const say = saying(language);
  const workshops = rounds.flatMap((round) => round.workshops);
  const mixed = workshops.filter(({ chairs }) => chairs?.woman && chairs.man).length;
  const { all } = chairing.spread;
  const spread = all
    ? say(
        ` Chacun anime de ${all.least} à ${all.most} fois, passé compris.`,
        ` Everyone chairs ${all.least} to ${all.most} times, past ones included.`,
      )
    : '';
  return [
    say(
      `${mixed} atelier${mixed > 1 ? 's' : ''} sur ${workshops.length} ${mixed > 1 ? 'sont animés' : 'est animé'} par une femme et un homme de deux territoires.${spread}`,
      `${mixed} of ${workshops.length} workshops are chaired by a woman and a man of two territories.${spread}`,
    ),
  ];
}

/** With the factors: the figures are nothing without them. */
function travelSentence({ travel }: Programme, language: Language): string[] {
  const say = saying(language);
  const { made, avoided, factors, against } = travel;
  const kg = (value: number): string => `${numberText(value, 0, language)}\u00a0kg`;
  const method = say(
    ` Route = vol d’oiseau × ${numberText(factors.roadDetour, 1, language)}, une voiture par participant, aller et retour ; ${numberText(factors.carKgPerKm, 3, language)} kg de CO₂e par km, ${numberText(factors.videoKgPerHour, 3, language)} kg par heure et par écran (ADEME).`,
    ` Road = great circle × ${numberText(factors.roadDetour, 1, language)}, one car each, there and back; ${numberText(factors.carKgPerKm, 3, language)} kg of CO₂e per km, ${numberText(factors.videoKgPerHour, 3, language)} kg per hour and screen (ADEME).`,
  );
  const where = {
    hosts: say('chez le territoire d’accueil le mieux placé', 'at the best-placed host'),
    members: say('chez le participant le mieux placé', 'at the best-placed member'),
  }[against];
  const sentences = [
    ...(made.roadKm > 0
      ? [
          say(
            `En présence : ${kilometresText(made.roadKm, language)} de route, ${kg(made.kgCo2e)} de CO₂e.`,
            `In person: ${kilometresText(made.roadKm, language)} of road, ${kg(made.kgCo2e)} of CO₂e.`,
          ),
        ]
      : []),
    ...(avoided.roadKm > 0
      ? [
          say(
            `La visioconférence évite ${kilometresText(avoided.roadKm, language)} de route et ${kg(avoided.kgCo2e)} de CO₂e, par rapport à se réunir ${where}.`,
            `Video avoids ${kilometresText(avoided.roadKm, language)} of road and ${kg(avoided.kgCo2e)} of CO₂e, against meeting ${where}.`,
          ),
        ]
      : []),
  ];
  return sentences.length > 0 ? [`${sentences.join(' ')}${method}`] : [];
}

function pilotsSentence({ pilots }: Programme, language: Language): string[] {
  if (!pilots || pilots.chosen.length === 0) return [];
  const say = saying(language);
  const count = pilots.chosen.length;
  return [
    say(
      `${count} territoire${count > 1 ? 's' : ''} pilote${count > 1 ? 's' : ''} : chacun ressemble en moyenne à ${percentText(pilots.meanLikeness, language)} au pilote qui le représente ; ce choix vaut au moins ${percentText(pilots.proved, language)} du meilleur possible.`,
      `${count} pilot territor${count === 1 ? 'y' : 'ies'}: each territory is ${percentText(pilots.meanLikeness, language)} like the pilot that stands for it on average; this choice is worth at least ${percentText(pilots.proved, language)} of the best there can be.`,
    ),
  ];
}

import type { RuleTerms } from '../reasons/rule-terms.js';
import type { ChangeSentences } from './change-statements.js';
import { ruleAsks } from './rule-words.fr.js';
import type { Names } from './statements.js';
import { list, number, points, quoted, space } from './wording.fr.js';

/** What a change does, in French: what would be in the conditional, what was done in the past. */
export const changeSentencesFr: ChangeSentences = {
  'change-on-workshop': (facts, { workshop }) => {
    const { sizeBefore, sizeAfter, pointsBefore, pointsAfter, kmBefore, kmAfter } = facts;
    const size =
      sizeBefore === sizeAfter
        ? `toujours ${members(sizeAfter, facts.seats)}`
        : `${members(sizeAfter, facts.seats)} au lieu de ${number(sizeBefore)}`;
    return `Atelier ${quoted(workshop(facts.workshopId))} : ${size} ; ressemblance moyenne de ${points(pointsAfter)} (${number(pointsBefore, 1)} avant) ; éloignement moyen de ${number(kmAfter)}${space}km (${number(kmBefore)} avant).`;
  },
  'change-on-plan': (facts) => {
    const { pointsBefore, pointsAfter, decouplingBefore, decouplingAfter, kmBefore, kmAfter } = facts;
    return `Tous ateliers confondus : ressemblance moyenne de ${points(pointsAfter)} (${number(pointsBefore, 1)} avant), dont ${number(decouplingAfter, 1)} au-delà de ce que la distance laisse attendre (${number(decouplingBefore, 1)} avant) ; éloignement moyen de ${number(kmAfter)}${space}km (${number(kmBefore)} avant).`;
  },
  'change-for-territory': ({ territoryId, seatId, workshopId, pointsBefore, pointsAfter }, names) =>
    `${names.territory(territoryId)}${seatId ? ` (siège ${seatId})` : ''} : ressemblance moyenne de ${points(pointsAfter)} avec les autres membres de l’atelier ${quoted(names.workshop(workshopId))}, contre ${number(pointsBefore, 1)} là où il est.`,
  'change-joins': ({ territoryId, workshopId, points: likeness, needPercent }, names) => {
    const need =
      needPercent < 0
        ? 'il n’a pas déclaré le besoin qui l’a fait ouvrir'
        : `il en déclare le besoin à ${needPercent}${space}%`;
    return `${names.territory(territoryId)} rejoindrait l’atelier ${quoted(names.workshop(workshopId))} : ${need} ; ressemblance moyenne de ${points(likeness)} avec les autres membres.`;
  },
  'change-leaves': ({ territoryId, workshopId, points: likeness, elsewhere }, names) => {
    const still =
      elsewhere > 0
        ? `il en garderait ${number(elsewhere)} ${elsewhere > 1 ? 'autres' : 'autre'}`
        : 'il ne siégerait plus nulle part';
    return `${names.territory(territoryId)} quitterait l’atelier ${quoted(names.workshop(workshopId))}, où sa ressemblance moyenne est de ${points(likeness)} : ${still}.`;
  },
  'too-many-workshops': ({ territoryId, count, most }, names) =>
    `${names.territory(territoryId)} siégerait dans ${number(count)} ateliers : ${number(most)} au plus par territoire.`,
  'twice-on-problem': ({ territoryId, problemId }, names) =>
    `${names.territory(territoryId)} siégerait dans deux ateliers sur le même problème, ${quoted(names.problem(problemId))}.`,
  'experience-by-change': ({ before, after }) =>
    after > before
      ? `Il manquerait ${number(after)} ${after > 1 ? 'participants expérimentés' : 'participant expérimenté'} à l’atelier (${number(before)} avant).`
      : `Il ne manquerait plus que ${number(after)} ${after > 1 ? 'participants expérimentés' : 'participant expérimenté'} à l’atelier (${number(before)} avant).`,
  'not-kept-afresh': () =>
    'Ce changement vaut pour ce plan : une composition refaite depuis le début ouvre d’autres ateliers, et ne le garde pas.',
  'workshop-too-small': ({ workshopId, size, limit, seats }, { workshop }) =>
    `L’atelier ${quoted(workshop(workshopId))} n’aurait que ${members(size, seats)} : il en faut au moins ${limit}.`,
  'workshop-too-large': ({ workshopId, size, limit, seats }, { workshop }) =>
    `L’atelier ${quoted(workshop(workshopId))} aurait ${members(size, seats)} : il en accueille au plus ${limit}.`,
  'rule-broken-by-change': (facts, names) =>
    facts.level === 'hard'
      ? `Règle impérative qui ne serait plus respectée : ${rule(facts, names)}.`
      : `Souhait qui ne serait plus suivi : ${rule(facts, names)}.`,
  'rule-mended-by-change': (facts, names) =>
    facts.level === 'hard'
      ? `Règle impérative qui serait de nouveau respectée : ${rule(facts, names)}.`
      : `Souhait qui serait suivi : ${rule(facts, names)}.`,
  'alone-of-trait': ({ territoryId, workshopId, trait }, names) =>
    `${names.territory(territoryId)} serait ${onlyWithTrait(trait)} de l’atelier ${quoted(names.workshop(workshopId))}.`,
  'alone-of-kind': ({ territoryId, workshopId, kind }, names) =>
    `${names.territory(territoryId)} serait ${onlyOfKind[kind] ?? 'seul de son type'} dans l’atelier ${quoted(names.workshop(workshopId))}.`,
  'alone-of-civility': ({ territoryId, workshopId, civility }, names) =>
    `L’atelier ${quoted(names.workshop(workshopId))} ne compterait plus qu’${civility === 'F' ? 'une femme' : 'un homme'}, qui siège pour ce territoire : ${names.territory(territoryId)}.`,
  'alone-of-college': ({ territoryId, workshopId, college }, names) =>
    `L’atelier ${quoted(names.workshop(workshopId))} ne compterait plus qu’une personne du collège ${quoted(college)}, qui siège pour ce territoire : ${names.territory(territoryId)}.`,
  'seats-meet': ({ territoryId, workshopId, seatIds }, names) =>
    `${names.territory(territoryId)} aurait ${seatIds.length} sièges dans l’atelier ${quoted(names.workshop(workshopId))} (${list(seatIds)}) : les sièges d’un même territoire restent toujours séparés.`,
  'balance-by-change': ({ balance, value, before, after }) => {
    const what = balance === 'parity' ? 'des femmes et des hommes' : `du collège ${quoted(value)}`;
    const verb = after > before ? 'moins bien' : 'mieux';
    return `La part ${what} serait ${verb} répartie entre les ateliers : écart de ${number(after, 1)} ${Math.abs(after) < 2 ? 'siège' : 'sièges'} en tout, contre ${number(before, 1)}.`;
  },
  'met-before': ({ territoryIds: [who = '', ...others], date, label }, { territory }) => {
    const when = date ? ` le ${day(date)}` : '';
    const where = label ? ` (${quoted(label)})` : '';
    return `${territory(who)} retrouverait ${list(others.map(territory))} : ils étaient déjà ensemble${when}${where}.`;
  },

  replanned: ({ moved, budget, joined, left, changed, seats }) => {
    const counted = (count: number, one: string, many: string): string[] =>
      count > 0 ? [`${number(count)} ${count > 1 ? many : one}`] : [];
    const news = [
      ...counted(left, 'départ', 'départs'),
      ...counted(joined, 'arrivée', 'arrivées'),
      ...counted(changed, 'territoire modifié', 'territoires modifiés'),
    ];
    const start = news.length > 0 ? `${list(news)} : ` : '';
    const allowed = `(au plus ${number(budget)})`;
    return moved === 0
      ? `${start}personne ${news.length > 0 ? 'd’autre ' : ''}ne change d’atelier ${allowed}.`
      : `${start}${members(moved, seats)} ${moved > 1 ? 'changent' : 'change'} d’atelier ${allowed}.`;
  },
  'fewer-moves-do': ({ moves, percent }) =>
    `Avec ${moves > 0 ? `${number(moves)} ${moves > 1 ? 'déplacements' : 'déplacement'}` : 'aucun déplacement'} on aurait déjà ${percent}${space}% de ce que ceux-ci apportent.`,
  'frozen-out-of-bounds': ({ workshopId, size, limit, seats }, { workshop }) =>
    size < limit
      ? `L’atelier ${quoted(workshop(workshopId))}, laissé tel quel, n’a plus que ${members(size, seats)} : il en faudrait au moins ${limit}.`
      : `L’atelier ${quoted(workshop(workshopId))}, laissé tel quel, a ${members(size, seats)} : il en accueille au plus ${limit}.`,
  'workshop-closes': ({ workshopId }, { workshop }) =>
    `L’atelier ${quoted(workshop(workshopId))} ferme : il n’y a plus assez de participants pour tous les ateliers.`,
  'workshop-opens': ({ workshopId }, { workshop }) =>
    `Un atelier de plus ouvre, ${quoted(workshop(workshopId))} : les autres ne pouvaient plus accueillir tout le monde.`,
  'rules-dropped': ({ ruleIds }) =>
    ruleIds.length > 1
      ? `${number(ruleIds.length)} règles n’ont plus d’objet et sont retirées : ${list(ruleIds.map(quoted))}.`
      : `Une règle n’a plus d’objet et est retirée : ${list(ruleIds.map(quoted))}.`,
  'needs-more-moves': ({ budget, fewest }) =>
    `Avec au plus ${number(budget)} ${budget > 1 ? 'déplacements' : 'déplacement'}, les tailles et les règles ne peuvent pas être tenues : il en faut au moins ${number(fewest)}.`,
  'frozen-in-the-way': ({ workshopIds, fewest }, { workshop }) =>
    `Les ateliers laissés tels quels l’empêchent (${list(workshopIds.map((id) => quoted(workshop(id))))}) ; sans eux, ${number(fewest)} ${fewest > 1 ? 'déplacements suffiraient' : 'déplacement suffirait'}.`,
  'nothing-keeps-the-rules': () =>
    'Aucun nombre de déplacements trouvé ne permet de tenir à la fois les tailles et les règles : assouplissez une règle ou les tailles.',

  'moved-by-hand': ({ askedBy, because }) => {
    const start = askedBy ? `Déplacé à la main, à la demande de : ${askedBy}` : 'Déplacé à la main';
    return because ? `${start}. Motif : ${because.replace(/[.\s]+$/u, '')}.` : `${start}.`;
  },
  'moved-to-fill': ({ workshopId, size, limit, seats }, { workshop }) =>
    `L’atelier ${quoted(workshop(workshopId))} n’avait plus que ${members(size, seats)} : il en faut au moins ${limit}.`,
  'moved-to-make-room': ({ workshopId, size, limit, seats }, { workshop }) =>
    `L’atelier ${quoted(workshop(workshopId))} aurait eu ${members(size, seats)} : il en accueille au plus ${limit}.`,
  'moved-from-closed': ({ workshopId }, { workshop }) =>
    `L’atelier ${quoted(workshop(workshopId))} ferme : il n’a plus assez de participants.`,
  'moved-to-new': () => 'Un atelier de plus ouvre : les autres étaient pleins.',
  'moved-for-rule': (facts, names) => `Pour tenir une règle : ${rule(facts, names)}.`,
  'moved-for-likeness': ({ pointsFrom, pointsTo }) =>
    `Il ressemble davantage aux membres de son nouvel atelier : ${points(pointsTo)} en moyenne, contre ${number(pointsFrom, 1)} s’il était resté.`,
  'moved-in-exchange': ({ fromWorkshopId, otherIds, pointsFrom, pointsTo }, names) =>
    `Il laisse sa place dans l’atelier ${quoted(names.workshop(fromWorkshopId))} à ${list(otherIds.map(names.territory))}, qui y a davantage en commun ; ressemblance moyenne de ${points(pointsTo)} dans son nouvel atelier, contre ${number(pointsFrom, 1)} s’il était resté.`,
  'moved-likeness': ({ pointsFrom, pointsTo }) =>
    `Ressemblance moyenne de ${points(pointsTo)} dans son nouvel atelier, contre ${number(pointsFrom, 1)} s’il était resté.`,
  'moved-for-balance': ({ pointsFrom, pointsTo }) =>
    `L’équilibre de l’ensemble le demande ; ressemblance moyenne de ${points(pointsTo)} dans son nouvel atelier, contre ${number(pointsFrom, 1)} s’il était resté.`,
};

function rule(terms: RuleTerms, names: Names): string {
  const { because, askedBy } = terms;
  const reason = because.replace(/[.\s]+$/u, '');
  const motive = reason ? ` (${reason})` : '';
  return `${ruleAsks(terms, names)}${motive}${askedBy ? `, à la demande de : ${askedBy}` : ''}`;
}

function onlyWithTrait(trait: string): string {
  const known: Readonly<Record<string, string>> = {
    mountain: 'le seul territoire de montagne',
    montagne: 'le seul territoire de montagne',
    coast: 'le seul territoire du littoral',
    littoral: 'le seul territoire du littoral',
    rural: 'le seul territoire rural',
    urban: 'le seul territoire urbain',
    urbain: 'le seul territoire urbain',
  };
  return known[trait] ?? `le seul territoire ${quoted(trait)}`;
}

const onlyOfKind: Readonly<Record<string, string>> = {
  CC: 'la seule communauté de communes',
  CA: 'la seule communauté d’agglomération',
  CU: 'la seule communauté urbaine',
  METROPOLE: 'la seule métropole',
  PETR: 'le seul PETR',
  PNR: 'le seul parc naturel régional',
  PAYS: 'le seul pays',
  POLE_METROPOLITAIN: 'le seul pôle métropolitain',
  ASSOCIATION: 'la seule association',
};

const months = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
  ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
];

/** 2025-06-01 → 1er juin 2025 */
function day(iso: string): string {
  const [year = '', month = '', date = ''] = iso.split('-');
  const name = months[Number(month) - 1];
  return name ? `${Number(date) === 1 ? '1er' : Number(date)} ${name} ${year}` : iso;
}

function members(count: number, seats?: boolean): string {
  const noun = seats ? 'siège' : 'territoire';
  return `${number(count)}${space}${count > 1 ? `${noun}s` : noun}`;
}

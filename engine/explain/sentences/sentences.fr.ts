import { placingKinds } from '../reasons/rule-terms.js';
import { entrySentencesFr } from './entry-sentences.fr.js';
import { pairingSentencesFr } from './pairing-sentences.fr.js';
import { ruleAsks, ruleBroken } from './rule-words.fr.js';
import type { Names, Sentences, Statements } from './statements.js';
import { decimal, list, lowered, number, points, quoted, quotedList, space } from './wording.fr.js';

/** Every reason in French. Names are never elided (« de A », « d’A »): they stand where none is needed. */
export const sentencesFr: Sentences = {
  ...entrySentencesFr,
  ...pairingSentencesFr,
  'nothing-declared': () =>
    'Ce territoire n’a déclaré aucun besoin : il complète cet atelier, aucun problème ne le rattache à l’un plutôt qu’à l’autre.',
  'alone-in-workshop': () => 'Ce territoire est seul dans cet atelier.',
  'shared-problems': ({ problemIds, sharedWith }, names) => {
    const parts = problemIds.map((id, rank) => {
      const count = Number(sharedWith[rank]);
      const others = `${number(count)} ${count > 1 ? 'autres' : 'autre'}`;
      const noun = rank === 0 ? ` ${count > 1 ? 'territoires' : 'territoire'} de l’atelier` : '';
      return `${quoted(names.problem(id))} avec ${others}${noun}`;
    });
    return `Partage ${list(parts)}.`;
  },
  'no-shared-problem': () => 'Aucun autre territoire de l’atelier n’a déclaré les mêmes problèmes que lui.',
  'closest-members': ({ territoryIds, distancesKm }, names) => {
    const members = territoryIds.map((id, rank) => {
      const km = distancesKm[rank];
      return km ? `${names.territory(id)} (à ${number(Number(km))}${space}km)` : names.territory(id);
    });
    return members.length > 1
      ? `Les profils les plus proches du sien dans l’atelier : ${list(members)}.`
      : `Le profil le plus proche du sien dans l’atelier : ${list(members)}.`;
  },
  'explained-by-neighbourhood': ({ percent, problemIds, percents }, names) => {
    const parts = problemIds.map((id, rank) => `${quoted(names.problem(id))} (${percents[rank]}${space}%)`);
    return `Son voisinage explique ${percent}${space}% de ses besoins, surtout ${list(parts)} : cette part compte moins pour le rapprocher d’autres territoires.`;
  },
  'next-best-workshop': ({ workshopId, pointsHere, pointsThere, cost }, names) => {
    const compared = `la ressemblance moyenne y serait de ${points(pointsThere)}, contre ${number(pointsHere, 1)} ici`;
    const start = `Autre atelier possible : ${quoted(names.workshop(workshopId))} ; ${compared}`;
    return cost < 0
      ? `${start}. L’équilibre de l’ensemble (tailles, règles, éloignement) le place ici.`
      : `${start}.`;
  },
  'held-by-rule': (facts, names) => `${rule(facts, names)}${motive(facts)}.`,
  'rule-not-kept': notKept,
  'rule-kept': () => 'Règle tenue.',
  'rule-broken': ruleBroken,
  'pair-shared-problems': ({ problemIds }, names) =>
    `Les deux territoires rencontrent ${problemIds.length > 1 ? 'les mêmes problèmes' : 'le même problème'} : ${quotedList(problemIds, names.problem)}.`,
  'pair-distance': ({ distanceKm }) =>
    distanceKm < 1
      ? 'Moins d’un kilomètre les sépare à vol d’oiseau.'
      : `${number(distanceKm)}${space}km les ${distanceKm < 2 ? 'sépare' : 'séparent'} à vol d’oiseau.`,
  'odd-one-out': () =>
    'Ce territoire reste sans partenaire cette fois : ceux qui lui conviendraient forment ailleurs de meilleurs jumelages.',
  'unpaired-nothing-in-common': () =>
    'Ce territoire reste sans partenaire : aucun autre ne partage ses problèmes, ne peut lui montrer ce qu’il cherche, ni ne cherche ce qu’il peut montrer.',
  'unpaired-nothing-declared': () =>
    'Ce territoire reste sans partenaire : il n’a déclaré ni besoin ni expérience.',
  'concerns-surest': ({ method, resolution, tried, stability, distinction }) =>
    `Plusieurs niveaux de détail ont été comparés (${tried.map((value) => decimal(Number(value))).join(' ; ')}). Le niveau ${decimal(resolution)} est retenu : d’un calcul à l’autre les résultats s’y accordent à ${stability}${space}%, et les problèmes qui caractérisent une préoccupation y sont en moyenne ${distinction} points plus fréquents que dans l’assemblée. Méthode : ${methodName(method)}.`,
  'concerns-by-profiles': ({ stability, networkStability }) =>
    `Les ressemblances de proche en proche ne suffisent pas à dire qui va avec qui : les calculs ne s’accordent qu’à ${networkStability}${space}%. Les réponses ont donc été comparées directement (${methodName('kmeans')}), avec un accord de ${stability}${space}%.`,
  'concerns-as-asked': ({ method, resolution, stability }) =>
    `Cherchées comme demandé : ${methodName(method)}${resolution > 0 ? `, niveau de détail ${decimal(resolution)}` : ''}. D’un calcul à l’autre, les résultats s’accordent à ${stability}${space}%.`,
  'concerns-untied': () =>
    'Aucun problème ne rapproche deux territoires : il n’y a pas de préoccupation commune.',
  'concerns-and-departments': ({ ami, level }) => {
    const measured = `(recoupement de ${number(Math.max(0, ami), 2)}, entre 0 et 1)`;
    if (level === 'unrelated')
      return `Elles ne suivent pas les départements ${measured} : elles réunissent des territoires éloignés.`;
    return level === 'partly'
      ? `Elles suivent en partie les départements ${measured} : la proximité y compte, sans tout expliquer.`
      : `Elles suivent largement les départements ${measured}. Augmentez le décroisement (--decoupling) pour voir ce qui les dépasse.`;
  },
  'concerns-against-chance': ({ modularity, byChance, level, replicates }) => {
    const measured = `netteté ${number(modularity, 2)}, contre ${number(byChance, 2)} en moyenne sur ${replicates} tirages où les mêmes réponses sont distribuées au hasard`;
    if (level === 'clear') return `Elles ne sont pas l’effet du hasard : ${measured}.`;
    return level === 'slight'
      ? `Elles dépassent de peu ce que donne le hasard : ${measured}.`
      : `Elles ne se distinguent pas du hasard : ${measured}. Prenez-les avec prudence.`;
  },
};

/** Methods are called by their published names. */
function methodName(method: string): string {
  return { leiden: 'Leiden', louvain: 'Louvain', kmeans: 'k-moyennes' }[method] ?? method;
}

function notKept(facts: Statements['rule-not-kept'], names: Names): string {
  const start = facts.level === 'hard' ? 'Règle non tenue' : 'Souhait non suivi';
  return placingKinds.has(facts.kind)
    ? `${start} : ${lowered(rule(facts, names))}${motive(facts)}.`
    : `${start}, ${quoted(ruleAsks(facts, names))}${motive(facts)}.`;
}

function rule(facts: Statements['held-by-rule'], names: Names): string {
  const others = list(facts.otherIds.map(names.territory));
  switch (facts.kind) {
    case 'pinned':
      return 'Sa place dans un atelier donné est fixée par une règle';
    case 'together':
      return others ? `Une règle le réunit avec ${others}` : 'Une règle le réunit avec d’autres territoires';
    case 'apart':
      return others
        ? `Une règle le place dans un autre atelier que ${others}`
        : 'Une règle le sépare d’autres territoires';
    case 'allowed':
      return `Une règle limite le choix de son atelier (${facts.workshops.length > 1 ? 'ateliers permis' : 'atelier permis'} : ${list(facts.workshops)})`;
    case 'forbidden':
      return `Une règle limite le choix de son atelier (${facts.workshops.length > 1 ? 'ateliers exclus' : 'atelier exclu'} : ${list(facts.workshops)})`;
    default:
      return ruleAsks(facts, names);
  }
}

function motive({ because, askedBy }: Statements['held-by-rule']): string {
  const reason = because ? ` : ${because.replace(/[.\s]+$/u, '')}` : '';
  return askedBy ? `${reason} (demandé par ${askedBy})` : reason;
}

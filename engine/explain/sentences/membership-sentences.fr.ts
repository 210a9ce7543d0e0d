import type { MembershipSentences } from './membership-statements.js';
import { list, number, points, quoted, space } from './wording.fr.js';

/** Every statement on places taken up again, in French. */
export const membershipSentencesFr: MembershipSentences = {
  'replanned-places': ({ moved, budget, forced, joined, left, changed }) => {
    const news = [
      ...counted(left, 'départ', 'départs'),
      ...counted(joined, 'arrivée', 'arrivées'),
      ...counted(changed, 'territoire modifié', 'territoires modifiés'),
    ];
    const start = news.length > 0 ? `${list(news)} : ` : '';
    const made =
      moved === 0
        ? 'aucune autre place ne change'
        : `${number(moved)} ${moved > 1 ? 'places prises ou quittées' : 'place prise ou quittée'}`;
    const imposed =
      forced > 0
        ? `, sans compter ${number(forced)} que ${forced > 1 ? 'ces changements imposent' : 'ce changement impose'}`
        : '';
    const sentence = `${start}${made} (au plus ${number(budget)})${imposed}.`;
    return (sentence[0] ?? '').toUpperCase() + sentence.slice(1);
  },
  'thematic-workshop-closes': ({ workshopId, problemId, declaring, minSize }, names) =>
    declaring < minSize
      ? `L’atelier ${quoted(names.workshop(workshopId))} ferme : ${declarers(declaring)} ${quoted(names.problem(problemId))}, il en faut ${number(minSize)}.`
      : `L’atelier ${quoted(names.workshop(workshopId))} ferme : ses membres servent mieux l’ensemble ailleurs.`,
  'thematic-workshop-opens': ({ workshopId, problemId, members }, names) =>
    `Un atelier s’ouvre sur ${quoted(names.problem(problemId))}, ${quoted(names.workshop(workshopId))}, avec ${number(members)} territoires.`,
  'place-in-new-workshop': ({ problemId }, names) =>
    `Un atelier s’ouvre sur ${quoted(names.problem(problemId))}, qu’il partage.`,
  'place-of-others': ({ otherIds }, names) =>
    `Il y prend la place de : ${list(otherIds.map(names.territory))}.`,
  'place-gained': ({ needPercent, points: likeness }) => {
    const need =
      needPercent < 0 ? 'Il n’en déclare pas le besoin' : `Il en déclare le besoin à ${needPercent}${space}%`;
    return `${need} ; ressemblance moyenne de ${points(likeness)} avec les autres membres.`;
  },
  'place-lost-with-workshop': ({ problemId, declaring, minSize }, names) =>
    declaring < minSize
      ? `L’atelier ferme : ${declarers(declaring)} ${quoted(names.problem(problemId))}, il en faut ${number(minSize)}.`
      : 'L’atelier ferme : ses membres servent mieux l’ensemble ailleurs.',
  'problem-no-longer-declared': ({ problemId }, names) =>
    `Il ne déclare plus ${quoted(names.problem(problemId))}, le problème de l’atelier.`,
  'referral-no-longer-asks': () => 'La saisine ne le concerne plus, ou une règle l’en écarte.',
  'referral-now-demands': () => 'Une règle le fait participer.',
  'place-left-for-others': ({ workshopIds, most }, names) =>
    `Il siège désormais dans ${list(workshopIds.map((id) => quoted(names.workshop(id))))} : au plus ${number(most)} ${most > 1 ? 'ateliers' : 'atelier'} par territoire.`,
  'place-left-to': ({ otherIds }, names) =>
    `L’ensemble gagne à ce que sa place y revienne à : ${list(otherIds.map(names.territory))}.`,
  'place-lost': ({ points: likeness, needPercent, elsewhere }) => {
    const need = needPercent < 0 ? '' : `besoin déclaré à ${needPercent}${space}% ; `;
    const still =
      elsewhere > 0
        ? `il garde ${number(elsewhere)} ${elsewhere > 1 ? 'ateliers' : 'atelier'}`
        : 'il ne siège plus nulle part';
    const told = `${need}ressemblance moyenne de ${points(likeness)} avec les membres d’aujourd’hui ; ${still}.`;
    return (told[0] ?? '').toUpperCase() + told.slice(1);
  },
};

function counted(count: number, one: string, many: string): string[] {
  return count > 0 ? [`${number(count)} ${count > 1 ? many : one}`] : [];
}

function declarers(count: number): string {
  if (count === 0) return 'aucun territoire ne déclare plus';
  return count > 1 ? `${number(count)} territoires seulement déclarent` : 'un seul territoire déclare';
}

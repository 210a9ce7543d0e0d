import type { CellFindingFacts, SentencesOf } from './finding-facts.js';
import { decimal, french, quoted } from './sentence-parts.fr.js';

/** The findings on tables, columns and cells, in French. */
export const frenchCellSentences: SentencesOf<CellFindingFacts> = {
  'no-territories': () => ({
    message: 'Aucun territoire n’a pu être lu.',
    suggestion: 'Donnez une feuille « Territoires » avec au moins une colonne « nom ».',
  }),
  'one-territory': () => ({
    message: 'Il n’y a qu’un territoire : rien ne peut être mis en commun.',
    suggestion: 'Ajoutez les autres territoires, une ligne chacun.',
  }),
  'unknown-table': ({ table }) => ({
    message: `La feuille ${quoted(table)} n’est pas reconnue : elle n’est pas lue.`,
    suggestion: 'Nommez-la Territoires, Problématiques, Sièges, Historique ou Règles si elle doit servir.',
  }),
  'unknown-column': ({ column }) => ({
    message: `La colonne ${quoted(column)} n’est pas reconnue : elle n’est pas lue.`,
    suggestion: 'Renommez-la si elle doit servir ; sinon, rien à faire.',
  }),
  'repeated-column': ({ column, kept }) => ({
    message: `La colonne ${quoted(column)} dit la même chose que ${quoted(kept)} : seule ${quoted(kept)} est lue.`,
    suggestion: 'Gardez une seule des deux colonnes.',
  }),
  'contact-column': ({ column }) => ({
    message: `La colonne ${quoted(column)} contient des coordonnées de personnes : elle n’est ni lue ni conservée.`,
    suggestion: 'Gardez ces coordonnées dans votre propre fichier ; elles ne servent pas ici.',
  }),
  'contact-dropped': () => ({
    message:
      'Une adresse électronique ou un numéro de téléphone a été retiré de la cellule : les coordonnées de personnes ne sont pas conservées.',
    suggestion: 'Retirez-les aussi du fichier.',
  }),
  'territories-from-problems': ({ count }) => ({
    message: `Il n’y a pas de feuille « Territoires » : les ${count} territoires cités avec leurs problématiques en tiennent lieu.`,
    suggestion:
      'Ajoutez une feuille « Territoires » pour préciser leur type, leur département et leur position.',
  }),
  'bad-taxonomy': ({ path, problem }) => ({
    message: `La taxonomie fournie ne peut pas servir (${path || 'en entier'} : ${problem}) : la taxonomie habituelle est utilisée.`,
    suggestion: 'Corrigez-la : des thèmes, chacun avec des problèmes, chacun avec id, fr et en.',
  }),
  'taxonomy-id-twice': ({ id }) => ({
    message: `Dans la taxonomie fournie, l’identifiant ${quoted(id)} sert deux fois : la taxonomie habituelle est utilisée.`,
    suggestion: 'Donnez à chaque thème et à chaque problème un identifiant à lui.',
  }),

  'not-text': ({ column }) => ({
    message: `La colonne ${quoted(column)} attend un texte.`,
    suggestion: 'Écrivez un texte simple dans cette cellule.',
  }),
  'not-a-number': ({ value }) => ({
    message: `${quoted(value)} n’est pas un nombre.`,
    suggestion: 'Écrivez un nombre, par exemple 0,8 ou 12 345, ou laissez la cellule vide.',
  }),
  'not-whole': ({ value }) => ({
    message: `${quoted(value)} n’est pas un nombre entier.`,
    suggestion: 'Écrivez un nombre entier, sans décimales.',
  }),
  'out-of-range': ({ value, min, max, scale }) => ({
    message:
      max === null
        ? `${quoted(value)} est trop petit : un nombre supérieur à ${min} est attendu.`
        : `${quoted(value)} sort de l’intervalle attendu, de ${min} à ${max}.`,
    suggestion: scaleAdvice(scale, max),
  }),
  'coordinate-out-of-range': ({ axis, value, guess }) => ({
    message: `${quoted(value)} n’est pas une ${axis === 'lat' ? 'latitude (de −90 à 90)' : 'longitude (de −180 à 180)'}.`,
    suggestion:
      guess === null ? 'Donnez des degrés décimaux, par exemple 43,6.' : `Faut-il lire ${decimal(guess)} ?`,
  }),
  'half-position': ({ missing }) => ({
    message: `Il manque la ${missing === 'lat' ? 'latitude' : 'longitude'} : la position n’est pas lue.`,
    suggestion: 'Donnez les deux coordonnées, ou aucune.',
  }),
  'coordinates-swapped': ({ lat, lon }) => ({
    message: `La latitude ${decimal(lat)} et la longitude ${decimal(lon)} semblent échangées : la position est laissée de côté.`,
    suggestion: `Si le territoire est en France, écrivez lat ${decimal(lon)} et lon ${decimal(lat)}.`,
  }),
  'not-a-date': ({ value }) => ({
    message: `${quoted(value)} n’est pas une date.`,
    suggestion: 'Écrivez la date sous la forme jj/mm/aaaa, par exemple 04/11/2016.',
  }),
  'impossible-date': ({ value, guess }) => ({
    message: `La date ${quoted(value)} n’existe pas.`,
    suggestion:
      guess === null
        ? 'Vérifiez le jour et le mois (jj/mm/aaaa).'
        : `Le jour et le mois sont peut-être échangés : faut-il lire ${french(guess)} ?`,
  }),
  'dates-crossed': ({ from, to }) => ({
    message: `La fin (${french(to)}) vient avant le début (${french(from)}).`,
    suggestion: 'Échangez les deux dates ou corrigez celle qui est fausse.',
  }),
  'date-completed': ({ value, read }) => ({ message: `${quoted(value)} est lu comme le ${french(read)}.` }),
  'leading-zero': ({ value, read }) => ({
    message: `Zéro initial perdu : ${quoted(value)} est lu ${quoted(read)}.`,
  }),
  'spaces-tidied': ({ read }) => ({ message: `Espaces superflus retirés : ${quoted(read)}.` }),
  'number-cleaned': ({ value, read }) => ({ message: `${quoted(value)} est lu comme le nombre ${read}.` }),
  'intensity-word': ({ value, read }) => ({
    message: `L’intensité ${quoted(value)} est lue ${decimal(read)}.`,
  }),
  'unknown-department': ({ value }) => ({
    message: `${quoted(value)} n’est pas un département connu : il est laissé de côté.`,
    suggestion: 'Écrivez le code du département, par exemple 09, 2A ou 974.',
  }),
  'department-name': ({ value, read }) => ({
    message: `Le département ${quoted(value)} est lu ${quoted(read)}.`,
  }),
  'corsica-code': ({ value }) => ({
    message: `Le code ${quoted(value)} ne dit pas de quel département de Corse il s’agit : il est laissé de côté.`,
    suggestion: 'Écrivez 2A (Corse-du-Sud) ou 2B (Haute-Corse).',
  }),
  'not-a-member-code': ({ value }) => ({
    message: `${quoted(value)} n’est ni un SIREN (9 chiffres) ni un code INSEE (5 caractères) : ce membre est laissé de côté.`,
    suggestion: 'Donnez les codes des membres, séparés par | ou par une virgule.',
  }),
  'unknown-kind': ({ value }) => ({
    message: `Le type ${quoted(value)} n’est pas connu : il est déduit du nom s’il le dit, sinon « autre ».`,
    suggestion:
      'Types connus : CC, CA, CU, métropole, PETR, PNR, pays, pôle métropolitain, association, autre.',
  }),
  'unknown-choice': ({ value, allowed }) => ({
    message: value === '' ? 'Il manque une réponse.' : `${quoted(value)} n’est pas une réponse attendue ici.`,
    suggestion: `Réponses possibles : ${allowed.fr.join(', ')}.`,
  }),
  'not-yes-or-no': ({ value }) => ({
    message: `${quoted(value)} n’est ni oui ni non : la cellule n’est pas lue.`,
    suggestion: 'Écrivez oui ou non.',
  }),
  'unknown-civility': () => ({
    message: 'La civilité n’est pas reconnue : elle est notée « non précisée ».',
    suggestion: 'Écrivez F (Mme), M (M.) ou laissez la cellule vide.',
  }),
  'civility-from-title': ({ civility }) => ({
    message: `La civilité ${civility} est prise dans le titre écrit devant le nom.`,
  }),
  'civility-contradicts-title': ({ civility }) => ({
    message: `Le titre écrit devant le nom ne dit pas la même civilité que sa colonne : ${civility} (la colonne) est gardé.`,
    suggestion: 'Corrigez le titre ou la colonne.',
  }),
};

function scaleAdvice(scale: number | null, max: number | null): string {
  if (scale !== null) {
    const written = scale === 100 ? 'de 0 à 100' : `de 1 à ${scale}`;
    return `Toute la colonne semble notée ${written} : divisez chaque note par ${scale}.`;
  }
  return max === null ? 'Corrigez ce nombre ou laissez la cellule vide.' : 'Écrivez par exemple 0,8 ou 80 %.';
}

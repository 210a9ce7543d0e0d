import type { FindingSentences, RuleConflictKind } from './finding-facts.js';

/** The findings in French, as organisers read them. */
export const frenchSentences: FindingSentences = {
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

  'nameless-territory': () => ({
    message: 'Cette ligne n’a ni identifiant ni nom de territoire : elle n’est pas lue.',
    suggestion: 'Donnez un nom ou un SIREN, ou videz la ligne.',
  }),
  'id-from-siret': ({ value, read }) => ({
    message: `Le SIRET ${quoted(value)} est ramené à son SIREN ${quoted(read)}.`,
  }),
  'duplicate-id': ({ id, firstRow }) => ({
    message: `L’identifiant ${quoted(id)} sert déjà à la ligne ${firstRow} : cette ligne n’est pas lue.`,
    suggestion: 'Donnez-lui un autre identifiant, ou réunissez les deux lignes.',
  }),
  'same-row-twice': ({ name, firstRow }) => ({
    message: `${quoted(name)} est déjà à la ligne ${firstRow}, à l’identique : cette ligne est ignorée.`,
  }),
  'same-territory-twice': ({ name, firstName, firstRow }) => ({
    message: `${quoted(name)} est le même territoire que ${quoted(firstName)}, ligne ${firstRow}, avec d’autres réponses : cette ligne n’est pas lue.`,
    suggestion: 'Réunissez les deux lignes ; si ce sont deux territoires, donnez à chacun son identifiant.',
  }),
  'same-territory-two-ids': ({ name, firstName, firstRow, official }) => ({
    message: `${quoted(name)} et ${quoted(firstName)} (ligne ${firstRow}) ont deux identifiants mais semblent être le même territoire, ${quoted(official)} : les deux sont gardés.`,
    suggestion: 'Si c’est le même, réunissez les deux lignes ; sinon, précisez leur nom.',
  }),
  'completed-from-gazetteer': ({ name, id }) => ({
    message: `${quoted(name)} est complété par le répertoire des territoires (SIREN ${id}).`,
  }),
  'name-recognised': ({ name, official, id }) => ({
    message: `${quoted(name)} est reconnu : ${quoted(official)} (SIREN ${id}).`,
    suggestion: 'Si ce n’est pas lui, donnez un identifiant et un nom plus précis.',
  }),
  'ambiguous-name': ({ name }) => ({
    message: `${quoted(name)} ressemble à un territoire connu sans que ce soit certain : il est gardé tel quel.`,
    suggestion: 'S’il est parmi les propositions, donnez son SIREN dans la colonne « id ».',
  }),
  'siren-name-mismatch': ({ id, name, official }) => ({
    message: `Le SIREN ${id} et le nom ${quoted(name)} ne vont pas ensemble (le répertoire donne ${quoted(official)}) : rien n’est complété.`,
    suggestion: 'Corrigez le SIREN ou le nom.',
  }),
  'no-position': ({ name }) => ({
    message: `La position de ${quoted(name)} n’est pas connue : il sera placé sans tenir compte de sa position.`,
    suggestion: 'Donnez son SIREN, ou sa latitude et sa longitude.',
  }),
  'no-position-at-all': ({ count }) => ({
    message: `Aucun des ${count} territoires n’a de position : ils seront placés sans tenir compte de la géographie.`,
    suggestion: 'Donnez leurs SIREN, ou leurs latitudes et longitudes.',
  }),

  'missing-territory': () => ({
    message: 'Il manque le territoire : cette ligne n’est pas lue.',
    suggestion: 'Écrivez son identifiant ou son nom.',
  }),
  'unknown-territory': ({ name, near }) => ({
    message: `${quoted(name)} n’est pas dans la liste des territoires.`,
    suggestion:
      near.length > 0
        ? `Est-ce ${near.map(quoted).join(' ou ')} ?`
        : 'Ajoutez-le à la feuille « Territoires » ou corrigez son nom.',
  }),
  'ambiguous-territory': ({ name }) => ({
    message: `${quoted(name)} peut désigner plusieurs territoires de la liste : il est laissé de côté.`,
    suggestion: 'Écrivez l’identifiant de celui qui convient.',
  }),
  'territory-read-as': ({ name, read }) => ({ message: `${quoted(name)} est lu comme ${quoted(read)}.` }),
  'territory-left-out': ({ name, row }) => ({
    message: `Le territoire ${quoted(name)} n’a pas été retenu (ligne ${row} de la liste) : ce qui le concerne ici ne l’est pas non plus.`,
    suggestion: `Corrigez d’abord la ligne ${row}.`,
  }),
  'past-territory-gone': ({ name }) => ({
    message: `${quoted(name)} n’est pas (ou plus) dans la liste des territoires : cette rencontre passée est comptée sans lui.`,
    suggestion: 'Corrigez son nom s’il fait toujours partie de l’assemblée.',
  }),
  'repeated-in-list': ({ name }) => ({ message: `${quoted(name)} est cité deux fois : il compte une fois.` }),

  'missing-problem': () => ({
    message: 'Il manque le problème.',
    suggestion: 'Écrivez son identifiant (par exemple hab.vacance), son libellé ou quelques mots.',
  }),
  'problem-read-as': ({ text, label, problemId, evidence }) => ({
    message: `${quoted(text)} est lu comme ${quoted(label)} (${problemId}), à cause de ${quoted(evidence)}.`,
  }),
  'ambiguous-problem': ({ text }) => ({
    message: `${quoted(text)} peut se lire de plusieurs façons, ou n’est pas assez sûr : il est laissé de côté.`,
    suggestion: 'Choisissez parmi les propositions et écrivez l’identifiant.',
  }),
  'unknown-problem': ({ text, near }) => ({
    message: `${quoted(text)} ne correspond à aucun problème de la taxonomie.`,
    suggestion:
      near.length > 0
        ? `Est-ce ${near.join(' ou ')} ?`
        : 'Écrivez l’identifiant ou le libellé d’un problème de la taxonomie.',
  }),
  'need-twice': ({ problemId, kept }) => ({
    message: `${problemId} est déjà déclaré par ce territoire : la plus grande intensité, ${decimal(kept)}, est gardée.`,
  }),

  'too-few-territories': ({ count }) => ({
    message:
      count === 0
        ? 'Aucun territoire n’est cité.'
        : 'Un seul territoire est cité : il en faut au moins deux.',
    suggestion: 'Citez les territoires, séparés par | ou par une virgule.',
  }),
  'pinned-without-workshop': () => ({
    message: 'Cette règle fixe un territoire sans dire dans quel atelier.',
    suggestion: 'Donnez le numéro de l’atelier, à partir de 1.',
  }),
  'workshop-ignored': () => ({
    message: 'Le numéro d’atelier ne sert qu’aux règles « fixé » : il n’est pas lu.',
    suggestion: 'Pour imposer un atelier, ajoutez une règle « fixé ».',
  }),
  'rule-twice': ({ firstRow }) => ({
    message: `Cette règle est déjà à la ligne ${firstRow} : elle compte une fois.`,
  }),
  'circular-rules': ({ conflict, rules, territories, dropped }) => ({
    message: `Les règles ${listed(rules)} se contredisent : ${conflicts[conflict](territories)}. La règle ${dropped} n’est pas retenue.`,
    suggestion: `Supprimez la règle ${dropped}, ou ${rules.length > 2 ? 'l’une des autres' : 'l’autre'} : ${listed(rules.filter((rule) => rule !== dropped))}.`,
  }),
  'soft-rule-void': ({ rules, territories }) => ({
    message: `Ce souhait ne pourra pas être tenu pour ${listed(territories.map(quoted))}, à cause ${rules.length > 1 ? 'des règles impératives' : 'de la règle impérative'} ${listed(rules)}.`,
    suggestion: 'Retirez le souhait, ou assouplissez ce qui l’empêche.',
  }),
};

/** Ends the message of a finding that stands for several rows. */
export const frenchMore = (count: number): string =>
  count === 1 ? 'Une autre ligne est dans le même cas.' : `${count} autres lignes sont dans le même cas.`;

const conflicts: Readonly<Record<RuleConflictKind, (territories: readonly string[]) => string>> = {
  'apart-inside-together': (names) =>
    `${listed(names.map(quoted))} doivent être à la fois ensemble et séparés`,
  'pinned-twice': (names) =>
    names.length > 1
      ? `${listed(names.map(quoted))} doivent être ensemble et sont fixés dans deux ateliers`
      : `${listed(names.map(quoted))} est fixé dans deux ateliers`,
  'pinned-together-inside-apart': (names) =>
    `${listed(names.map(quoted))} doivent être séparés et sont fixés dans le même atelier`,
};

function scaleAdvice(scale: number | null, max: number | null): string {
  if (scale !== null) {
    const written = scale === 100 ? 'de 0 à 100' : `de 1 à ${scale}`;
    return `Toute la colonne semble notée ${written} : divisez chaque note par ${scale}.`;
  }
  return max === null ? 'Corrigez ce nombre ou laissez la cellule vide.' : 'Écrivez par exemple 0,8 ou 80 %.';
}

function quoted(text: string): string {
  return `« ${text} »`;
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`;
}

function decimal(value: number): string {
  return String(value).replace('.', ',');
}

function french(isoDay: string): string {
  return isoDay.split('-').reverse().join('/');
}

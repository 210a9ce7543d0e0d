import type { JsonMistakeKind, ReadSentences } from './read-facts.js';

const saveAsXlsx =
  'Ouvrez-le dans Excel ou LibreOffice, puis « Enregistrer sous… » et choisissez « Classeur Excel (.xlsx) ».';

/** What is said about files, in French. */
export const frenchSentences: ReadSentences = {
  reading: (file) => `Lecture de ${file}…`,
  findings: {
    'file-not-found': ({ file, similar }) => ({
      message: `Le fichier « ${file} » est introuvable.`,
      suggestion: similar
        ? `Vouliez-vous dire « ${similar} » ? Il est dans le même dossier.`
        : 'Vérifiez le nom, la fin du nom (.xlsx, .csv, .json) et le dossier.',
    }),
    'file-unreadable': ({ file, reason }) => ({
      message: `« ${file} » ne peut pas être lu (${reason}).`,
      suggestion: 'Fermez-le s’il est ouvert ailleurs et vérifiez que vous avez le droit de le lire.',
    }),
    'not-a-file': ({ file }) => ({
      message: `« ${file} » porte un nom de fichier mais n’est pas un fichier.`,
      suggestion:
        'Donnez un fichier, ou un dossier de fichiers CSV dont le nom ne finit pas comme un fichier.',
    }),
    'file-too-large': ({ file, megabytes, limit }) => ({
      message: `« ${file} » pèse ${megabytes} Mo ; la limite est de ${limit} Mo.`,
      suggestion:
        'Retirez les images, les feuilles et les colonnes inutiles, ou séparez les données en plusieurs fichiers.',
    }),
    'unsupported-format': ({ file, ending }) => ({
      message: ending
        ? `« ${file} » : le format ${ending} n’est pas lu.`
        : `« ${file} » : la fin du nom ne dit pas de quel format il s’agit.`,
      suggestion: 'Enregistrez sous… « Classeur Excel (.xlsx) » ou « CSV UTF-8 (.csv) ».',
    }),
    'folder-without-csv': ({ file }) => ({
      message: `Le dossier « ${file} » ne contient aucun fichier CSV.`,
      suggestion:
        'Mettez-y territoires.csv et, au besoin, problématiques.csv, sièges.csv, historique.csv, règles.csv.',
    }),
    'empty-file': ({ file, headerOnly }) => ({
      message: headerOnly
        ? `« ${file} » n’a que des en-têtes : aucune ligne n’est remplie.`
        : `« ${file} » est vide.`,
      suggestion: headerOnly
        ? 'Ajoutez une ligne par territoire sous les en-têtes.'
        : 'Vérifiez que c’est le bon fichier et qu’il a été enregistré.',
    }),
    'empty-table': ({ file }) => ({
      message: `« ${file} » est vide : il est laissé de côté.`,
      suggestion: 'Retirez-le du dossier, ou remplissez-le.',
    }),
    'not-a-text-file': ({ file }) => ({
      message: `« ${file} » n’est pas un fichier texte, malgré son nom.`,
      suggestion:
        'Si c’est un classeur Excel, rendez-lui la fin de nom .xlsx ; sinon, enregistrez-le en « CSV UTF-8 (.csv) ».',
    }),
    'read-as-windows-1252': ({ file }) => ({
      message: `« ${file} » n’est pas en UTF-8 : les accents ont été lus selon Windows-1252.`,
      suggestion: 'Vérifiez un nom accentué. Pour l’éviter, enregistrez en « CSV UTF-8 (.csv) ».',
    }),
    'unreadable-characters': ({ file, count }) => ({
      message: `« ${file} » contient ${count} caractère(s) illisible(s), remplacés par « \uFFFD ».`,
      suggestion:
        'Cherchez « \uFFFD » dans les noms et corrigez-les, puis enregistrez en « CSV UTF-8 (.csv) ».',
    }),
    'unclosed-quote': ({ row }) => ({
      message: `Ligne ${row} : un guillemet " est ouvert et jamais refermé ; la suite du fichier ne peut pas être lue.`,
      suggestion: 'Refermez ce guillemet, ou supprimez-le.',
    }),
    'runaway-quote': ({ row }) => ({
      message: `Ligne ${row} : un guillemet " semble avoir avalé une ou plusieurs lignes dans une seule cellule.`,
      suggestion: 'Cherchez sur cette ligne un guillemet en trop ou mal refermé.',
    }),
    'title-above-header': ({ title, headerRow }) => ({
      message: `« ${title} », au-dessus des en-têtes, est pris pour un titre ; les en-têtes sont à la ligne ${headerRow}.`,
      suggestion: 'Rien à faire si c’est bien le cas.',
    }),
    'cells-beyond-header': ({ row, width }) => ({
      message: `Ligne ${row} : une cellule remplie dépasse les ${width} colonnes des en-têtes ; elle est laissée de côté.`,
      suggestion: 'Donnez un en-tête à cette colonne, ou cherchez un séparateur en trop sur la ligne.',
    }),
    'more-cells-beyond-header': ({ count }) => ({
      message: `${count} autre(s) ligne(s) dépassent aussi les en-têtes.`,
      suggestion: 'Vérifiez que la ligne des en-têtes est complète.',
    }),
    'too-many-rows': ({ table, limit }) => ({
      message: `« ${table} » a plus de ${limit.toLocaleString('fr-FR')} lignes.`,
      suggestion: 'Vérifiez que c’est le bon tableau, supprimez les lignes inutiles ou séparez-le.',
    }),
    'formula-error': ({ row, column, value }) => ({
      message: `Ligne ${row}, colonne « ${column} » : la formule donne l’erreur ${value} ; la cellule est lue comme vide.`,
      suggestion: 'Corrigez la formule, ou remplacez-la par sa valeur.',
    }),
    'password-protected': ({ file }) => ({
      message: `« ${file} » est protégé par un mot de passe.`,
      suggestion:
        'Dans Excel : Fichier, Informations, Protéger le classeur, Chiffrer avec mot de passe ; effacez-le, puis enregistrez.',
    }),
    'old-excel-format': ({ file }) => ({
      message: `« ${file} » est un ancien fichier Excel (.xls), malgré son nom.`,
      suggestion: saveAsXlsx,
    }),
    'not-an-xlsx': ({ file }) => ({
      message: `« ${file} » n’est pas un classeur Excel, malgré son nom.`,
      suggestion: saveAsXlsx,
    }),
    'broken-xlsx': ({ file, where }) => ({
      message: where
        ? `Le classeur « ${file} » est abîmé (${where}).`
        : `Le classeur « ${file} » est abîmé ou incomplet.`,
      suggestion: 'Ouvrez-le dans Excel, acceptez la réparation et enregistrez-le, ou redemandez le fichier.',
    }),
    'zip-bomb': ({ file }) => ({
      message: `Le classeur « ${file} » est anormalement volumineux une fois décompressé : il n’est pas lu.`,
      suggestion: 'Copiez les seules données utiles dans un classeur neuf.',
    }),
    'json-syntax': ({ line, column, mistake }) => ({
      message: `Ligne ${line}, caractère ${column} : ${mistakes[mistake].message}.`,
      suggestion: mistakes[mistake].suggestion,
    }),
  },
};

const mistakes: Record<JsonMistakeKind, { message: string; suggestion: string }> = {
  'missing-comma': {
    message: 'il manque une virgule entre deux éléments',
    suggestion: 'Ajoutez une virgule juste avant cet endroit.',
  },
  'trailing-comma': {
    message: 'il y a une virgule en trop après le dernier élément',
    suggestion: 'Supprimez la virgule qui précède.',
  },
  'missing-colon': {
    message: 'il manque les deux-points entre un nom et sa valeur',
    suggestion: 'Écrivez "nom": valeur.',
  },
  'missing-quote': {
    message: 'un nom ou un texte n’est pas entre guillemets droits "',
    suggestion: 'Entourez-le de guillemets droits : "comme ceci".',
  },
  'unclosed-quote': {
    message: 'un texte ouvert par " n’est jamais refermé',
    suggestion: 'Ajoutez le guillemet " à la fin de ce texte.',
  },
  'line-break-in-text': {
    message: 'un retour à la ligne ou une tabulation coupe un texte entre guillemets',
    suggestion:
      'Fermez le guillemet " avant la fin de la ligne, ou écrivez \\n à la place du retour à la ligne.',
  },
  'wrong-quote': {
    message: 'ces guillemets ne sont pas les guillemets droits "',
    suggestion: 'Remplacez ’ ‘ “ ” « » et \' par ".',
  },
  'bad-escape': {
    message: 'une barre oblique inversée \\ n’est pas suivie de ce qu’il faut',
    suggestion: 'Doublez-la : \\\\.',
  },
  'bad-number': {
    message: 'ce nombre n’est pas écrit comme il faut',
    suggestion:
      'Utilisez un point décimal (0.5) ; un code qui commence par 0 se met entre guillemets ("01004").',
  },
  'decimal-comma': {
    message: 'une virgule décimale coupe ce nombre en deux',
    suggestion: 'Écrivez le nombre avec un point : 43.93.',
  },
  comment: {
    message: 'les commentaires ne sont pas permis dans un fichier JSON',
    suggestion: 'Supprimez le commentaire.',
  },
  'bad-word': {
    message: 'ce mot ou ce signe n’est pas attendu ici',
    suggestion:
      'Un texte se met entre guillemets droits " ; hors guillemets, seuls true, false, null et les nombres sont permis.',
  },
  unclosed: {
    message: 'le fichier s’arrête avant la fin : une accolade } ou un crochet ] manque',
    suggestion: 'Le fichier a peut-être été coupé : redemandez-le, ou fermez ce qui est ouvert.',
  },
  'text-after-end': {
    message: 'il reste du texte après la fin des données',
    suggestion: 'Supprimez ce qui suit la dernière accolade ou le dernier crochet.',
  },
};

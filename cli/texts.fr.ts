import type { Texts } from './texts.js';

export const french: Texts = {
  about:
    'Décroise compose des ateliers de territoires à partir des problèmes qu’ils partagent, au-delà de la géographie.',
  usage: 'Utilisation :',
  arguments: 'Arguments :',
  options: 'Options :',
  commands: 'Commandes :',
  helpOption: 'affiche cette aide',
  helpCommand: 'affiche l’aide d’une commande',
  versionOption: 'affiche la version',
  langOption: 'langue des textes : fr ou en',
  fileArgument: 'liste des territoires : .xlsx, .csv, .json ou dossier de CSV',
  taxonomyOption: 'autres thèmes et problèmes (fichier JSON)',
  jsonOption: 'écrit un seul objet JSON sur la sortie standard, rien d’autre',
  defaultIs: (value) => `défaut : ${value}`,
  automatic: 'automatique',
  checkCommand: 'relit un fichier et signale tout ce qui ne va pas, ligne et colonne',
  planCommand: 'compose les ateliers et les jumelages',
  communitiesCommand: 'fait apparaître les préoccupations communes, et dit si elles sont solides',
  sweepCommand: 'essaie tous les réglages du décroisement : une table, une image, ce qu’elles disent',
  evaluateCommand:
    'mesure un découpage existant comme les nôtres, à côté des autres méthodes et de notre plan',
  groupingArgument: 'découpage à mesurer : un .csv ou .xlsx avec le territoire et son atelier',
  exampleCommand: 'écrit l’assemblée d’exemple (XLSX, CSV, JSON)',
  serveCommand: 'démarre le service web',
  sizeOption: 'tailles d’un atelier, par exemple 6..10',
  formatOption: 'fichiers à écrire',
  outOption: 'dossier où écrire les fichiers (créé s’il manque)',
  directoryArgument: 'dossier où écrire',
  regionOption: 'code de la région',
  portOption: 'port d’écoute',
  hostOption: 'adresse d’écoute',
  examples: 'Exemples :',
  written: (paths) => `Écrit :\n${paths.map((path) => `  ${path}`).join('\n')}\n`,
  exampleNext: (file) =>
    `Réponses fictives, territoires réels. Pour continuer :\n  decroise plan ${file} --out resultat\n`,
  listening: (url) =>
    `Décroise écoute sur ${url} (documentation : ${url}/openapi.json). Ctrl+C pour arrêter.\n`,
  portTaken: (port) => `Le port ${port} est déjà pris.\nEssayez un autre port : --port ${port + 1}\n`,
  stages: {
    read: 'Lecture du fichier',
    profile: 'Profils des territoires',
    geography: 'Distances et voisinages',
    affinity: 'Affinités',
    community: 'Préoccupations communes',
    workshop: 'Composition des ateliers',
    pairing: 'Jumelages',
    explain: 'Mesures et explications',
    write: 'Écriture des fichiers',
  },
  unusable: 'Le fichier ne peut pas être utilisé tel quel : aucun plan n’a été composé.\n',
  noPlan: 'Aucun plan ne respecte toutes les demandes.',
  badNumber: (value, range) => `« ${value} » ne convient pas : il faut ${range}.`,
  numberRange: (whole, min, max) => `un nombre${whole ? ' entier' : ''} de ${min} à ${max}`,
  choiceRange: (choices) =>
    `${choices.slice(0, -1).join(', ')}${choices.length > 1 ? ' ou ' : ''}${choices.at(-1)}`,
  valueRange: (min, max, most) =>
    `des nombres de ${min} à ${max}, écrits ${min}..${max}:0.1 (de, à, pas) ou 0|0.5|1, ${most} au plus`,
  sizeRange: 'deux nombres entiers, comme 6..10',
  sizesCrossed: (min, max) =>
    `La taille minimale (${min}) dépasse la taille maximale (${max}) : écrivez --size ${max}..${min}.`,
  unknownRegion: (region) =>
    `Aucun territoire connu pour la région « ${region} » : donnez un code de région, par exemple 76.\n`,
  misuse: {
    'commander.unknownOption': (detail) => `Option inconnue : ${detail}`,
    'commander.unknownCommand': (detail) => `Commande inconnue : ${detail}`,
    'commander.missingArgument': (detail) => `Il manque un argument : ${detail}`,
    'commander.optionMissingArgument': (detail) => `Il manque la valeur de l’option ${detail}`,
    'commander.invalidArgument': (detail) => detail,
    'commander.excessArguments': () => 'Trop d’arguments.',
  },
  seeHelp: 'Pour voir ce qui est possible : decroise --help\n',
  unexpected:
    'Décroise s’est arrêté sur une erreur qu’il n’attendait pas. Merci de la signaler avec le texte ci-dessous.',
};

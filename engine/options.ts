import {
  automatic,
  choice,
  day,
  integer,
  list,
  type Parameter,
  real,
  text,
  type ValueOf,
} from './parameter.js';

/**
 * Every parameter of the engine, by stage: its default, its range, its unit and its sentence.
 * Command flags, the HTTP schema and docs/options.md are made from this table.
 */
export const parameters = {
  general: {
    seed: integer({
      flag: 'seed',
      default: 1,
      min: 0,
      max: 4294967295,
      fr: 'Graine des tirages : la même graine redonne exactement le même plan.',
      en: 'Seed of the draws: the same seed gives exactly the same plan.',
    }),
    date: day({
      flag: 'date',
      fr: 'Jour de la séance (aaaa-mm-jj) : seuls les sièges en cours de mandat ce jour-là comptent ; sans valeur, tous.',
      en: 'Day of the session (yyyy-mm-dd): only seats within their term that day count; without a value, all of them.',
    }),
  },
  profile: {
    themeSmoothing: real({
      flag: 'theme-smoothing',
      default: 0.3,
      min: 0,
      max: 1,
      fr: 'Poids du thème à côté du problème : deux problèmes d’un même thème se ressemblent un peu.',
      en: 'Weight of the theme beside the problem: two problems of one theme are a little alike.',
    }),
  },
  geography: {
    decoupling: real({
      flag: 'decoupling',
      default: 0.5,
      min: 0,
      max: 1,
      fr: 'Décroisement : part de ce que le voisinage explique qui est retirée des profils (0 = rien, 1 = tout).',
      en: 'Décroisement: how much of what the neighbourhood explains is taken out of the profiles (0 none, 1 all).',
    }),
    bandwidthKm: automatic({
      flag: 'bandwidth',
      unit: 'km',
      min: 1,
      max: 1000,
      fr: 'Rayon du voisinage ; sans valeur, il est choisi d’après les données.',
      en: 'Radius of the neighbourhood; without a value it is chosen from the data.',
    }),
  },
  affinity: {
    likeness: choice({
      flag: 'likeness',
      default: 'cosine',
      choices: ['cosine', 'jaccard'],
      fr: 'Mesure de ressemblance de deux profils : cosinus ou Jaccard pondéré.',
      en: 'Likeness of two profiles: cosine or weighted Jaccard.',
    }),
    neighbours: integer({
      flag: 'neighbours',
      default: 12,
      min: 1,
      max: 200,
      unit: 'territories',
      fr: 'Nombre de plus proches profils gardés pour chaque territoire dans le réseau des affinités.',
      en: 'How many nearest profiles each territory keeps in the affinity network.',
    }),
    samePerimeterDiscount: real({
      flag: 'same-perimeter-discount',
      default: 0.5,
      min: 0,
      max: 1,
      fr: 'Réduction de l’affinité de deux territoires dont les périmètres se recouvrent (1 = annulée).',
      en: 'Discount on the affinity of two territories whose perimeters overlap (1 = none left).',
    }),
  },
  community: {
    method: choice({
      flag: 'community-method',
      default: 'automatic',
      choices: ['automatic', 'leiden', 'louvain', 'kmeans'],
      fr: 'Méthode qui fait apparaître les préoccupations communes ; automatique : la plus sûre sur ces données.',
      en: 'Method that brings out the shared concerns; automatic: the surest one on these data.',
    }),
    resolution: automatic({
      flag: 'resolution',
      min: 0.05,
      max: 20,
      fr: 'Finesse des préoccupations (Leiden, Louvain) : plus grand, plus nombreuses ; sans valeur, la plus sûre.',
      en: 'Resolution of the concerns (Leiden, Louvain): the larger, the more of them; without a value, the surest.',
    }),
    concernCount: automatic({
      flag: 'concerns',
      integer: true,
      min: 2,
      max: 1000,
      fr: 'Nombre de préoccupations cherchées (k-moyennes) ; sans valeur, √(n/2).',
      en: 'How many concerns are sought (k-means); without a value, √(n/2).',
    }),
  },
  workshop: {
    entry: choice({
      flag: 'entry',
      default: 'territorial',
      choices: ['territorial', 'seats', 'thematic', 'referral'],
      fr: 'Entrée : territoriale, chaque territoire dans un atelier ; par siège, chaque siège occupé dans un atelier ; thématique, des ateliers ouverts par problème ; saisine, le seul atelier le mieux placé sur des problèmes.',
      en: 'Entry: territorial, each territory in one workshop; by seat, each occupied seat in one; thematic, workshops opened per problem; referral, the one workshop best placed for some problems.',
    }),
    minSize: integer({
      default: 6,
      min: 1,
      max: 1000,
      unit: 'territories',
      fr: 'Taille minimale d’un atelier, en territoires (en sièges pour l’entrée par siège).',
      en: 'Smallest size of a workshop, in territories (in seats for the entry by seat).',
    }),
    maxSize: integer({
      default: 10,
      min: 1,
      max: 1000,
      unit: 'territories',
      fr: 'Taille maximale d’un atelier, en territoires (en sièges pour l’entrée par siège).',
      en: 'Largest size of a workshop, in territories (in seats for the entry by seat).',
    }),
    workshopCount: automatic({
      flag: 'workshops',
      integer: true,
      min: 1,
      max: 10000,
      fr: 'Nombre d’ateliers (au plus, pour l’entrée thématique) ; sans valeur, celui qui met les tailles au milieu de leurs bornes.',
      en: 'How many workshops (at most, for the thematic entry); without a value, the number that puts sizes midway between their bounds.',
    }),
    spread: real({
      flag: 'spread',
      default: 0.1,
      min: 0,
      max: 1,
      fr: 'Poids de l’éloignement dans la composition des ateliers (0 = la ressemblance seule).',
      en: 'Weight of distance in composing the workshops (0 = likeness alone).',
    }),
    objective: choice({
      flag: 'objective',
      default: 'total',
      choices: ['total', 'lowest-workshop', 'worst-served'],
      fr: 'Ce que la recherche favorise : l’ensemble, l’atelier le moins cohérent, ou le territoire le moins bien servi.',
      en: 'What the search favours: the whole, the least coherent workshop, or the worst-served territory.',
    }),
    effort: real({
      flag: 'effort',
      default: 1,
      min: 0,
      max: 100,
      fr: 'Effort de recherche : 1 suffit pour une région, plus améliore encore, 0 s’arrête au premier optimum local.',
      en: 'Search effort: 1 is enough for a region, more improves further, 0 stops at the first local optimum.',
    }),
    cadence: choice({
      flag: 'cadence',
      default: 'one-off',
      choices: ['one-off', 'lasting'],
      fr: 'Cadence : ponctuel (une séance) ou durable (plusieurs séances).',
      en: 'Cadence: one-off (one session) or lasting (several sessions).',
    }),
    balance: real({
      flag: 'balance',
      default: 1,
      min: 0,
      max: 100,
      fr: 'Entrée par siège : poids de l’équilibre entre femmes et hommes et entre collèges dans chaque atelier (0 = aucun).',
      en: 'Entry by seat: weight of the balance of women and men and of colleges in each workshop (0 = none).',
    }),
    perTerritory: integer({
      flag: 'per-territory',
      default: 2,
      min: 1,
      max: 20,
      unit: 'workshops',
      fr: 'Entrée thématique : nombre d’ateliers où un même territoire peut siéger, au plus.',
      en: 'Entry by problem: in how many workshops one territory may sit, at most.',
    }),
    problems: list({
      flag: 'problems',
      fr: 'Saisine : identifiants des problèmes qu’elle pose, séparés par des virgules.',
      en: 'Referral: ids of the problems it raises, separated by commas.',
    }),
    text: text({
      flag: 'text',
      fr: 'Saisine : sa question en toutes lettres, d’où les problèmes sont reconnus.',
      en: 'Referral: its question in full, from which the problems are recognised.',
    }),
    experienceShare: real({
      flag: 'experience-share',
      default: 0.25,
      min: 0,
      max: 1,
      fr: 'Saisine : part des participants, au moins, qui ont une expérience à montrer sur le sujet, s’il s’en trouve assez.',
      en: 'Referral: share of the members, at least, who have experience of the matter to show, where there are enough.',
    }),
  },
  pairing: {
    style: choice({
      flag: 'pairing-style',
      default: 'same-problem',
      choices: ['same-problem', 'complementary'],
      fr: 'Jumelages : mêmes problèmes, loin l’un de l’autre, ou cadres complémentaires.',
      en: 'Pairings: the same problems far apart, or complementary settings.',
    }),
    candidates: integer({
      flag: 'pairing-candidates',
      default: 16,
      min: 1,
      max: 1000,
      unit: 'territories',
      fr: 'Nombre de partenaires possibles examinés pour chaque territoire.',
      en: 'How many possible partners are weighed for each territory.',
    }),
    partners: integer({
      flag: 'partners',
      default: 1,
      min: 1,
      max: 20,
      unit: 'territories',
      fr: 'Nombre de partenaires d’un même territoire, au plus.',
      en: 'How many partners one territory may have, at most.',
    }),
    variant: choice({
      flag: 'pairing-variant',
      default: 'best-total',
      choices: ['best-total', 'stable'],
      fr: 'Ce que les jumelages favorisent : l’ensemble (chacun servi si possible, puis la plus grande valeur totale) ou la stabilité (jamais deux territoires qui préféreraient tous deux être ensemble).',
      en: 'What the pairings favour: the whole (everyone served if possible, then the most value in all) or stability (never two territories that would both rather be together).',
    }),
    oddOne: choice({
      flag: 'odd-one',
      default: 'trio',
      choices: ['alone', 'trio'],
      fr: 'Territoire resté sans partenaire : le laisser seul, ou le joindre à un jumelage pour former un trio.',
      en: 'A territory left without a partner: leave it alone, or let it join a pairing, making a trio.',
    }),
    imposed: list({
      flag: 'impose-pairs',
      fr: 'Jumelages imposés, séparés par des virgules : deux identifiants de territoires joints par « + ».',
      en: 'Pairings imposed, separated by commas: two territory ids joined by "+".',
    }),
    forbidden: list({
      flag: 'forbid-pairs',
      fr: 'Jumelages exclus, séparés par des virgules : deux identifiants de territoires joints par « + ».',
      en: 'Pairings forbidden, separated by commas: two territory ids joined by "+".',
    }),
  },
  programme: {
    rounds: integer({
      flag: 'rounds',
      default: 3,
      min: 1,
      max: 60,
      unit: 'rounds',
      fr: 'Nombre de tours du programme : à chaque tour, chacun est dans un atelier, avec d’autres si possible.',
      en: 'How many rounds the programme has: in each, everyone is in one workshop, with others if it can be.',
    }),
    roundSizes: list({
      flag: 'round-sizes',
      fr: 'Tailles propres à certains tours, séparées par des virgules : « 2:8..12 » pour le tour 2 ; les autres ont celles des ateliers.',
      en: 'Sizes of some rounds, separated by commas: "2:8..12" for round 2; the others have those of the workshops.',
    }),
    absences: list({
      flag: 'absences',
      fr: 'Absences, séparées par des virgules : « 2:identifiant » pour un territoire (ou un siège) absent au tour 2.',
      en: 'Absences, separated by commas: "2:id" for a territory (or a seat) absent in round 2.',
    }),
    repeatCost: automatic({
      flag: 'repeat-cost',
      min: 0,
      max: 1000,
      fr: 'Ce que coûte de se retrouver, l’unité étant l’affinité de deux territoires de même profil ; sans valeur, se retrouver le moins possible passe avant tout.',
      en: 'What meeting again costs, the unit being the affinity of two territories of one profile; without a value, meeting again as little as possible comes first.',
    }),
    chairs: choice({
      flag: 'chairs',
      default: 'pairs',
      choices: ['pairs', 'none'],
      fr: 'Animation : un binôme femme/homme de deux territoires par atelier, à tour de rôle, ou personne de désigné.',
      en: 'Chairs: a woman and a man of two territories for each workshop, in turn, or nobody named.',
    }),
    meeting: choice({
      flag: 'meeting',
      default: 'video',
      choices: ['video', 'in-person'],
      fr: 'Format des séances : en visioconférence, ou en présence chez le territoire qui demande le moins de trajets.',
      en: 'Format of the sessions: by video, or in person at the territory that takes the least travel.',
    }),
    sessions: integer({
      flag: 'sessions',
      default: 4,
      min: 1,
      max: 20,
      unit: 'sessions',
      fr: 'Nombre de séances d’un atelier durable (un atelier ponctuel en a une).',
      en: 'How many sessions a lasting workshop has (a one-off one has one).',
    }),
    gapDays: integer({
      flag: 'gap-days',
      default: 7,
      min: 0,
      max: 365,
      unit: 'days',
      fr: 'Jours entre deux séances d’un atelier durable, au moins.',
      en: 'Days between two sessions of a lasting workshop, at least.',
    }),
    spanDays: integer({
      flag: 'span-days',
      default: 70,
      min: 0,
      max: 1000,
      unit: 'days',
      fr: 'Jours entre la première et la dernière séance d’un atelier durable, au plus.',
      en: 'Days from the first to the last session of a lasting workshop, at most.',
    }),
    from: day({
      flag: 'from',
      fr: 'Premier jour du programme (aaaa-mm-jj) : sans liste de créneaux, ils sont proposés à partir de là ; avec une liste, ceux d’avant sont laissés.',
      en: 'First day of the programme (yyyy-mm-dd): without a list of slots they are made from then on; with one, those before are left.',
    }),
    until: day({
      flag: 'until',
      fr: 'Dernier jour du programme ; sans valeur, quatre semaines par tour (dix pour des ateliers durables).',
      en: 'Last day of the programme; without a value, four weeks a round (ten for lasting workshops).',
    }),
    weekdays: list({
      flag: 'weekdays',
      default: ['mardi', 'jeudi'],
      fr: 'Jours de la semaine des créneaux proposés, séparés par des virgules (mardi, jeudi).',
      en: 'Weekdays of the slots that are made, separated by commas (Tuesday, Thursday).',
    }),
    times: list({
      flag: 'times',
      default: ['10:00', '14:00'],
      fr: 'Heures de début des créneaux proposés, séparées par des virgules (10:00, 14:00).',
      en: 'Times at which the slots that are made start, separated by commas (10:00, 14:00).',
    }),
    duration: integer({
      flag: 'duration',
      default: 120,
      min: 15,
      max: 720,
      unit: 'minutes',
      fr: 'Durée d’une séance, en minutes : celle des créneaux proposés.',
      en: 'Length of a session in minutes: that of the slots that are made.',
    }),
    roundDays: list({
      flag: 'round-days',
      fr: 'Jours demandés, un par tour, séparés par des virgules (aaaa-mm-jj, ou « - » pour un tour sans demande) ; s’il est férié ou pris, le tour a le créneau le plus proche.',
      en: 'Days asked for, one a round, separated by commas (yyyy-mm-dd, or "-" for a round without one); where it is a holiday or taken, the round has the nearest slot.',
    }),
    holidays: list({
      flag: 'holidays',
      fr: 'Jours sans séance, séparés par des virgules (aaaa-mm-jj) ; la commande et le service y ajoutent les jours fériés.',
      en: 'Days without sessions, separated by commas (yyyy-mm-dd); the command and the service add French public holidays.',
    }),
    pilots: integer({
      flag: 'pilots',
      default: 0,
      min: 0,
      max: 1000,
      unit: 'territories',
      fr: 'Nombre de territoires pilotes, qui représentent les autres pour une expérimentation (0 = aucun).',
      en: 'How many pilot territories stand for the others in an experiment (0 = none).',
    }),
    pilotsPerDepartment: automatic({
      flag: 'pilots-per-department',
      integer: true,
      min: 1,
      max: 1000,
      unit: 'territories',
      fr: 'Pilotes d’un même département, au plus ; sans valeur, autant qu’il convient.',
      en: 'Pilots of one département, at most; without a value, as many as suit.',
    }),
    pilotQuotas: list({
      flag: 'pilot-quotas',
      fr: 'Nombre de pilotes de certains départements ou types, séparés par des virgules : « 31:1..2 », « PNR:1.. », « CC:..3 ».',
      en: 'How many pilots of some départements or kinds, separated by commas: "31:1..2", "PNR:1..", "CC:..3".',
    }),
  },
  explain: {
    robustness: automatic({
      flag: 'robustness',
      integer: true,
      min: 0,
      max: 1000,
      fr: 'Nombre d’essais où une réponse sur cinq est retirée, pour dire si chaque placement est solide ; sans valeur, 20 jusqu’à 250 territoires et aucun au-delà.',
      en: 'How many trials leave out one answer in five, to tell how solid each placement is; without a value, 20 up to 250 territories and none beyond.',
    }),
  },
} as const satisfies Record<string, Record<string, Parameter>>;

/** The stages of a plan; what is left is for a programme alone. */
export const planStages = Object.keys(parameters).filter((stage) => stage !== 'programme') as Exclude<
  keyof typeof parameters,
  'programme'
>[];

export type Options = {
  readonly [Stage in keyof typeof parameters]: {
    readonly [Name in keyof (typeof parameters)[Stage]]: ValueOf<(typeof parameters)[Stage][Name]>;
  };
};

/** Any subset of the options; what is missing takes its default. */
export type PartialOptions = { readonly [Stage in keyof Options]?: Partial<Options[Stage]> };

/** What a table is about. */
export type TableRole = 'territories' | 'problems' | 'seats' | 'history' | 'rules' | 'slots' | 'assembly';

/** What a column of a table holds. */
export type ColumnField =
  | 'id'
  | 'name'
  | 'kind'
  | 'departments'
  | 'lat'
  | 'lon'
  | 'position'
  | 'approximate'
  | 'population'
  | 'members'
  | 'traits'
  | 'needs'
  | 'experiences'
  | 'wishes'
  | 'availability'
  | 'canHost'
  | 'videoReady'
  | 'territory'
  | 'territories'
  | 'problem'
  | 'intensity'
  | 'college'
  | 'holder'
  | 'holderFirstName'
  | 'holderCivility'
  | 'deputy'
  | 'deputyFirstName'
  | 'deputyCivility'
  | 'from'
  | 'to'
  | 'date'
  | 'label'
  | 'seats'
  | 'start'
  | 'end'
  | 'capacity'
  | 'workshop'
  | 'attribute'
  | 'value'
  | 'count'
  | 'share'
  | 'minKm'
  | 'maxKm'
  | 'level'
  | 'weight'
  | 'reason'
  | 'askedBy'
  | 'fictive'
  | 'taxonomy'
  /** the mark of our own files: nothing to read */
  | 'format';

const territoryReference = [
  'territoire',
  'territory',
  'territoryId',
  'nom du territoire',
  'id territoire',
  'siren',
  'epci',
  'collectivité',
  'structure',
  'nom',
];
const territoryReferences = [
  'territoires',
  'territories',
  'territoryIds',
  'territoire',
  'territory',
  'territoires concernés',
  'participants',
];

/** The headers that are understood in each kind of table, French first; spelling is free (see `fieldOfHeader`). */
export const headersOfRole: Readonly<Record<TableRole, Partial<Record<ColumnField, readonly string[]>>>> = {
  territories: {
    id: [
      'id',
      'siren',
      'siret',
      'code',
      'code siren',
      'identifiant',
      'identifier',
      'numéro siren',
      'id territoire',
    ],
    name: [
      'nom',
      'name',
      'territoire',
      'nom du territoire',
      'territory',
      'territory name',
      'libellé',
      'dénomination',
      'raison sociale',
      'intitulé',
      'epci',
      'nom epci',
      'collectivité',
      'structure',
    ],
    kind: [
      'type',
      'kind',
      'nature',
      'type de territoire',
      'nature juridique',
      'catégorie',
      'statut',
      'forme',
    ],
    departments: [
      'département',
      'départements',
      'department',
      'departement',
      'dép',
      'dept',
      'code département',
      'dpt',
    ],
    lat: ['lat', 'latitude'],
    lon: ['lon', 'long', 'lng', 'longitude'],
    position: ['position'],
    approximate: ['position approchée', 'approximate position', 'approximate'],
    population: [
      'population',
      'pop',
      'habitants',
      'nombre habitants',
      'nb habitants',
      'population municipale',
      'population totale',
      'inhabitants',
    ],
    members: [
      'membres',
      'members',
      'communes',
      'epci membres',
      'communes membres',
      'périmètre',
      'composition',
      'codes insee',
      'insee',
    ],
    traits: ['traits', 'caractéristiques', 'caractères', 'milieu'],
    needs: [
      'besoins',
      'needs',
      'problèmes',
      'problems',
      'problématiques',
      'difficultés',
      'enjeux',
      'besoins exprimés',
    ],
    experiences: [
      'expériences',
      'experiences',
      'réussites',
      'savoir faire',
      'réalisations',
      'expérience à partager',
    ],
    wishes: ['souhaits', 'wishes', 'voeux'],
    availability: ['disponibilités', 'availability', 'créneaux', 'créneaux possibles', 'slots'],
    canHost: ['peut accueillir', 'can host', 'accueil', 'accueil possible'],
    videoReady: ['video ready', 'visio', 'visioconférence', 'visio possible', 'équipé visio'],
  },
  problems: {
    territory: territoryReference,
    problem: [
      'problème',
      'problem',
      'problemId',
      'problématique',
      'besoin exprimé',
      'intitulé',
      'libellé',
      'réponse',
      'id problème',
      'besoin',
      'need',
      'thème',
      'enjeu',
      'difficulté',
    ],
    intensity: ['intensité', 'intensity', 'niveau', 'level', 'poids', 'note', 'priorité', 'importance'],
    kind: ['nature', 'type', 'kind', 'besoin ou expérience', 'besoin/expérience', 'sens'],
  },
  seats: {
    id: ['id', 'siège', 'seat', 'numéro', 'identifiant', 'code'],
    territory: territoryReference.filter((name) => name !== 'nom'),
    college: ['collège', 'college'],
    holder: ['titulaire', 'holder', 'nom titulaire', 'élu', 'représentant', 'nom', 'name', 'personne'],
    holderFirstName: ['prénom', 'prénom titulaire', 'first name'],
    holderCivility: ['civilité', 'civility', 'civilité titulaire', 'holder civility', 'genre', 'sexe'],
    deputy: ['suppléant', 'deputy', 'nom suppléant', 'suppléante'],
    deputyFirstName: ['prénom suppléant', 'deputy first name'],
    deputyCivility: ['civilité suppléant', 'deputy civility', 'genre suppléant'],
    from: ['du', 'from', 'début', 'date début', 'depuis', 'date de nomination'],
    to: ['au', 'to', 'fin', 'date fin', "jusqu'au", 'until'],
  },
  history: {
    kind: ['nature', 'type', 'kind'],
    date: ['date', 'jour', 'day'],
    territories: territoryReferences,
    label: ['libellé', 'label', 'intitulé', 'titre', 'title', 'nom', 'name', 'atelier', 'objet'],
    seats: ['sièges', 'seats', 'seatIds', 'sièges du binôme'],
  },
  rules: {
    id: ['id', 'numéro', 'identifiant'],
    kind: ['règle', 'rule', 'type', 'kind', 'nature'],
    territories: territoryReferences,
    workshop: ['atelier', 'workshop', 'ateliers', 'workshops', 'numéro atelier', 'numéro de l’atelier'],
    attribute: ['attribut', 'attribute', 'critère', 'porte sur', 'criterion'],
    value: ['valeur', 'value'],
    count: ['nombre', 'count', 'number', 'combien', 'nb'],
    share: ['part', 'share', 'proportion', 'pourcentage'],
    minKm: ['km min', 'min km', 'distance min', 'distance minimale', 'éloignement min'],
    maxKm: ['km max', 'max km', 'distance max', 'distance maximale', 'éloignement max'],
    level: ['niveau', 'level', 'force'],
    weight: ['poids', 'weight'],
    reason: ['raison', 'reason', 'motif', 'pourquoi', 'justification'],
    askedBy: ['demandé par', 'asked by', 'askedBy', 'demandeur', 'qui'],
  },
  slots: {
    id: ['id', 'identifiant', 'identifier', 'numéro', 'code'],
    label: ['libellé', 'label', 'créneau', 'slot', 'intitulé', 'nom', 'name'],
    date: ['date', 'jour', 'day'],
    start: ['début', 'heure de début', 'heure début', 'start', 'start time', 'from', 'heure', 'horaire'],
    end: ['fin', 'heure de fin', 'heure fin', 'end', 'end time', 'to', 'until'],
    capacity: ['capacité', 'capacity', 'nombre d’ateliers', 'salles', 'rooms'],
  },
  assembly: {
    name: ['nom', 'name', 'assemblée', 'titre'],
    fictive: ['fictive', 'fictif', 'exemple fictif', 'données fictives'],
    taxonomy: ['taxonomie', 'taxonomy'],
    format: ['format'],
  },
};

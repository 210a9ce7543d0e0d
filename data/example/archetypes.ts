/**
 * Sets of problems that go together, written for the example. Each territory of the example draws one of
 * them whatever its place, so that likeness in the example does not come from proximity alone.
 */
export const archetypes: readonly (readonly string[])[] = [
  // health and services of an ageing population
  [
    'sante.acces-soins',
    'sante.vieillissement',
    'sante.autonomie',
    'sante.prevention',
    'ser.acces',
    'coh.precarite',
  ],
  // town centres and their housing
  [
    'cen.revitalisation',
    'hab.vacance',
    'cen.commerce',
    'hab.renovation-privee',
    'cen.patrimoine-bati',
    'hab.indigne',
  ],
  // welcome, youth and digital
  [
    'coh.accueil',
    'coh.jeunesse',
    'eco.attractivite',
    'ser.tiers-lieux',
    'ser.tres-haut-debit',
    'ser.inclusion-numerique',
  ],
  // water, farming and food under a changing climate
  [
    'ris.ressource-eau',
    'agr.adaptation',
    'agr.transmission',
    'agr.pat',
    'ris.incendie',
    'ris.assainissement',
  ],
  // energy and sufficiency
  [
    'ene.renouvelables',
    'ene.batiments-publics',
    'ene.eclairage',
    'ene.chaleur',
    'ene.biodechets',
    'ene.pcaet',
  ],
  // growth around the cities: travel, land, children
  [
    'mob.covoiturage',
    'mob.modes-actifs',
    'mob.ferroviaire',
    'nat.zan',
    'ser.ecole-petite-enfance',
    'hab.jeunes-social',
  ],
  // work and industry
  [
    'eco.industrie',
    'eco.chomage-competences',
    'eco.jeunes-insertion',
    'eco.revenus',
    'cen.friches',
    'eco.ess',
  ],
  // visitors, landscapes and heritage
  [
    'cul.tourisme-durable',
    'nat.paysage',
    'nat.biodiversite',
    'cul.patrimoine-langues',
    'hab.tension',
    'agr.foret-bois',
  ],
  // cooperation and the people's part
  [
    'gou.participation',
    'gou.ville-campagne',
    'gou.evaluation',
    'gou.intercommunalite',
    'coh.egalite',
    'cul.acces-culture',
  ],
];

import type { SentencesOf } from './finding-facts.js';
import { quoted } from './sentence-parts.fr.js';
import type { SlotFindingFacts } from './slot-finding-facts.js';

/** The findings on slots, in French. */
export const frenchSlotSentences: SentencesOf<SlotFindingFacts> = {
  'not-a-time': ({ value }) => ({
    message: `${quoted(value)} n’est pas une heure.`,
    suggestion: 'Écrivez l’heure sous la forme 14:00 ou 14h30.',
  }),
  'times-crossed': ({ start, end }) => ({
    message: `La fin (${end}) ne vient pas après le début (${start}).`,
    suggestion: 'Corrigez l’une des deux heures ; un créneau finit le jour où il commence.',
  }),
  'slot-part-missing': ({ part }) => ({
    message: part === 'date' ? 'Il manque la date du créneau.' : 'Il manque l’heure de début du créneau.',
    suggestion: part === 'date' ? 'Écrivez-la sous la forme jj/mm/aaaa.' : 'Écrivez-la sous la forme 14:00.',
  }),
  'slot-end-assumed': ({ read }) => ({
    message: `Il manque l’heure de fin : ${read} est retenu (deux heures après le début).`,
    suggestion: 'Ajoutez l’heure de fin si la séance dure autrement.',
  }),
  'same-slot-twice': ({ firstRow }) => ({
    message: `Ce créneau est à la même heure que celui de la ligne ${firstRow} : les deux sont gardés, mais personne n’ira aux deux.`,
    suggestion: 'Pour dire que plusieurs ateliers peuvent s’y tenir, laissez un seul créneau.',
  }),
};

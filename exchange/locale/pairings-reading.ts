import type { Language, Pairing, PairingTotals, Plan } from '../../engine/index.js';
import { percentText } from './number-text.js';
import { saying } from './saying.js';

type Paired = Pick<Plan, 'assembly' | 'pairings' | 'unpaired' | 'pairingTotals'>;

/** What pairings come to, in plain sentences: who is served, how much goes both ways, what stability costs. */
export function readingOfPairings(paired: Paired, language: Language): string[] {
  const { pairings, pairingTotals: totals } = paired;
  return [
    countSentence(paired, language),
    ...(pairings.length > 0 ? [waysSentence(pairings, language)] : []),
    ...(totals && pairings.length > 0 ? [choiceSentence(totals, language)] : []),
  ];
}

function countSentence({ assembly, pairings, unpaired }: Paired, language: Language): string {
  const say = saying(language);
  const all = assembly.territories.length;
  if (pairings.length === 0) return say('Aucun jumelage n’est possible.', 'No pairing is possible.');
  const served = all - unpaired.length;
  const trios = pairings.filter(({ third }) => third).length;
  const inTrios = trios === 0 ? '' : say(`, dont ${trios} trio${plural(trios)}`, `, ${trios} of them a trio`);
  const alone =
    unpaired.length === 0 ? '' : say(` ; ${unpaired.length} n’en ont pas`, `; ${unpaired.length} have none`);
  const one = unpaired.length === 1 ? say(' ; un seul n’en a pas', '; one has none') : alone;
  return say(
    `${pairings.length} jumelage${plural(pairings.length)}${inTrios} : ${served} territoire${plural(served)} sur ${all} ${served > 1 ? 'ont' : 'a'} un partenaire${one}.`,
    `${pairings.length} pairing${pairings.length === 1 ? '' : 's'}${inTrios}: ${served} of ${all} territories have a partner${one}.`,
  );
}

function waysSentence(pairings: readonly Pairing[], language: Language): string {
  const say = saying(language);
  const both = pairings.filter(({ shows = [0, 0] }) => shows.every((share) => share > 0)).length;
  if (both === 0) {
    return say(
      'Dans aucun, chacun n’a quelque chose à montrer à l’autre : ils reposent sur un seul sens, ou sur des problèmes en commun.',
      'In none of them has each something to show the other: they rest on one way only, or on problems in common.',
    );
  }
  if (both === pairings.length) {
    return say(
      'Dans tous, chacun a quelque chose à montrer à l’autre.',
      'In all of them, each has something to show the other.',
    );
  }
  return say(
    `Dans ${both} d’entre eux, chacun a quelque chose à montrer à l’autre ; les autres reposent sur un seul sens, ou sur des problèmes en commun.`,
    `In ${both} of them, each has something to show the other; the others rest on one way only, or on problems in common.`,
  );
}

/** Stability against the best total, whichever was chosen. */
function choiceSentence(totals: PairingTotals, language: Language): string {
  const say = saying(language);
  const { variant, value, bestTotalValue, served, bestTotalServed, wouldRather } = totals;
  if (variant === 'best-total') {
    if (wouldRather === 0) {
      return say(
        'Ils donnent le plus grand total possible, et nulle part deux territoires ne préféreraient tous deux être ensemble.',
        'They give the greatest total there can be, and nowhere would two territories both rather be together.',
      );
    }
    return say(
      `Ils donnent le plus grand total possible ; en échange, ${wouldRather} fois, deux territoires préféreraient tous deux être ensemble (l’option « stable » l’évite).`,
      `They give the greatest total there can be; in return, ${wouldRather} times, two territories would both rather be together (the option "stable" avoids it).`,
    );
  }
  const lost = bestTotalValue > 0 ? 1 - value / bestTotalValue : 0;
  const fewer = bestTotalServed - served;
  const unserved =
    fewer > 0
      ? say(
          ` et ${fewer} territoire${plural(fewer)} de moins servi${plural(fewer)}`,
          ` and ${fewer} fewer territor${fewer === 1 ? 'y' : 'ies'} served`,
        )
      : '';
  return say(
    `Nulle part deux territoires ne préféreraient tous deux être ensemble. Ce que cela coûte, trios non comptés : ${percentText(lost, language)} de la valeur totale${unserved}.`,
    `Nowhere would two territories both rather be together. What it costs, trios not counted: ${percentText(lost, language)} of the total value${unserved}.`,
  );
}

function plural(count: number): string {
  return count > 1 ? 's' : '';
}

/** How the columns of the table of pairings are read. */
export function pairingsLegend(language: Language): string[] {
  const say = saying(language);
  return [
    say(
      'Note : sur 10. Au-dessus de 5, chacun a quelque chose que l’autre cherche, et les deux ne se sont pas encore rencontrés.',
      'Mark: out of 10. Above 5, each has something that the other seeks, and the two have not met yet.',
    ),
    say(
      'Elle monte avec ce que chacun montre à l’autre, avec les problèmes en commun (ou des cadres qui diffèrent) et avec la distance ; elle baisse quand les périmètres se recouvrent ou que les deux se connaissent déjà.',
      'It rises with what each shows the other, with problems in common (or settings that differ) and with distance; it falls where perimeters overlap or the two know each other already.',
    ),
    say(
      'Part des besoins : ce que l’un cherche et que l’autre sait montrer, d’après ce que tous deux ont déclaré. Distance : à vol d’oiseau.',
      'Share of needs: what one seeks and the other can show, by what both declared. Distance: as the crow flies.',
    ),
  ];
}

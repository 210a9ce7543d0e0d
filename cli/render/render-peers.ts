import pc from 'picocolors';
import type { Peer } from '../../engine/index.js';
import { kilometresText, numberText, percentText } from '../../exchange/locale/number-text.js';
import { problemLabels } from '../../exchange/locale/problem-labels.js';
import { saying } from '../../exchange/locale/saying.js';
import { type PeersSource, whereText } from '../../exchange/pairings/peers-tables.js';
import type { Paint } from './render-heading.js';
import { plainText } from './render-plain.js';
import { wrapped } from './render-wrapped.js';

type Names = (id: string) => string;

/** what brings two territories near; the rest is in the files */
const mostProblems = 3;
/** a difference from the median that is worth a line */
const apart = 0.3;
const mostDifferences = 5;

/** The peers of a territory for a terminal, near then far, what makes them so, and how it differs from them. */
export function renderPeers(source: PeersSource, colour: boolean): string {
  const { peers, assembly, language } = source;
  const paint = pc.createColors(colour);
  const say = saying(language);
  const territories = new Map(assembly.territories.map(({ id, name }) => [id, name]));
  const nameOf: Names = (id) => plainText(territories.get(id) ?? id);
  const label = problemLabels(assembly.taxonomy, language);
  const labelOf: Names = (id) => plainText(label(id));
  const theme = assembly.taxonomy.themes.find(({ id }) => id === peers.themeId)?.[language];
  const title = say(`Pairs : ${nameOf(peers.territoryId)}`, `Peers: ${nameOf(peers.territoryId)}`);
  const lists = (['near', 'far', 'unlocated'] as const).flatMap((where) => {
    const found = peers[where];
    if (found.length === 0) return [];
    return [
      paint.bold(capital(whereText(where, language))),
      ...found.flatMap((peer) => peerLines(peer, nameOf, labelOf, source, paint)),
      '',
    ];
  });
  const lines = [
    ...wrapped('', theme === undefined ? title : `${title} · ${plainText(theme)}`, paint.bold),
    '',
    ...lists,
    ...(peers.declared ? differenceLines(source, labelOf) : [undeclared(source)]),
  ];
  return `${lines.join('\n')}\n`;
}

function peerLines(
  peer: Peer,
  nameOf: Names,
  labelOf: Names,
  { language }: PeersSource,
  paint: Paint,
): string[] {
  const say = saying(language);
  const { distanceKm, likeness, drivers, showsProblemIds, samePerimeter } = peer;
  const facts = [
    ...(distanceKm === null ? [] : [kilometresText(distanceKm, language)]),
    say(`ressemblance ${percentText(likeness, language)}`, `${percentText(likeness, language)} alike`),
    ...(samePerimeter > 0
      ? [say('périmètres qui se recouvrent en partie', 'perimeters that overlap in part')]
      : []),
  ];
  const common = drivers.slice(0, mostProblems).map(({ problemId }) => labelOf(problemId));
  const shown = showsProblemIds.slice(0, mostProblems).map(labelOf);
  return [
    ...wrapped('• ', nameOf(peer.territoryId)),
    ...wrapped('  ', facts.join(' · '), paint.dim),
    ...(common.length > 0 ? wrapped('  ', `${say('En commun : ', 'In common: ')}${common.join(' · ')}`) : []),
    ...(shown.length > 0 ? wrapped('  ', `${say('Peut montrer : ', 'Can show: ')}${shown.join(' · ')}`) : []),
  ];
}

/** Where its answers lie most apart from the medians of its peers. */
function differenceLines({ peers, language }: PeersSource, labelOf: Names): string[] {
  const say = saying(language);
  const told = peers.problems
    .filter(({ own, median }) => Math.abs(own - median) >= apart)
    .sort((a, b) => Math.abs(b.own - b.median) - Math.abs(a.own - a.median))
    .slice(0, mostDifferences);
  if (told.length === 0) return [];
  return [
    say('Ce qui le distingue de ses pairs (intensité, médiane des pairs)', 'How it differs from its peers'),
    ...told.flatMap(({ problemId, own, median }) =>
      wrapped(
        '  • ',
        `${labelOf(problemId)} : ${numberText(own, 1, language)} ${say('contre', 'against')} ${numberText(median, 1, language)}`,
      ),
    ),
  ];
}

function undeclared({ peers, language }: PeersSource): string {
  const say = saying(language);
  return peers.themeId === null
    ? say('Ce territoire n’a déclaré aucun besoin.', 'This territory declared no need.')
    : say(
        'Ce territoire n’a déclaré aucun besoin de ce thème.',
        'This territory declared no need of this theme.',
      );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text to be placed beside a mark, in pixels. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** of the text */
  readonly fontSize: number;
  /** between the middle of the mark and the text */
  readonly gap: number;
}

/** Where the text starts, ends or is centred, on its baseline. */
export interface LabelPlace {
  readonly textX: number;
  readonly textY: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/**
 * Puts each label beside its mark, right, above right, left, above, below, or farther out: the first place, within the
 * frame, that hides neither a mark, nor a line, nor a label already placed; to the right if there is none.
 *
 * @param lines each its points, in pixels
 */
export function placeLabels<Placed extends Label>(
  labels: readonly Placed[],
  marks: readonly { readonly x: number; readonly y: number }[],
  lines: readonly (readonly { readonly x: number; readonly y: number }[])[],
  frame: Box,
): (Placed & LabelPlace)[] {
  const taken = [...marks.map((mark) => around(mark, 6)), ...lines.flatMap(alongLine)];
  return labels.map((label) => {
    const places = placesFor(label);
    const free = places.find(
      ({ box }) => isWithin(box, frame) && !taken.some((other) => overlap(box, other)),
    );
    const { box, ...place } = free ?? (places[0] as Place);
    taken.push(box);
    return { ...label, ...place };
  });
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Place extends LabelPlace {
  readonly box: Box;
}

/** mean width of a letter against the height of the font */
const letterWidth = 0.54;

function placesFor({ x, y, text, fontSize, gap }: Label): Place[] {
  const width = text.length * fontSize * letterWidth;
  const place = (textX: number, textY: number, anchor: LabelPlace['anchor']): Place => {
    const left = anchor === 'start' ? textX : anchor === 'end' ? textX - width : textX - width / 2;
    return {
      textX,
      textY,
      anchor,
      box: { left, right: left + width, top: textY - fontSize, bottom: textY + 0.3 * fontSize },
    };
  };
  const middle = y + 0.35 * fontSize;
  return [1, 2, 3.5].flatMap((far) => [
    place(x + far * gap, middle, 'start'),
    place(x + 0.8 * far * gap, middle - 0.8 * far * gap, 'start'),
    place(x - far * gap, middle, 'end'),
    place(x - 0.8 * far * gap, middle + 0.8 * far * gap, 'end'),
    place(x, y - far * gap, 'middle'),
    place(x, y + far * gap + 0.8 * fontSize, 'middle'),
  ]);
}

function around({ x, y }: { readonly x: number; readonly y: number }, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

/** Small boxes every few pixels. */
function alongLine(line: readonly { readonly x: number; readonly y: number }[]): Box[] {
  return line.slice(1).flatMap((to, k) => {
    const from = line[k] ?? to;
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4);
    return Array.from({ length: steps }, (_, step) => {
      const share = step / steps;
      return around({ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }, 2);
    });
  });
}

function isWithin(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  );
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

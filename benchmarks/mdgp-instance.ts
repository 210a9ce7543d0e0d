import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { GroupingProblem } from '../engine/index.js';
import { sharedData } from './result-file.js';

const directory = join(sharedData, 'mdgp');

/** What other programs reached on an instance; null where it was not measured. */
export interface Anchor {
  readonly instance: string;
  readonly tpsdp3s: number | null;
  readonly ims3s: number | null;
  readonly tpsdp20s: number | null;
  readonly ims20s: number | null;
  readonly bestSeen: number | null;
}

/** The instances of `anchors.csv`, in its order. */
export function readAnchors(): Anchor[] {
  const rows = parse(readFileSync(join(directory, 'anchors.csv')), { columns: true }) as Record<
    string,
    string
  >[];
  const number = (cell: string | undefined) => (cell ? Number(cell) : null);
  return rows.map((row) => ({
    instance: row.instance ?? '',
    tpsdp3s: number(row.tpsdp_3s_mean),
    ims3s: number(row.ims_3s_mean),
    tpsdp20s: number(row.tpsdp_20s_mean),
    ims20s: number(row.ims_20s_mean),
    bestSeen: number(row.best_seen),
  }));
}

/** Reads `NAME.txt.gz`: a line `n k ss|ds min1 max1 …`, then a line `i j weight` for each pair, counted from 0. */
export function readInstance(name: string): GroupingProblem {
  const text = gunzipSync(readFileSync(join(directory, `${name}.txt.gz`))).toString();
  const [head = '', ...lines] = text.trim().split('\n');
  const [n = '', , , ...bounds] = head.trim().split(/\s+/u);
  const order = Number(n);
  const weights = new Float64Array(order * order);
  for (const line of lines) {
    const [i = 0, j = 0, w = 0] = line.trim().split(/\s+/u).map(Number);
    weights[i * order + j] = w;
    weights[j * order + i] = w;
  }
  const groups = Array.from({ length: bounds.length / 2 }, (_, g) => ({
    min: Number(bounds[2 * g]),
    max: Number(bounds[2 * g + 1]),
  }));
  return { order, weights, groups };
}

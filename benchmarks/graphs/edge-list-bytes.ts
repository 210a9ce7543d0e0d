import type { EdgeList } from './edge-list.js';

/** Order, number of edges, sources, targets (32 bits each), weights (64 bits), as this machine writes numbers. */
export function edgeListToBytes({ order, sources, targets, weights }: EdgeList): Buffer {
  const parts = [Uint32Array.of(order, sources.length), sources, targets, weights];
  return Buffer.concat(
    parts.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
  );
}

export function edgeListFromBytes(bytes: Buffer): EdgeList {
  const whole = new Uint8Array(bytes).buffer;
  const [order = 0, size = 0] = new Uint32Array(whole, 0, 2);
  return {
    name: 'read',
    order,
    sources: new Uint32Array(whole, 8, size),
    targets: new Uint32Array(whole, 8 + 4 * size, size),
    weights: new Float64Array(whole, 8 + 8 * size, size),
  };
}

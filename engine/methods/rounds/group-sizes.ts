/** `seats` shared out over groups within their bounds, the smallest group filled first: no sizes have fewer pairs. */
export function evenSizes(min: Int32Array, max: Int32Array, seats: number): Int32Array {
  const sizes = min.slice();
  let left = seats - sizes.reduce((sum, size) => sum + size, 0);
  while (left > 0) {
    let smallest = -1;
    for (let g = 0; g < sizes.length; g++) {
      if (sizes[g]! < max[g]! && (smallest === -1 || sizes[g]! < sizes[smallest]!)) smallest = g;
    }
    if (smallest === -1) break;
    sizes[smallest]!++;
    left--;
  }
  return sizes;
}

/** The items under each key, in the order given; keys by their first item. */
export function listedBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const lists = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = lists.get(key);
    if (known) known.push(item);
    else lists.set(key, [item]);
  }
  return lists;
}

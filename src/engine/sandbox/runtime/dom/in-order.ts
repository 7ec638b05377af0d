/** The largest part of `items` whose places already rise: Fredman (1975), Discrete Mathematics 11, 29–35. */
export function inOrder<T>(items: readonly T[], placeOf: (item: T) => number): ReadonlySet<T> {
  const places = items.map(placeOf);
  const before: number[] = [];
  const ends: number[] = [];
  for (const [i, place] of places.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[ends[middle]!]! < place) low = middle + 1;
      else high = middle;
    }
    before[i] = low ? ends[low - 1]! : -1;
    ends[low] = i;
  }
  const chosen = new Set<T>();
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) chosen.add(items[i]!);
  return chosen;
}

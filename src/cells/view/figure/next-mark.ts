/** The middle of a mark. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Where a key leads from a mark, by its number; the same where it leads nowhere, null for a key that leads nowhere at all. Left and
 * right go through all marks in their order, so that each is reached; up and down to the nearest above and below.
 */
export function nextMark(key: string, places: readonly Place[], from: number): number | null {
  switch (key) {
    case "ArrowRight":
      return Math.min(from + 1, places.length - 1);
    case "ArrowLeft":
      return Math.max(from - 1, 0);
    case "ArrowDown":
      return nearest(places, from, 1);
    case "ArrowUp":
      return nearest(places, from, -1);
    case "Home":
      return 0;
    case "End":
      return places.length - 1;
    default:
      return null;
  }
}

/** To the side counts thrice: the bar just below comes before one that is closer in height and far away. */
function nearest(places: readonly Place[], from: number, way: 1 | -1): number {
  const here = places[from]!;
  let best = from;
  let least = Infinity;
  places.forEach(({ x, y }, i) => {
    const along = (y - here.y) * way;
    const far = along + 3 * Math.abs(x - here.x);
    if (along > 0.5 && far < least) [best, least] = [i, far];
  });
  return best;
}

/**
 * Places for a drawing of who reads whom: one row for each node, further to the right the more steps it stands below the
 * first ones. Lines run between the columns, never through a node. The same drawing always gets the same places.
 */
export interface Layers {
  /** Ids from top to bottom. */
  readonly rows: readonly string[];
  readonly layerOf: ReadonlyMap<string, number>;
  readonly lines: readonly Line[];
}

export interface Line {
  readonly from: string;
  readonly to: string;
  /** Which of the lines in the gap before the column of `to` it is: lines of one source share one. From 0 up to `lanes` - 1. */
  readonly lane: number;
  readonly lanes: number;
}

interface Link {
  readonly from: string;
  readonly to: string;
}

export function layersOf(ids: readonly string[], links: readonly Link[]): Layers {
  const inputs = new Map(ids.map((id) => [id, links.filter(({ to }) => to === id).map(({ from }) => from)]));
  const layerOf = depths(ids, inputs);
  const rows = rowsOf(ids, inputs, layerOf);
  return { rows, layerOf, lines: linesOf(links, rows, layerOf) };
}

/** The longest way from the first nodes. In a circle the link that closes it does not count. */
function depths(ids: readonly string[], inputs: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const known = new Map<string, number>();
  const depth = (id: string, path: readonly string[]): number => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const above = (inputs.get(id) ?? []).filter(
      (one) => inputs.has(one) && one !== id && !path.includes(one),
    );
    const found = Math.max(-1, ...above.map((one) => depth(one, [...path, id]))) + 1;
    known.set(id, found);
    return found;
  };
  for (const id of ids) depth(id, []);
  return known;
}

/** Layer after layer; within one, near the middle of what is read, which keeps lines short and crossings few. */
function rowsOf(
  ids: readonly string[],
  inputs: ReadonlyMap<string, readonly string[]>,
  layerOf: ReadonlyMap<string, number>,
): readonly string[] {
  const placeOf = new Map<string, number>();
  const last = Math.max(-1, ...layerOf.values());
  for (let layer = 0; layer <= last; layer += 1) {
    const middle = (id: string) => {
      const rows = (inputs.get(id) ?? []).map((one) => placeOf.get(one)).filter((row) => row !== undefined);
      return rows.length ? rows.reduce((sum, row) => sum + row, 0) / rows.length : Infinity;
    };
    const middles = new Map(ids.filter((id) => layerOf.get(id) === layer).map((id) => [id, middle(id)]));
    // Sorting keeps the order of the document among equals; two infinities are equal too.
    const sorted = [...middles.keys()].sort((a, b) => {
      const [left, right] = [middles.get(a)!, middles.get(b)!];
      return left === right ? 0 : left - right;
    });
    for (const id of sorted) placeOf.set(id, placeOf.size);
  }
  return [...placeOf.keys()];
}

function linesOf(
  links: readonly Link[],
  rows: readonly string[],
  layerOf: ReadonlyMap<string, number>,
): readonly Line[] {
  const drawn = links.filter(({ from, to }) => layerOf.has(from) && layerOf.has(to));
  const sources = new Map<number, string[]>();
  for (const id of rows) {
    for (const { from, to } of drawn) {
      const gap = layerOf.get(to)!;
      const there = sources.get(gap) ?? [];
      if (from === id && !there.includes(id)) sources.set(gap, [...there, id]);
    }
  }
  return drawn.map(({ from, to }) => {
    const there = sources.get(layerOf.get(to)!) ?? [];
    // The uppermost source takes the line nearest to the column, so that its way down crosses nobody's way in.
    return { from, to, lane: there.length - 1 - there.indexOf(from), lanes: there.length };
  });
}

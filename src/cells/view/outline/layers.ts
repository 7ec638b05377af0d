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
  const rows = rowsOf(ids, inputs);
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

/** Each node as soon as everything that it reads stands above it, readers right after what they read: lines stay short. */
function rowsOf(ids: readonly string[], inputs: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const readers = new Map<string, string[]>();
  for (const id of ids)
    for (const from of inputs.get(id) ?? []) readers.set(from, [...(readers.get(from) ?? []), id]);
  const placed = new Set<string>();
  const isReady = (id: string) =>
    (inputs.get(id) ?? []).every((from) => placed.has(from) || !inputs.has(from) || from === id);
  const place = (id: string) => {
    if (placed.has(id)) return;
    placed.add(id);
    for (const reader of readers.get(id) ?? []) if (isReady(reader)) place(reader);
  };
  for (const id of ids) if (isReady(id)) place(id);
  // Members of a circle, and what is below one, are never ready.
  for (const id of ids) place(id);
  return [...placed];
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

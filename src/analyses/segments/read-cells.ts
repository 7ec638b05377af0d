import type { Table } from "../../engine";
import { countAt, numberAt } from "../answer";
import type { Counted } from "../stats/newcombe";
import { letter, type Dimension } from "./dimensions";

/** What `cellsQuery` counted: customers told apart by nothing, by one dimension, by two. */
export interface Cells {
  readonly all: Counted;
  readonly facts: readonly {
    readonly late: number;
    readonly changed: number;
    readonly levels: number | null;
  }[];
  readonly single: readonly (readonly Cell[])[];
  /** By "i j", i < j: the segments of both. */
  readonly pairs: ReadonlyMap<string, readonly Pair[]>;
}

export interface Cell extends Counted {
  readonly segment: string;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Pair extends Counted {
  readonly a: string;
  readonly b: string;
}

export function readCells(table: Table, dimensions: readonly Dimension[]): Cells {
  let all: Counted = { x: 0, n: 0 };
  let facts: Cells["facts"] = dimensions.map(() => ({ late: 0, changed: 0, levels: 0 }));
  const single: Cell[][] = dimensions.map(() => []);
  const pairs = new Map<string, Pair[]>();
  for (let row = 0; row < table.rowCount; row++) {
    const counted = { x: countAt(table, row, "lost"), n: countAt(table, row, "customers") };
    const [first, second] = dimensions.flatMap((_, i) => {
      const segment = table.text(row, `segment_${letter(i)}`);
      return segment === null ? [] : [{ i, segment }];
    });
    if (!first) {
      all = counted;
      facts = dimensions.map(({ isBanded }, i) => ({
        late: countAt(table, row, `late_${letter(i)}`),
        changed: countAt(table, row, `changed_${letter(i)}`),
        levels: isBanded ? null : countAt(table, row, `levels_${letter(i)}`),
      }));
    } else if (!second) {
      const { isBanded } = dimensions[first.i]!;
      const edge = (side: string) => (isBanded ? numberAt(table, row, `${side}_${letter(first.i)}`) : null);
      single[first.i]!.push({ ...counted, segment: first.segment, low: edge("low"), high: edge("high") });
    } else {
      const key = `${first.i} ${second.i}`;
      const known = pairs.get(key) ?? [];
      known.push({ ...counted, a: first.segment, b: second.segment });
      pairs.set(key, known);
    }
  }
  return { all, facts, single, pairs };
}

/** Counts by two dimensions, the one asked for first first. */
export function pairsOf({ pairs }: Cells, i: number, j: number): readonly Pair[] {
  if (i < j) return pairs.get(`${i} ${j}`) ?? [];
  return (pairs.get(`${j} ${i}`) ?? []).map(({ a, b, x, n }) => ({ a: b, b: a, x, n }));
}

import type { Pattern } from "./logistic";
import { mostLevers } from "./shapley";
import type { Table } from "./shapley-fit";

/** A table with what tells its patterns apart, as bits of two whole numbers; null where those are too few. */
export interface Merged {
  readonly table: Table;
  readonly low: Int32Array | null;
  readonly high: Int32Array | null;
}

export interface Design {
  readonly ok: true;
  readonly table: Table;
  /** Of each lever; column 0 is the intercept. */
  readonly columnsOf: readonly (readonly number[])[];
  readonly width: number;
  readonly nullLikelihood: number;
  /** Of each pattern: which combination of controls, and of each lever which combination of its values. */
  readonly codes: { readonly controls: readonly number[]; readonly levers: readonly (readonly number[])[] };
}

export type DesignFailure = "no-base" | "one-class" | "no-levers" | "too-many-levers" | "overlap";

/** Patterns as columns, alike ones as one: an intercept, then the values, less their mean, in standard deviations. */
export function designOf(
  patterns: readonly Pattern[],
  levers: readonly (readonly number[])[],
): Design | { readonly ok: false; readonly why: DesignFailure } {
  const used = patterns.filter(({ n }) => n > 0);
  const customers = used.reduce((sum, { n }) => sum + n, 0);
  const events = used.reduce((sum, { x }) => sum + x, 0);
  const values = used[0]?.values.length ?? 0;
  const owned = levers.flat();
  if (customers === 0) return { ok: false, why: "no-base" };
  if (events === 0 || events === customers) return { ok: false, why: "one-class" };
  if (levers.length === 0) return { ok: false, why: "no-levers" };
  if (levers.length > mostLevers) return { ok: false, why: "too-many-levers" };
  if (new Set(owned).size < owned.length || owned.some((column) => !(column >= 0 && column < values)))
    return { ok: false, why: "overlap" };

  const alike = alikeOf(used);
  const n = Float64Array.from(alike, (group) => group.reduce((sum, one) => sum + one.n, 0));
  const columns = [new Float64Array(alike.length).fill(1)];
  for (let j = 0; j < values; j++) columns.push(standardised(alike, n, customers, j));
  const controls = Array.from({ length: values }, (_, j) => j).filter((column) => !owned.includes(column));
  const share = events / customers;
  return {
    ok: true,
    table: {
      size: alike.length,
      columns,
      x: Float64Array.from(alike, (group) => group.reduce((sum, one) => sum + one.x, 0)),
      n,
    },
    columnsOf: levers.map((lever) => lever.map((column) => column + 1)),
    width: values + 1,
    nullLikelihood: events * Math.log(share) + (customers - events) * Math.log1p(-share),
    codes: {
      controls: codesOf(alike, controls),
      levers: levers.map((lever) => codesOf(alike, lever)),
    },
  };
}

/**
 * Without a lever many patterns are alike: they become one, which makes the models of few levers quick. Nothing is merged
 * where the controls alone tell all patterns apart. Tables of one depth share their memory.
 */
export function mergerOf({ table, width, codes }: Design) {
  const fields = placed([...codes.levers, codes.controls]);
  const isUseful = fields !== null && new Set(codes.controls).size < table.size;
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * table.size + 2)));
  const depths: Room[] = [];
  const roomAt = (depth: number) => (depths[depth] ??= roomFor(table.size, width));

  return {
    whole: {
      table,
      low: isUseful ? fields.low : null,
      high: isUseful ? fields.high : null,
    } satisfies Merged,
    without(from: Merged, lever: number, kept: readonly number[], depth: number): Merged {
      const { low, high } = from;
      if (!low || !high || !fields) return from;
      const room = roomAt(depth);
      const mask = slots.length - 1;
      const keepLow = ~fields.masks[lever]!.low;
      const keepHigh = ~fields.masks[lever]!.high;
      const { x, n, columns } = from.table;
      slots.fill(-1);
      let size = 0;
      for (let i = 0; i < from.table.size; i++) {
        const a = low[i]! & keepLow;
        const b = high[i]! & keepHigh;
        let slot = Math.imul(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b), 0xc2b2ae35);
        slot = (slot ^ (slot >>> 15)) & mask;
        let at = slots[slot]!;
        while (at >= 0 && (room.low[at] !== a || room.high[at] !== b)) {
          slot = (slot + 1) & mask;
          at = slots[slot]!;
        }
        if (at >= 0) {
          room.x[at]! += x[i]!;
          room.n[at]! += n[i]!;
          continue;
        }
        slots[slot] = size;
        room.low[size] = a;
        room.high[size] = b;
        room.x[size] = x[i]!;
        room.n[size] = n[i]!;
        room.first[size++] = i;
      }
      for (const j of kept) {
        const column = columns[j]!;
        const into = room.columns[j]!;
        for (let i = 0; i < size; i++) into[i] = column[room.first[i]!]!;
      }
      return { table: { size, columns: room.columns, x: room.x, n: room.n }, low: room.low, high: room.high };
    },
  };
}

type Room = ReturnType<typeof roomFor>;

function roomFor(size: number, width: number) {
  return {
    x: new Float64Array(size),
    n: new Float64Array(size),
    low: new Int32Array(size),
    high: new Int32Array(size),
    first: new Int32Array(size),
    columns: Array.from({ length: width }, () => new Float64Array(size)),
  };
}

/** Each code gets bits of its own in one of two words; null where they do not fit. */
function placed(codes: readonly (readonly number[])[]) {
  const size = codes[0]?.length ?? 0;
  const words = { low: new Int32Array(size), high: new Int32Array(size) };
  const used = { low: 0, high: 0 };
  const masks: { low: number; high: number }[] = [];
  for (const one of codes) {
    const bits = Math.ceil(Math.log2(one.reduce((largest, code) => Math.max(largest, code), 0) + 1));
    const word = used.low + bits <= 31 ? "low" : "high";
    if (used[word] + bits > 31) return null;
    const mask = (2 ** bits - 1) << used[word];
    masks.push({ low: word === "low" ? mask : 0, high: word === "high" ? mask : 0 });
    one.forEach((code, i) => (words[word][i]! |= code << used[word]));
    used[word] += bits;
  }
  return { ...words, masks };
}

function alikeOf(used: readonly Pattern[]): Pattern[][] {
  const groups = new Map<string, Pattern[]>();
  for (const one of used) {
    const key = one.values.join(" ");
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function codesOf(alike: readonly (readonly Pattern[])[], columns: readonly number[]): number[] {
  const known = new Map<string, number>();
  return alike.map(([first]) => {
    const key = columns.map((column) => first!.values[column]).join(" ");
    const code = known.get(key) ?? known.size;
    known.set(key, code);
    return code;
  });
}

function standardised(alike: readonly (readonly Pattern[])[], n: Float64Array, customers: number, j: number) {
  const values = Float64Array.from(alike, ([first]) => first!.values[j]!);
  const mean = values.reduce((sum, value, i) => sum + value * n[i]!, 0) / customers;
  const variance = values.reduce((sum, value, i) => sum + n[i]! * (value - mean) ** 2, 0) / customers;
  const deviation = Math.sqrt(variance);
  // What is left of a constant is a rounding: no column.
  return deviation > 1e-12 * Math.abs(mean)
    ? values.map((value) => (value - mean) / deviation)
    : values.fill(0);
}

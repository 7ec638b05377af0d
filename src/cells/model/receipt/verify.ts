import { isObject } from "../nbformat";
import type { ResultOrigin } from "../notebook";
import { plain, receiptOf, type Reckoned } from "./receipt";
import { tablePlaces, type Found } from "./table-places";

/** What reckoning it once more has shown. */
export interface Verified {
  /** Tables whose file is another one now. */
  readonly otherData: readonly Pair[];
  readonly otherEngine: Pair | null;
  readonly otherCode: boolean;
  readonly otherParameters: boolean;
  /** Numbers and words of the result that are not what they were, by their place in it; the first few. */
  readonly places: readonly Pair[];
  readonly count: number;
  /** Numbers that differ in their last digits only, as sums do that are taken in another order. */
  readonly close: number;
  /** Not everything could be compared: rows that nobody marked, or that another version of DuckDB has marked. */
  readonly isPart: boolean;
  /** Chance or the clock has a part in it, so that it may rightly differ. */
  readonly varies: boolean;
}

export interface Pair {
  readonly of: string;
  readonly before: string;
  readonly after: string;
}

/** Sums of the same numbers in another order differ by less than this, relative to the larger. */
const rounding = 1e-12;

const mostPlaces = 20;

export function verify(before: Reckoned, after: Reckoned): Verified {
  const places: Pair[] = [];
  let close = 0;
  const found: Found = (of, was, is) => {
    if (isClose(was, is)) close++;
    else places.push({ of, before: shown(was), after: shown(is) });
  };
  const isTable = !!before.table && !!after.table;
  const isWhole = !isTable || tablePlaces(before, after, found);
  if (!isTable) walk("", plain(before.result), plain(after.result), found);
  const [old, now] = [receiptOf(before), receiptOf(after)];
  return {
    otherData: otherData(before.data, after.data),
    otherEngine:
      before.engine === after.engine ? null : { of: "DuckDB", before: before.engine, after: after.engine },
    otherCode: old.code !== now.code || JSON.stringify(old.above) !== JSON.stringify(now.above),
    otherParameters: old.parameters !== now.parameters,
    places: places.slice(0, mostPlaces),
    count: places.length,
    close,
    isPart: !isWhole || before.isPart === true || after.isPart === true,
    varies: before.varies === true || after.varies === true,
  };
}

export function isEqual({ count }: Verified): boolean {
  return count === 0;
}

type Tables = ResultOrigin["data"];

function otherData(before: Tables, after: Tables): Pair[] {
  return before.flatMap((old) => {
    const now = after.find(({ table }) => table === old.table);
    const isSame =
      now && (old.sha256 && now.sha256 ? old.sha256 === now.sha256 : fileOf(old) === fileOf(now));
    return isSame ? [] : [{ of: old.table, before: fileOf(old), after: now ? fileOf(now) : "" }];
  });
}

function fileOf({ file, rows, sha256 }: Tables[number]): string {
  return [file, `${rows}`, sha256?.slice(0, 12)].filter(Boolean).join(" · ");
}

function walk(of: string, before: unknown, after: unknown, found: Found): void {
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    for (let i = 0; i < length; i++) walk(`${of}[${i}]`, before[i], after[i], found);
  } else if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    for (const key of keys) walk(of ? `${of}.${key}` : key, before[key], after[key], found);
  } else if (before !== after) found(of, before, after);
}

function isClose(before: unknown, after: unknown): boolean {
  if (typeof before !== "number" || typeof after !== "number") return false;
  return Math.abs(before - after) <= rounding * Math.max(Math.abs(before), Math.abs(after));
}

function shown(value: unknown): string {
  const text = value === undefined ? "–" : typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

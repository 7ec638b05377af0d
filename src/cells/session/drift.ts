import type { RoleName } from "../../analyses";
import { isMoment } from "../../engine";
import type { ColumnDigest, DataSlot } from "../model";
import { nameLikeness } from "./name-likeness";

/** In what another file of a table differs from the one before it. */
export interface Drift {
  readonly rows: { readonly before: number; readonly now: number };
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** A column that is gone, and a new one of its kind with a name like it, the likest first. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** What a column meant that is gone, where no other means it now. */
  readonly orphaned: readonly { readonly role: RoleName; readonly column: string }[];
  readonly retyped: readonly { readonly column: string; readonly before: string; readonly now: string }[];
  readonly period: Period | null;
  readonly categories: readonly {
    readonly column: string;
    readonly added: readonly string[];
    readonly gone: readonly string[];
  }[];
  /** Shares of rows without a value, 0 to 1, that differ by five points or more. */
  readonly missing: readonly { readonly column: string; readonly before: number; readonly now: number }[];
  /** Each customer had one row and now some have several: how many rows are too many. */
  readonly repeated: { readonly column: string; readonly rows: number } | null;
}

export interface Period {
  readonly column: string;
  readonly before: readonly [from: string, to: string];
  readonly now: readonly [from: string, to: string];
  readonly overlap: "none" | "some" | "whole";
}

/** Smaller changes of the share of missing values are the rule. */
const worthSaying = 0.05;

/** Likeness of names from which on one column may be the other, 0 to 1. */
const alike = 0.5;

/** What cannot be told, because a file was not counted, is left out: it is never said to be unchanged. */
export function driftOf(before: DataSlot, now: DataSlot): Drift {
  const old = new Map(before.columns.map((column) => [column.name, column]));
  const present = new Set(now.columns.map(({ name }) => name));
  const added = now.columns.filter(({ name }) => !old.has(name));
  const gone = before.columns.filter(({ name }) => !present.has(name));
  const renamed = likelyRenames(gone, added);
  const nameBefore = (name: string) => renamed.find(({ to }) => to === name)?.from ?? name;
  const both = pairs(before, now, nameBefore);
  return {
    rows: { before: before.rowCount, now: now.rowCount },
    added: added.map(({ name }) => name),
    gone: gone.map(({ name }) => name),
    renamed,
    orphaned: Object.entries(before.roles).flatMap(([role, column]) =>
      now.roles[role as RoleName] === undefined && !present.has(column)
        ? [{ role: role as RoleName, column }]
        : [],
    ),
    retyped: now.columns.flatMap(({ name, type }) => {
      const was = old.get(name);
      return was && was.type !== type ? [{ column: name, before: was.type, now: type }] : [];
    }),
    period: periodOf(before, now, nameBefore),
    categories: both.flatMap(([was, is]) => categoryChange(was, is)),
    missing: both.flatMap(([was, is]) => {
      const shares = { before: lacking(was, before), now: lacking(is, now) };
      return Math.abs(shares.now - shares.before) >= worthSaying ? [{ column: is.name, ...shares }] : [];
    }),
    repeated: repeatedIn(before, now, nameBefore),
  };
}

/** What a column of the new file was called in the old one, as far as its name tells. */
type NameBefore = (name: string) => string;

function pairs(
  before: DataSlot,
  now: DataSlot,
  nameBefore: NameBefore,
): (readonly [ColumnDigest, ColumnDigest])[] {
  return (now.digest ?? []).flatMap((is) => {
    const was = before.digest?.find(({ name }) => name === nameBefore(is.name));
    return was ? [[was, is] as const] : [];
  });
}

type Named = Pick<DataSlot["columns"][number], "name" | "kind">;

/** Each column at most once, the likest pairs first. */
export function likelyRenames(gone: readonly Named[], added: readonly Named[]): Drift["renamed"] {
  const candidates = gone
    .flatMap((from) =>
      added
        .filter((to) => to.kind === from.kind)
        .map((to) => ({ from: from.name, to: to.name, likeness: nameLikeness(from.name, to.name) })),
    )
    .filter(({ likeness }) => likeness >= alike)
    .sort((a, b) => b.likeness - a.likeness);
  const taken = new Set<string>();
  return candidates.flatMap(({ from, to }) => {
    if (taken.has(`from ${from}`) || taken.has(`to ${to}`)) return [];
    taken.add(`from ${from}`).add(`to ${to}`);
    return [{ from, to }];
  });
}

function periodOf(before: DataSlot, now: DataSlot, nameBefore: NameBefore): Period | null {
  const column = now.roles.time ?? now.roles.start;
  if (!column || !hasTimes(before, nameBefore(column)) || !hasTimes(now, column)) return null;
  const [was, is] = [digestIn(before, nameBefore(column)), digestIn(now, column)];
  if (!was?.from || !was.to || !is?.from || !is.to) return null;
  // Exact texts of dates and times sort as they follow one another.
  const [later, earlier] = [was.from > is.from ? was.from : is.from, was.to < is.to ? was.to : is.to];
  const isWhole = is.from <= was.from && is.to >= was.to;
  const overlap = later > earlier ? "none" : isWhole ? "whole" : "some";
  return { column, before: [was.from, was.to], now: [is.from, is.to], overlap };
}

function digestIn({ digest }: DataSlot, column: string): ColumnDigest | undefined {
  return digest?.find(({ name }) => name === column);
}

/** The digest of a notebook from before may have the first and last text of a column of texts: they are no times. */
function hasTimes({ columns }: DataSlot, column: string): boolean {
  return columns.some(({ name, kind }) => name === column && isMoment(kind));
}

/** A rare value of the old file is not known: then it cannot be said that one is new. */
function categoryChange(was: ColumnDigest, is: ColumnDigest): Drift["categories"] {
  if (!was.values || !is.values) return [];
  const [old, present] = [valuesOf(was), valuesOf(is)];
  const added = was.hasRare ? [] : [...present].filter((value) => !old.has(value));
  const gone = is.hasRare ? [] : [...old].filter((value) => !present.has(value));
  return added.length + gone.length ? [{ column: is.name, added, gone }] : [];
}

function valuesOf({ values }: ColumnDigest): ReadonlySet<string> {
  return new Set(values?.map(({ value }) => value));
}

function lacking({ filled }: ColumnDigest, { rowCount }: DataSlot): number {
  return rowCount ? 1 - filled / rowCount : 0;
}

/** Estimated counts are not exact enough to tell: only where they say that each was alone. */
function repeatedIn(before: DataSlot, now: DataSlot, nameBefore: NameBefore): Drift["repeated"] {
  const column = now.roles.customer;
  if (!column) return null;
  const [was, is] = [digestIn(before, nameBefore(column)), digestIn(now, column)];
  if (!was || !is || was.filled === 0 || was.distinct !== was.filled) return null;
  return is.distinct < is.filled ? { column, rows: is.filled - is.distinct } : null;
}

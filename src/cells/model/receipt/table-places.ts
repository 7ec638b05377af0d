import type { Reckoned, ReckonedTable } from "./receipt";

/** A place of a table, what was there and what is there. */
export type Found = (of: string, before: unknown, after: unknown) => void;

/**
 * Where two tables differ. Rows are compared by their marks; where those differ, and all rows are here, row by row. Rows for
 * which nobody asked for an order are compared whatever their order.
 * @returns false where more rows than those that are here could not be compared.
 */
export function tablePlaces(before: Reckoned, after: Reckoned, found: Found): boolean {
  const [was, is] = [before.table!, after.table!];
  if (was.rowCount !== is.rowCount) found("count(*)", was.rowCount, is.rowCount);
  if (columnsOf(was) !== columnsOf(is)) {
    found("columns", columnsOf(was), columnsOf(is));
    return true;
  }
  // Another version of DuckDB may mark the same rows differently.
  const canCompare = was.mark && is.mark && before.engine === after.engine;
  if (canCompare && isMarkedSame(was, is)) return true;
  const isOrdered = was.mark?.ordered != null && is.mark?.ordered != null;
  const isWhole = [was, is].every(({ rowCount, first }) => rowCount === first.length);
  const rows = isWhole || isOrdered ? rowPlaces(was, is, isOrdered, found) : 0;
  if (isWhole) return true;
  if (canCompare && rows === 0) markPlaces(was, is, found);
  return !!canCompare;
}

function isMarkedSame({ mark: was }: ReckonedTable, { mark: is }: ReckonedTable): boolean {
  if (was!.rows !== is!.rows) return false;
  return was!.ordered === null || is!.ordered === null || was!.ordered === is!.ordered;
}

function columnsOf({ columns }: ReckonedTable): string {
  return columns.map(({ name, type }) => `${name} ${type}`).join(", ");
}

/** Each column whose values are others; if none is, the same values stand beside each other in another way. */
function markPlaces({ columns, mark: was }: ReckonedTable, { mark: is }: ReckonedTable, found: Found): void {
  const others = columns.flatMap(({ name }, i) =>
    was!.columns[i] === is!.columns[i] ? [] : [{ name, was: was!.columns[i], is: is!.columns[i] }],
  );
  for (const one of others) found(one.name, `#${one.was}`, `#${one.is}`);
  if (others.length > 0) return;
  if (was!.rows === is!.rows) found("order by", `#${was!.ordered}`, `#${is!.ordered}`);
  else found("rows", `#${was!.rows}`, `#${is!.rows}`);
}

type Row = readonly (string | null)[];

function rowPlaces(was: ReckonedTable, is: ReckonedTable, isOrdered: boolean, found: Found): number {
  const [before, after] = isOrdered ? [numbered(was.first), numbered(is.first)] : unmatched(was, is);
  let places = 0;
  const numeric = was.columns.map(({ type }) => /^(?:double|float|real)/i.test(type));
  const tell = (of: string, a: unknown, b: unknown) => {
    places++;
    found(of, a, b);
  };
  for (let i = 0; i < Math.max(before.length, after.length); i++) {
    const [old, now] = [before[i], after[i]];
    const at = `[${(now ?? old)!.at}]`;
    if (!old || !now) tell(at, old && old.row.join(" | "), now && now.row.join(" | "));
    else
      was.columns.forEach(({ name }, c) => {
        const [a, b] = [old.row[c] ?? null, now.row[c] ?? null];
        if (a !== b)
          tell(name + at, ...(numeric[c] && a !== null && b !== null ? numbers(a, b) : ([a, b] as const)));
      });
  }
  return places;
}

function numbers(a: string, b: string): readonly [unknown, unknown] {
  return Number.isFinite(Number(a)) && Number.isFinite(Number(b)) ? [Number(a), Number(b)] : [a, b];
}

interface Placed {
  readonly row: Row;
  readonly at: number;
}

function numbered(rows: readonly Row[]): readonly Placed[] {
  return rows.map((row, i) => ({ row, at: i + 1 }));
}

/** What is left when equal rows of both are taken away, each row once; sorted, so that rows alike meet. */
function unmatched(was: ReckonedTable, is: ReckonedTable): readonly [readonly Placed[], readonly Placed[]] {
  const left = new Map<string, number>();
  for (const row of is.first) left.set(keyOf(row), (left.get(keyOf(row)) ?? 0) + 1);
  const gone = numbered(was.first).filter(({ row }) => !take(left, row));
  const come = numbered(is.first)
    .toReversed()
    .filter(({ row }) => take(left, row));
  const byText = (a: Placed, b: Placed) => (keyOf(a.row) < keyOf(b.row) ? -1 : 1);
  return [gone.toSorted(byText), come.toSorted(byText)];
}

function take(left: Map<string, number>, row: Row): boolean {
  const count = left.get(keyOf(row)) ?? 0;
  if (count > 0) left.set(keyOf(row), count - 1);
  return count > 0;
}

function keyOf(row: Row): string {
  return JSON.stringify(row);
}

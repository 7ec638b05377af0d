import { RecordBatchReader } from "apache-arrow";
import type { ArrowRows, Database } from "../../data/database";
import { kindOf, parseType } from "../../data/duckdb-type";
import { hidesRowNumbers, numbered, rowNumber } from "../../data/row-number";
import { type RowOrder, sorting } from "../../data/row-orders";
import type { Snapshot } from "../../data/snapshot";
import { join, name, type Sql, sql } from "../../data/sql";
import type { Column } from "../../data/table";
import { EngineError } from "../../engine-error";
import type { ExportSource } from "./export-source";

/** All rows of a table in DuckDB, in its own order or sorted as a grid shows it (see `rowsOf`). */
export async function relationSource(
  database: Database,
  relation: Sql,
  order: RowOrder | null = null,
  windowRows?: number,
): Promise<ExportSource> {
  const snapshot = await database.snapshot(relation);
  try {
    const { columns } = await snapshot.arrow(sql`from ${relation} limit 0`);
    // Deleted rows leave numbers behind that nobody has.
    const [rowCount, end] = await numbersOf(
      snapshot,
      hidesRowNumbers(columns)
        ? sql`select count(*), 0 from ${relation}`
        : sql`select count(*), coalesce(max(rowid) + 1, 0) from ${relation}`,
    );
    const size = windowRows ?? windowSize(columns.length);
    return {
      columns,
      rowCount: rowCount!,
      asText: () => toldWrongly(snapshot, relation, columns),
      windows: () =>
        hidesRowNumbers(columns)
          ? copied(snapshot, relation, { columns, order, size })
          : order
            ? sorted(snapshot, relation, order, size)
            : inOrder(snapshot, relation, end!, size),
      close: snapshot.close,
    };
  } catch (error) {
    await snapshot.close();
    throw error;
  }
}

/** About a million cells, in whole parts of DuckDB's groups of rows, so that none is looked at in vain. */
function windowSize(columns: number): number {
  const most = 1_000_000 / Math.max(1, columns);
  return [122_880, 61_440, 30_720, 12_288, 6144].find((size) => size <= most) ?? 2048;
}

async function* inOrder(
  snapshot: Snapshot,
  relation: Sql,
  end: number,
  size: number,
): AsyncGenerator<ArrowRows> {
  for (let from = 0; from === 0 || from < end; from += size)
    yield await snapshot.arrow(sql`from ${relation} where rowid >= ${from} and rowid < ${from + size}`);
}

/** Sorted once, by numbers of rows alone; then the rows themselves are fetched a window at a time. */
async function* sorted(
  snapshot: Snapshot,
  relation: Sql,
  { column, descending }: RowOrder,
  size: number,
): AsyncGenerator<ArrowRows> {
  const by = sql`${sorting({ column, descending })}, rowid`;
  const places = name("temp", "export_order");
  // Rows that a transaction has made itself have no numbers yet, so their places are written down.
  await snapshot.arrow(
    sql`create or replace temp table export_order as
      select row_number() over () - 1 as place, original
      from (select rowid as original from ${relation} order by ${by})`,
    sql`select 1`,
  );
  const [count] = await numbersOf(snapshot, sql`select count(*) from ${places}`);
  for (let from = 0; from === 0 || from < count!; from += size)
    yield await snapshot.arrow(
      sql`select rows.* from ${relation} as rows
        join (from ${places} where place >= ${from} and place < ${from + size}) as places
        on rows.rowid = places.original
        order by place`,
    );
}

/** A table whose rows cannot be asked for by their numbers, in a copy that has them: rare, or it would cost too much memory. */
async function* copied(
  snapshot: Snapshot,
  relation: Sql,
  { columns, order, size }: { columns: readonly Column[]; order: RowOrder | null; size: number },
): AsyncGenerator<ArrowRows> {
  const copy = name("temp", "export_rows");
  const by = order ? sql`order by ${sorting(order)}, ${rowNumber}` : sql`order by ${rowNumber}`;
  const own = columns.map((_, i) => name(`c${i}`));
  const named = columns.map((column, i) => sql`${own[i]!} as ${name(column.name)}`);
  const [count] = await numbersOf(
    snapshot,
    sql`create or replace temp table export_rows as
      select row_number() over () - 1 as place, * from (
        from ${numbered(relation, columns)} ${by}
      ) as rows(${join([...own, rowNumber], ", ")})`,
    sql`select count(*) from ${copy}`,
  );
  for (let from = 0; from === 0 || from < count!; from += size)
    yield await snapshot.arrow(
      sql`select ${join(named, ", ")} from ${copy} where place >= ${from} and place < ${from + size} order by place`,
    );
}

/** Infinite days have no number in Arrow that means it, and its decimals end at 38 digits. */
async function toldWrongly(
  snapshot: Snapshot,
  relation: Sql,
  columns: readonly Column[],
): Promise<readonly string[]> {
  const asked = columns.flatMap((column) => {
    const doubt = doubtOf(column);
    return doubt ? [{ column, doubt }] : [];
  });
  if (!asked.length) return [];
  const found = await numbersOf(
    snapshot,
    sql`select ${join(
      asked.map(({ doubt }) => sql`coalesce(max((${doubt})::integer), 0)`),
      ", ",
    )} from ${relation}`,
  );
  return asked.filter((_, i) => found[i] === 1).map(({ column }) => column.name);
}

function doubtOf({ name: column, type }: Column): Sql | null {
  const { name: base, parts } = parseType(type);
  const place = name(column);
  if (base === "HUGEINT")
    return sql`${place} not between -99999999999999999999999999999999999999 and 99999999999999999999999999999999999999`;
  if (base === "DATE" || kindOf(type) === "timestamp") return sql`isinf(${place})`;
  return parts.length && /DATE|TIMESTAMP/.test(type) ? sql`contains(${place}::varchar, 'infinity')` : null;
}

/** The one row of whole numbers that the last question gives. */
async function numbersOf(snapshot: Snapshot, ...questions: readonly Sql[]): Promise<readonly number[]> {
  const { messages } = await snapshot.arrow(...questions);
  for (const batch of RecordBatchReader.from(messages as Uint8Array[]))
    return batch.data.children.map(({ values }) => Number((values as ArrayLike<number | bigint>)[0]));
  throw new EngineError("not-a-table", "no answer to a count");
}

import type { Database } from "../../data/database";
import { numbered, rowNumber } from "../../data/row-number";
import { join, name, type Sql, sql, written } from "../../data/sql";
import type { ImportedTable, Unread } from "../imported";
import type { ImportPlan } from "../plan";
import type { Part, TextPart } from "../read/part";
import { unreadSchema } from "./drop-unread";
import type { Loaded } from "./load-parts";
import { fileColumn, oddCells, watchedColumns } from "./part-query";

export function createUnread(table: string): Sql {
  return sql`create or replace table ${name(table)}
    (file varchar, line bigint, "row" bigint, "column" varchar, reason varchar, "text" varchar)`;
}

/**
 * What DuckDB's reader could not use of a part. It writes an entry for each missing or superfluous cell of a line; the one
 * that knows how many there are is the first or the last.
 */
export function keepRejects(
  table: string,
  rejects: string,
  plan: ImportPlan,
  { of, linesBefore }: TextPart & Pick<Part, "of">,
): Sql {
  const own =
    of?.places && of.headers?.map((header, i) => plan.columns[of.places!.indexOf(i)]?.name ?? header);
  const names = (own ?? plan.columns.map((column) => column.name)).map((each) => sql`${each}`);
  return sql`insert into ${name(table)}
    with entries as (
      select *, if(error_type = 'TOO MANY COLUMNS', -column_idx, column_idx) as weight from ${name(rejects)}
    ), lines as (
      select
        line,
        if(any_value(error_type) in ('MISSING COLUMNS', 'TOO MANY COLUMNS'), null, min(column_idx)) as cell,
        arg_min(error_message, weight) as said,
        ltrim(any_value(csv_line), ${"\r\n"}) as text
      from entries group by line
    )
    select
      ${of?.name ?? null}, ${linesBefore === null ? sql`null` : sql`line + ${linesBefore}`}, null, [${join(names, ", ")}][cell::bigint],
      -- "Expected Number of Columns: 3 Found: 5." is said in our own way
      regexp_replace(lower(left(said, 1)) || substr(replace(replace(said, ' Found: ', ', found: '), 'Number of Columns', 'number of columns'), 2), '\\.$', ''),
      text
    from lines order by line`;
}

export function keepRejected(table: string, { rejected, of }: Part): Sql {
  const file = of?.name ?? null;
  const rows = rejected.map(
    ({ line, reason, text }) => sql`(${file}, ${line}, null, null, ${reason}, ${text})`,
  );
  return sql`insert into ${name(table)} values ${join(rows, ",\n")}`;
}

/** Cells that were written and gave no value: those that say "not known" are counted, the others kept with their row. Takes their column away. */
export async function keepOddCells(
  database: Database,
  from: string,
  table: string,
  { plan, hasOddCells }: Pick<Loaded, "plan" | "hasOddCells">,
): Promise<ImportedTable["missing"]> {
  if (!hasOddCells) return [];
  const watched = watchedColumns(plan);
  const own = watched.flatMap((number, i) => {
    const tokens = plan.columns[number - 1]!.missing?.map((token) => token.toLowerCase()) ?? [];
    return tokens.length ? [sql`place = ${i + 1} and token in (${tokens})`] : [];
  });
  const isText = watched.map((number) => plan.columns[number - 1]!.reading.form === "text");
  const inAll = sql`not [${join(
    isText.map((each) => sql`${each}`),
    ", ",
  )}][place] and token in (${[...plan.missing, ""]})`;
  const isMissing = join(
    [inAll, ...own].map((test) => sql`(${test})`),
    " or ",
  );
  const file = plan.joined ? name(fileColumn(plan)) : sql`null`;
  const odd = sql`cells as (
      select ${file} as file, ${rowNumber} + 1 as "row", unnest(${name(oddCells)}) as "text", generate_subscripts(${name(oddCells)}, 1) as place
      from ${numbered(name(from), [...plan.columns, { name: fileColumn(plan) }])} where ${name(oddCells)} is not null
    ), odd as (
      select *, lower(trim("text")) as token from cells where trim("text") <> ''
    )`;
  const columns = watched.map((number) => plan.columns[number - 1]!);
  const names = sql`[${join(
    columns.map((column) => sql`${column.name}`),
    ", ",
  )}][place]`;
  const reasons = sql`[${join(
    columns.map(({ reading }) => sql`${reasonOf[reading.form]}`),
    ", ",
  )}][place]`;
  await database.run([
    sql`insert into ${name(table)}
      with ${odd} select file, null, "row", ${names}, ${reasons}, "text" from odd where not (${isMissing}) order by "row", place`,
  ]);
  const counts = await database.query(
    sql`with ${odd} select place, token, count(*) as n from odd where ${isMissing} group by all order by place, n desc, token`,
  );
  await database.run([sql`alter table ${name(from)} drop column ${name(oddCells)}`]);
  return counts.rows().map((row) => ({
    column: columns[Number(row.place) - 1]!.name,
    token: String(row.token),
    count: Number(row.n),
  }));
}

const reasonOf = {
  text: "no text",
  stored: "no value",
  boolean: "neither yes nor no",
  whole: "no whole number",
  number: "no number",
  decimal: "no number",
  date: "no date",
  timestamp: "no time",
};

/** Counts, the first hundred, and the whole under the table's name in a schema of its own. */
export async function publishUnread(
  database: Database,
  coming: string,
  table: string,
  isOfSeveral: boolean,
): Promise<ImportedTable["unread"]> {
  const counts = await database.query(
    sql`select count(*) filter ("row" is null) as "rows", count("row") as cells from ${name(coming)}`,
  );
  const [rows, cells] = [Number(counts.value(0, "rows")), Number(counts.value(0, "cells"))];
  const own = name(unreadSchema, table);
  await database.run([
    sql`create schema if not exists ${name(unreadSchema)}`,
    sql`drop table if exists ${own}`,
    ...(rows + cells
      ? [
          sql`create table ${own} as select ${written(isOfSeveral ? "*" : "* exclude (file)")} from ${name(coming)}`,
        ]
      : []),
  ]);
  const first = await unreadRows(database, coming, 100);
  return { rows, cells, first, table: rows + cells ? [unreadSchema, table] : null };
}

export async function unreadRows(database: Database, table: string, most: number): Promise<Unread[]> {
  const first = await database.query(
    sql`select file, line, "row", "column", reason, left("text", 1000) as "text" from ${name(table)} order by file, line, "row" limit ${most}`,
  );
  return first.rows().map((row): Unread => ({
    ...(row.file !== null && { file: String(row.file) }),
    line: row.line === null ? null : Number(row.line),
    row: row.row === null ? null : Number(row.row),
    column: row.column === null ? null : String(row.column),
    reason: String(row.reason),
    text: String(row.text),
  }));
}

import type { Database } from "../../data/database";
import { numbered, rowNumber } from "../../data/row-number";
import { join, name, type Sql, sql } from "../../data/sql";
import type { SoughtCells } from "../lines/sought";
import type { ImportPlan } from "../plan";
import type { Reader } from "../reader";
import { fileColumn } from "./part-query";
import { ownReasons } from "./rejected-rows";

/** Larger files are not read a second time to find out. */
const mostBytes = 64 << 20;

/** More cells than anybody looks up by hand. */
const mostCells = 2000;

const mostRejected = 2000;

/** Gives the cells that could not be read the lines they have in their file. Only where they are certain. */
export async function placeCells(
  database: Database,
  reader: Reader,
  file: File,
  plan: ImportPlan,
  own: { readonly table: string; readonly unread: string },
): Promise<void> {
  // Of rows that were chosen nothing tells which of the file's they are.
  if (!reader.lines || plan.rows || file.size > mostBytes) return;
  const cells = await oddCellsIn(database, plan, own.unread);
  if (!cells.length) return;
  const sought = (await filesIn(database, plan, own)).flatMap(({ first, ...one }): SoughtCells[] => {
    const its = cells.filter((cell) => cell.file === one.file);
    return its.length
      ? [{ what: "cells", ...one, cells: its.map((cell) => ({ ...cell, row: cell.row - first + 1 })) }]
      : [];
  });
  if (!sought.length) return;
  // A file that has been moved since costs the lines, and not the table that has been read.
  const lines = await reader.lines(file, plan, sought).catch(() => null);
  if (!lines) return;
  const found = sought.flatMap(({ file }, i) =>
    cells
      .filter((cell) => cell.file === file)
      .flatMap(({ row, column }, j): Sql[] => {
        const line = lines[i]!.lines[j];
        return typeof line === "number"
          ? [sql`(${file}, ${row}, ${plan.columns[column]!.name}, ${line})`]
          : [];
      }),
  );
  if (!found.length) return;
  const unread = name(own.unread);
  const known = sql`(values (null::varchar, null::bigint, null::varchar, null::bigint), ${join(found, ",\n")})`;
  await database.run([
    sql`update ${unread} set line = found.line from ${known} as found(file, "row", "column", line)
      where ${unread}.file is not distinct from found.file and ${unread}."row" = found."row" and ${unread}."column" = found."column"`,
  ]);
}

async function oddCellsIn(database: Database, { columns }: ImportPlan, unread: string) {
  const found = await database.query(
    sql`select file, "row", "column", "text" from ${name(unread)} where "row" is not null order by "row" limit ${mostCells}`,
  );
  const places = new Map(columns.map((column, i) => [column.name, i]));
  return found.rows().map(({ file, row, column, text }) => ({
    file: file === null ? null : String(file),
    row: Number(row),
    column: places.get(String(column))!,
    text: String(text),
  }));
}

/** The files of the table that have their rows together, and whose rejected rows have all their places. */
async function filesIn(
  database: Database,
  plan: ImportPlan,
  { table, unread }: { readonly table: string; readonly unread: string },
) {
  const file = plan.joined ? name(fileColumn(plan)) : sql`null`;
  const counted = await database.query(sql`
    with placed as (
      select ${file}::varchar as file, min(${rowNumber}) + 1 as first, max(${rowNumber}) + 1 as last, count(*) as n
      from ${numbered(name(table), [...plan.columns, { name: fileColumn(plan) }])} group by 1
    ), lost as (
      select file, list(distinct line) filter (line is not null and reason not in (${ownReasons})) as rejected,
        list(line) filter (reason in (${ownReasons}) and line is not null) as "leftOut",
        count(*) filter (line is null) as unknown, count(*) as n
      from ${name(unread)} where "row" is null group by file
    )
    select placed.file, first, placed.n, coalesce(rejected, []::bigint[]) as rejected, coalesce("leftOut", []::bigint[]) as "leftOut"
    from placed left join lost on placed.file is not distinct from lost.file
    where last - first + 1 = placed.n and coalesce(unknown, 0) = 0 and coalesce(lost.n, 0) <= ${mostRejected}`);
  return counted.rows().map((row) => ({
    file: row.file === null ? null : String(row.file),
    first: Number(row.first),
    rowCount: Number(row.n),
    rejected: (row.rejected as readonly unknown[]).map(Number),
    leftOut: (row.leftOut as readonly unknown[]).map(Number),
  }));
}

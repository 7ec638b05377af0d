import type { Database } from "../../data/database";
import { join, name, type Sql, sql } from "../../data/sql";
import { type FoundLines, mostText, type SoughtRejected } from "../lines/sought";
import type { ImportPlan } from "../plan";
import { tooLong } from "../read/row-parts";
import type { Reader } from "../reader";

/** Of rows that were left out in front of DuckDB's reader: their lines are true. */
export const ownReasons = ["row of totals", "cells beyond the last column", tooLong];

const isOfDuckDB = sql`"row" is null and line is not null and reason not in (${ownReasons})`;

/** Of each file; the others keep the line of DuckDB's count only where that is sure to be the true one. */
const mostSought = 2000;

/** Read through once more in about an eighth of the time that the load takes; a larger file would keep a person waiting. */
const mostBytes = 2 ** 31;

type Find = (sought: readonly SoughtRejected[]) => Promise<readonly FoundLines[]>;

/** Reads the file once more, as far as the last rejected row. */
export function findRejected(reader: Reader, file: File, plan: ImportPlan, signal?: AbortSignal): Find {
  return async (sought) => {
    if (!reader.lines || file.size > mostBytes) return [];
    const stopped = new Promise<never>((_, refuse) =>
      signal?.addEventListener("abort", () => refuse(new DOMException("stopped", "AbortError")), {
        once: true,
      }),
    );
    return Promise.race([stopped, reader.lines(file, plan, sought)]);
  };
}

/**
 * Gives the rejected rows their true lines. To DuckDB's reader a row of several lines is one, so below such a row its count is
 * too small; what cannot be found again by its text has no line rather than a wrong one.
 */
export async function placeRejected(
  database: Database,
  { source }: ImportPlan,
  unread: string,
  find: Find,
): Promise<void> {
  // Of all others our own readers say the lines, or there are none.
  if (source.format !== "text") return;
  const sought = await rejectedIn(database, unread);
  if (!sought.length) return;
  // A file that has been moved since costs the lines, and not the table that has been read.
  const found = await find(sought).catch(() => []);
  const [last, changed]: [Sql[], Sql[]] = [[], []];
  sought.forEach(({ file, rows }, i) => {
    const { lines = [], sureUntil = 0 } = found[i] ?? {};
    last.push(sql`(${file}, ${Math.max(sureUntil, rows.at(-1)!.counted)})`);
    rows.forEach(({ counted }, j) => {
      const line = lines[j] ?? null;
      if (line !== counted) changed.push(sql`(${file}, ${counted}, ${line})`);
    });
  });
  const table = name(unread);
  const isFile = sql`${table}.file is not distinct from found.file`;
  await database.run([
    sql`update ${table} set line = null from (values (null::varchar, null::bigint), ${join(last, ", ")}) as found(file, last)
      where ${isOfDuckDB} and ${isFile} and line > last`,
    sql`update ${table} set line = found.line from (values (null::varchar, null::bigint, null::bigint)${join(
      changed.map((one) => sql`, ${one}`),
      "",
    )}) as found(file, was, line)
      where ${isFile} and "row" is null and ${table}.line = was and reason not in (${ownReasons})`,
  ]);
}

async function rejectedIn(database: Database, unread: string): Promise<readonly SoughtRejected[]> {
  const found = await database.query(sql`
    select file, line, left(any_value("text"), ${mostText}) as "text", max(line) over (partition by file) as until
    from ${name(unread)} where ${isOfDuckDB} group by file, line
    qualify row_number() over (partition by file order by line) <= ${mostSought} order by file, line`);
  const files = new Map<string | null, SoughtRejected & { rows: SoughtRejected["rows"][number][] }>();
  for (const { file: own, line, text, until } of found.rows()) {
    const file = own === null ? null : String(own);
    const one = files.get(file) ?? { what: "rejected", file, rows: [], until: Number(until) };
    one.rows.push({ counted: Number(line), text: String(text) });
    files.set(file, one);
  }
  return [...files.values()];
}

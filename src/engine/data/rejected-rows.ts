import type { Database } from "./database";
import type { LoadedTable, RejectedRow } from "./loaded-table";
import { name, sql } from "./sql";

/**
 * What `store_rejects` has kept. DuckDB writes an entry for each missing or superfluous cell of a line; the one that
 * knows how many there are is the first or the last.
 */
export async function readRejected(
  database: Database,
  rejects: string,
  names: readonly string[],
): Promise<LoadedTable["rejected"]> {
  const count = await database.query(sql`select count(distinct line) as n from ${name(rejects)}`);
  const first = await database.query(sql`
    with entries as (
      select *, if(error_type = 'TOO MANY COLUMNS', -column_idx, column_idx) as weight from ${name(rejects)}
    )
    select
      line,
      if(any_value(error_type) in ('MISSING COLUMNS', 'TOO MANY COLUMNS'), null, min(column_idx)) as cell,
      arg_min(error_message, weight) as reason,
      left(any_value(csv_line), 1000) as text
    from entries
    group by line
    order by line
    limit 100`);
  return {
    count: Number(count.value(0, "n")),
    first: first.rows().map((row): RejectedRow => ({
      line: Number(row.line),
      column: row.cell === null ? null : (names[Number(row.cell) - 1] ?? null),
      reason: reasonOf(String(row.reason)),
      text: String(row.text),
    })),
  };
}

// `Expected Number of Columns: 3 Found: 5` -> `expected number of columns: 3, found: 5`
function reasonOf(said: string): string {
  return said
    .replace(/ Found: /, ", found: ")
    .replace(/^[A-Z][A-Za-z ]*/, (words) => words.toLowerCase())
    .replace(/\.$/, "");
}

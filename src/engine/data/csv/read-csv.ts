import type { CsvOptions } from "../loaded-table";
import { join, name, type Sql, sql, written } from "../sql";
import { attempt, conversion } from "./conversion";
import type { Reading } from "./reading";

/** How a file will be read, decided before DuckDB sees it. */
export interface CsvPlan {
  readonly delimiter: string;
  readonly quote: string;
  readonly header: boolean;
  readonly skip: number;
  readonly encoding: CsvOptions["encoding"];
  readonly hasMixedLineEnds: boolean;
  readonly names: readonly string[];
  readonly readings: readonly Reading[];
}

/** All rows of the file into a new table; broken lines go to the table `rejects`. */
export function createFromCsv(plan: CsvPlan, path: string, table: string, rejects: string): Sql {
  const columns = plan.names.map((column, i) => {
    const [cell, value] = [name(`c${i + 1}`), name(`v${i + 1}`)];
    const reading = plan.readings[i]!;
    return {
      cell,
      attempt: sql`${attempt(cell, reading)} as ${value}`,
      value: sql`${conversion(cell, value, reading, i + 1)} as ${name(column)}`,
    };
  });
  const cells = columns.map(({ cell }) => cell);
  return sql`create or replace table ${name(table)} as
    with attempts as (
      select ${join([...cells, ...columns.map(({ attempt }) => attempt)], ", ")}
      from read_csv(${path}, ${readerOptions(plan, cells.length, rejects)})
      -- spreadsheets leave rows of delimiters behind
      where coalesce(${join(cells, ", ")}) is not null
    )
    select
      ${join(
        columns.map(({ value }) => value),
        ",\n",
      )}
    from attempts`;
}

function readerOptions(plan: CsvPlan, width: number, rejects: string): Sql {
  const columns = Array.from({ length: width }, (_, i) => sql`${`c${i + 1}`}: 'varchar'`);
  return sql`auto_detect = false, delim = ${plan.delimiter}, quote = ${plan.quote}, escape = ${plan.quote},
    header = ${plan.header}, skip = ${plan.skip}, columns = {${join(columns, ", ")}},
    ${written(plan.hasMixedLineEnds ? lenient : "")}
    store_rejects = true, rejects_table = ${rejects}, rejects_scan = ${`${rejects}_scan`}`;
}

// Only when it is lenient does the reader take both ends of line in one file. Otherwise it must find out by itself: told
// of `\r\n` it reads no rows at all.
const lenient = String.raw`strict_mode = false, new_line = '\n',`;

import type { Database } from "../data/database";
import { type Sql, sql } from "../data/sql";
import type { Column } from "../data/table";
import type { Rows } from "./count-under";
import { keyOf } from "./filter";

export interface CountedValue {
  readonly value: string;
  readonly count: number;
}

/** Values that hold the text, large or small letters alike, most frequent first; `more`: there are others beyond the limit. */
export async function searchValues(
  database: Database,
  { table, where }: Rows,
  column: Column,
  text: string,
  limit: number,
  signal?: AbortSignal,
): Promise<{ readonly values: readonly CountedValue[]; readonly more: boolean }> {
  const key = keyOf(column);
  const conditions: Sql[] = [sql`${key} is not null`];
  if (where) conditions.push(where);
  if (text) conditions.push(sql`contains(lower((${key})::varchar), lower(${text}))`);
  const answer = await database.query(
    sql`select (${key})::varchar as value, count(*) as n from ${table} where ${all(conditions)}
      group by all order by n desc, value limit ${limit + 1}`,
    { signal, changesNothing: true },
  );
  const values = Array.from({ length: answer.rowCount }, (_, row) => ({
    value: answer.text(row, "value")!,
    count: Number(answer.value(row, "n")),
  }));
  return { values: values.slice(0, limit), more: values.length > limit };
}

function all(conditions: readonly Sql[]): Sql {
  return conditions.reduce((left, right) => sql`${left} and ${right}`);
}

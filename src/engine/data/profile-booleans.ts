import type { Database, QueryOptions } from "./database";
import type { ColumnProfile } from "./profile";
import { at, inLots } from "./profile-counts";
import { join, name, type Sql, sql } from "./sql";
import type { Column } from "./table";

/** Two numbers tell all of a column of true and false; to group its rows would take ten times as long. */
export function profileBooleans(
  database: Database,
  table: Sql,
  columns: readonly Column[],
  rows: number,
  options: QueryOptions,
): Promise<ColumnProfile[]> {
  return inLots(columns, async (lot) => {
    const parts = lot.map((column, i) => {
      const value = name(column.name);
      return sql`count(${value}) as ${at("filled", i)}, count_if(${value}) as ${at("true", i)}`;
    });
    const answer = await database.query(sql`select ${join(parts, ", ")} from ${table}`, options);
    return lot.map((column, i) => {
      const [filled, yes] = [Number(answer.value(0, `filled_${i}`)), Number(answer.value(0, `true_${i}`))];
      const counts = [
        { value: "false", count: filled - yes },
        { value: "true", count: yes },
      ].filter(({ count }) => count > 0);
      return {
        ...column,
        ...{ rows, filled, blank: 0 },
        ...{ distinct: counts.length, distinctIsEstimate: false },
        smallest: counts.at(0)?.value ?? null,
        largest: counts.at(-1)?.value ?? null,
        histogram: { form: "top", values: counts.toSorted((a, b) => b.count - a.count), others: 0 },
      };
    });
  });
}

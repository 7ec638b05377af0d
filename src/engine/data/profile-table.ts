import type { Database, QueryOptions } from "./database";
import type { ColumnProfile } from "./profile";
import { countColumns } from "./profile-counts";
import { countHistograms } from "./profile-histograms";
import { name, sql } from "./sql";

/** What each column of a table holds: two passes in SQL over all rows, whatever their number. */
export async function profileTable(
  database: Database,
  table: string,
  options: Pick<QueryOptions, "signal"> = {},
): Promise<ColumnProfile[]> {
  const from = name(table);
  const columns = await database.describe(sql`from ${from}`);
  const counts = await countColumns(database, from, columns, options);
  const shapes = await countHistograms(database, from, counts, options);
  return counts.map(({ column, measure: _measure, low: _low, high: _high, ...counted }, i) => {
    const { histogram, distinct } = shapes[i]!;
    const recounted = distinct === undefined ? {} : { distinct, distinctIsEstimate: false };
    return { ...column, ...counted, ...recounted, histogram };
  });
}

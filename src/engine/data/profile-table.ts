import { scaleOf } from "../explore/scale";
import type { Database, QueryOptions } from "./database";
import type { ColumnProfile } from "./profile";
import { countBins } from "./profile-bins";
import { type ColumnCounts, countColumns } from "./profile-counts";
import { columnsOfFewValues, profileValues, sampleValues } from "./profile-values";
import { name, type Sql, sql } from "./sql";
import type { Column } from "./table";

type Options = Pick<QueryOptions, "signal">;

/** What each column of a table holds, counted in SQL over all rows, whatever their number. */
export async function profileTable(
  database: Database,
  table: string,
  options: Options = {},
): Promise<ColumnProfile[]> {
  const from = name(table);
  return profileColumns(database, from, await database.describe(sql`from ${from}`), options);
}

/**
 * Some columns of a table. Each is read as few times as its kind allows: where all values can be counted, once; else once for
 * the ends and the number of different values, and once for the bins between these ends.
 */
export async function profileColumns(
  database: Database,
  table: Sql,
  columns: readonly Column[],
  { signal }: Options = {},
): Promise<ColumnProfile[]> {
  const options = { signal, changesNothing: true };
  const rows = Number((await database.query(sql`select count(*) from ${table}`, options)).value(0, 0));
  const flat = columns.filter((column) => !scaleOf(column));
  const few = await columnsOfFewValues(database, table, flat, rows, options);
  const counts = await countColumns(
    database,
    table,
    columns.filter((column) => !few.includes(column)),
    rows,
    options,
  );
  const lines = counts.filter(({ scale }) => scale);
  const binned = await countBins(database, table, lines, options);
  const profiles = new Map(
    (await profileValues(database, table, few, rows, options)).map((one, i) => [few[i]!, one]),
  );
  lines.forEach((each, i) => profiles.set(each.column, profileOf(each, binned[i]!)));
  for (const each of counts)
    if (!each.scale)
      profiles.set(
        each.column,
        profileOf(each, { histogram: await sampleValues(database, table, each, options) }),
      );
  return columns.map((column) => profiles.get(column)!);
}

function profileOf(
  { column, scale: _scale, span: _span, apart, ...counted }: ColumnCounts,
  { histogram, distinct }: { histogram: ColumnProfile["histogram"]; distinct?: number | undefined },
): ColumnProfile {
  const recounted = distinct === undefined ? {} : { distinct, distinctIsEstimate: false };
  return { ...column, ...counted, ...(apart && { apart }), ...recounted, histogram };
}

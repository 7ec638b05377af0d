import { scaleOf } from "../explore/scale";
import type { Database, QueryOptions } from "./database";
import type { ColumnProfile } from "./profile";
import { type Binned, countBins } from "./profile-bins";
import { profileBooleans } from "./profile-booleans";
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
  const options = { signal, changesNothing: true, isOwn: true };
  const rows = Number((await database.query(sql`select count(*) from ${table}`, options)).value(0, 0));
  const booleans = columns.filter(({ kind }) => kind === "boolean");
  const others = columns.filter(({ kind }) => kind !== "boolean");
  const withFew = await columnsOfFewValues(database, table, others, rows, options);
  const few = withFew.filter((column) => !scaleOf(column));
  const counts = await countColumns(
    database,
    table,
    others.filter((column) => !few.includes(column)),
    { rows, withFew },
    options,
  );
  const lines = counts.filter(({ scale }) => scale);
  const binned = await countBins(database, table, lines, options);
  const profiles = new Map([
    ...(await profileBooleans(database, table, booleans, rows, options)).map(
      (one, i) => [booleans[i]!, one] as const,
    ),
    ...(await profileValues(database, table, few, rows, options)).map((one, i) => [few[i]!, one] as const),
  ]);
  lines.forEach((each, i) => profiles.set(each.column, profileOfLine(each, binned[i]!)));
  for (const each of counts)
    if (!each.scale)
      profiles.set(
        each.column,
        profileOf(each, each.filled, await sampleValues(database, table, each, options)),
      );
  return columns.map((column) => profiles.get(column)!);
}

/** Whatever has a place on the line lies in a bin: to count the column's rows once more would take a tenth of all the time. */
function profileOfLine(counts: ColumnCounts, { inBins, distinct, histogram }: Binned): ColumnProfile {
  const { nan, infinite } = counts.apart ?? { nan: 0, infinite: 0 };
  const profile = profileOf(counts, inBins + nan + infinite, histogram);
  return distinct === undefined ? profile : { ...profile, distinct, distinctIsEstimate: false };
}

function profileOf(
  { column, rows, blank, apart, distinct, distinctIsEstimate, smallest, largest }: ColumnCounts,
  filled: number,
  histogram: ColumnProfile["histogram"],
): ColumnProfile {
  return {
    ...column,
    ...{ rows, filled, blank, ...(apart && { apart }) },
    // An estimate may exceed what there is.
    ...{ distinct: Math.min(distinct, filled), distinctIsEstimate },
    ...{ smallest, largest, histogram },
  };
}

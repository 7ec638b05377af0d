import {
  countRowsOf,
  countUnder,
  filterSql,
  profileColumns,
  quantilesOf,
  searchValues,
  type Column,
  type ColumnFilter,
  type ColumnProfile,
  type CountedValue,
  type Database,
  type PartCounts,
  type Quantiles,
} from "../../engine";
import { relationOf, type Shown } from "./queries";

/** Questions to the columns of something that has rows to show. An aborted one rejects with "stopped". */
export interface Exploring {
  /** What some of its columns hold, all rows counted. */
  profiles(shown: Shown, columns: readonly Column[], signal: AbortSignal): Promise<readonly ColumnProfile[]>;
  /** The parts of one column among the rows that pass the filters. */
  under(
    shown: Shown,
    profile: ColumnProfile,
    filters: readonly ColumnFilter[],
    signal: AbortSignal,
  ): Promise<PartCounts>;
  /** How many rows pass. */
  matching(shown: Shown, filters: readonly ColumnFilter[], signal: AbortSignal): Promise<number>;
  quantiles(
    shown: Shown,
    column: Column,
    filters: readonly ColumnFilter[],
    signal: AbortSignal,
  ): Promise<Quantiles | null>;
  /** The most frequent values that hold a text, at most a hundred. */
  values(
    shown: Shown,
    column: Column,
    text: string,
    filters: readonly ColumnFilter[],
    signal: AbortSignal,
  ): Promise<{ readonly values: readonly CountedValue[]; readonly more: boolean }>;
}

const mostValues = 100;

export function exploring(database: () => Promise<Database>): Exploring {
  const rowsOf = (shown: Shown, filters: readonly ColumnFilter[]) => ({
    table: relationOf(shown),
    where: filterSql(filters),
  });
  return {
    profiles: async (shown, columns, signal) =>
      profileColumns(await database(), relationOf(shown), columns, { signal }),
    under: async (shown, profile, filters, signal) =>
      countUnder(await database(), rowsOf(shown, filters), profile, signal),
    matching: async (shown, filters, signal) => countRowsOf(await database(), rowsOf(shown, filters), signal),
    quantiles: async (shown, column, filters, signal) =>
      quantilesOf(await database(), rowsOf(shown, filters), column, signal),
    values: async (shown, column, text, filters, signal) =>
      searchValues(await database(), rowsOf(shown, filters), column, text, mostValues, signal),
  };
}

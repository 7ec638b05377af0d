import type { Column, ColumnKind } from "./table";
import { dateText, timestampText } from "./moment-text";
import { name, type Sql, sql } from "./sql";

/** How a kind of column lies on a line: as a double for equal-width bins, and back as text for their edges. */
export interface Measure {
  readonly of: Sql;
  /** Distances are whole (days, integers), so that a bin never begins between two of them. */
  readonly isWhole: boolean;
  readonly text: (position: number) => string;
}

/** Undefined for kinds that have no distances; their most frequent values say more. */
export function measureOf({ name: column, kind }: Column): Measure | undefined {
  const value = name(column);
  const measures: Partial<Record<ColumnKind, Measure>> = {
    integer: { of: sql`${value}::double`, isWhole: true, text: plainNumber },
    number: { of: sql`if(isfinite(${value}), ${value}::double, null)`, isWhole: false, text: plainNumber },
    decimal: { of: sql`${value}::double`, isWhole: false, text: plainNumber },
    date: {
      of: sql`if(isfinite(${value}), date_diff('day', date '1970-01-01', ${value})::double, null)`,
      isWhole: true,
      text: (days) => dateText(Math.floor(days)),
    },
    timestamp: {
      of: sql`if(isfinite(${value}::timestamp), epoch_us(${value}::timestamp)::double, null)`,
      isWhole: false,
      text: (micros) => timestampText(BigInt(Math.floor(micros / 1e6)), 1n),
    },
  };
  return measures[kind];
}

function plainNumber(position: number): string {
  return String(Number(position.toPrecision(12)));
}

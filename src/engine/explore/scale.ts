import { dateText, timestampText } from "../data/moment-text";
import { name, type Sql, sql } from "../data/sql";
import type { Column } from "../data/table";

/** A value's place on the line of its column: a double in a floating column, else a count of the column's smallest unit. */
export type Position = number | bigint;

/** How the values of a column lie on a line, so that they can be counted in bins and a bin be said in SQL. */
export interface Scale {
  /** As it stands in the table. */
  readonly column: Sql;
  /** A FLOAT as a double: its own short text is that of another double. */
  readonly value: Sql;
  /** Numbers are cut at round numbers, the others by the calendar; their positions count days, micro- or nanoseconds. */
  readonly unit: "number" | "day" | "micro" | "nano";
  /** Bins hold whole values: both their ends belong to them, and none begins between two neighbours. */
  readonly isWhole: boolean;
  /** Positions are doubles; everywhere else they are bigint. */
  readonly isFloating: boolean;
  /** Positions in a whole number; 1 where the smallest unit is whole. */
  readonly perWhole: bigint;
  /** True for what has a place on the line: no NULL, no NaN, nothing infinite. */
  readonly hasPlace: Sql;
  /** As a double: never the wrong way round, but large neighbours may fall together. */
  readonly near: Sql;
  /** The position as `near` has it. */
  readonly nearOf: (position: Position) => number;
  /** As DuckDB writes the value, and back. */
  readonly text: (position: Position) => string;
  readonly position: (text: string) => Position;
}

/** Undefined for kinds that have no distances; their most frequent values say more. */
export function scaleOf({ name: quoted, kind, type }: Column): Scale | undefined {
  const value = name(quoted);
  switch (kind) {
    case "integer":
      return { ...decimalScale(value, 0), isWhole: true };
    case "decimal":
      return decimalScale(value, Number(/,\s*(\d+)\)$/.exec(type)?.[1] ?? 0));
    case "number":
      return {
        column: value,
        value: type === "FLOAT" ? sql`${value}::double` : value,
        unit: "number",
        isWhole: false,
        isFloating: true,
        perWhole: 1n,
        hasPlace: sql`isfinite(${value})`,
        near: type === "FLOAT" ? sql`${value}::double` : value,
        nearOf: Number,
        text: (position) => String(Number(position)),
        position: Number,
      };
    case "date":
      return {
        ...momentScale(sql`date_diff('day', date '1970-01-01', ${value})`, value),
        unit: "day",
        isWhole: true,
        text: (days) => dateText(Number(days)),
        position: (text) => microsOf(`${text} 00:00:00`) / 86_400_000_000n,
      };
    case "timestamp":
      return type === "TIMESTAMP_NS" ? nanoScale(value) : microScale(value, type.endsWith("TIME ZONE"));
    case "boolean":
    case "text":
    case "time":
    case "interval":
    case "list":
    case "struct":
    case "map":
    case "binary":
    case "other":
      return undefined;
  }
}

function decimalScale(value: Sql, digits: number): Scale {
  return {
    column: value,
    value,
    unit: "number",
    isWhole: false,
    isFloating: false,
    perWhole: 10n ** BigInt(digits),
    hasPlace: sql`${value} is not null`,
    near: sql`${value}::double`,
    nearOf: (position) => Number(decimalText(position, digits)),
    text: (position) => decimalText(position, digits),
    position: (text) => BigInt(text.replace(".", "")),
  };
}

function decimalText(position: Position, digits: number): string {
  const text = String(position);
  if (digits === 0) return text;
  const sign = text.startsWith("-") ? "-" : "";
  const all = text.slice(sign.length).padStart(digits + 1, "0");
  return `${sign}${all.slice(0, -digits)}.${all.slice(-digits)}`;
}

function momentScale(count: Sql, value: Sql): Omit<Scale, "unit" | "text" | "position"> {
  return {
    column: value,
    value,
    isWhole: false,
    isFloating: false,
    perWhole: 1n,
    hasPlace: sql`isfinite(${value})`,
    near: sql`(${count})::double`,
    nearOf: Number,
  };
}

function microScale(value: Sql, hasZone: boolean): Scale {
  const zone = hasZone ? "+00" : "";
  // What is finer than a second is written shorter by its own type; all of them count microseconds here.
  const count = sql`epoch_us(${value}::timestamp)`;
  return {
    ...momentScale(count, value),
    unit: "micro",
    text: (micros) => eraFirst(timestampText(BigInt(micros), 1_000_000n)) + zone,
    position: (text) => microsOf(text.replace(/\+00$/, "")),
  };
}

function nanoScale(value: Sql): Scale {
  return {
    ...momentScale(sql`epoch_ns(${value})`, value),
    unit: "nano",
    text: (nanos) => timestampText(BigInt(nanos), 1_000_000_000n),
    position: (text) => {
      const [, start, fraction = ""] = /^([^.]*)(?:\.(\d+))?$/.exec(text)!;
      return microsOf(start!) * 1000n + BigInt(fraction.padEnd(9, "0"));
    },
  };
}

/** DuckDB reads `0044-03-15 (BC) 10:00:00` only in this order. */
function eraFirst(text: string): string {
  return text.replace(/^(\S+) (\S+) \(BC\)$/, "$1 (BC) $2");
}

/** Microseconds since 1970 of `2024-01-31 10:00:00.5`, years before our era written as DuckDB does. */
function microsOf(text: string): bigint {
  const parts = /^(\d+)-(\d\d)-(\d\d)( \(BC\))? (\d\d):(\d\d):(\d\d)(?:\.(\d+))?$/.exec(text);
  if (!parts) throw new RangeError(`not a timestamp: ${text}`);
  const [, year, month, day, before, hour, minute, second, fraction = ""] = parts;
  const days = daysOf(before ? 1 - Number(year) : Number(year), Number(month), Number(day));
  const seconds = days * 86_400n + BigInt(Number(hour) * 3600 + Number(minute) * 60 + Number(second));
  return seconds * 1_000_000n + BigInt(fraction.padEnd(6, "0"));
}

/** Days since 1970-01-01, proleptic Gregorian; month 1 to 12. */
export function daysOf(year: number, month: number, day: number): bigint {
  // H. Hinnant, "chrono-compatible low-level date algorithms": days_from_civil.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return BigInt(era) * 146_097n + BigInt(dayOfEra - 719_468);
}

import type { DuckDbType } from "../../data/duckdb-type";

/**
 * How a column goes into an Arrow or Parquet file: `as-it-is` where both know the type and every value of it, `seconds` for
 * a clock that Parquet does not have, else a text of the value or JSON of a nested one.
 */
export type Carried = "as-it-is" | "seconds" | "text" | "json";

export function carried(type: DuckDbType): Carried {
  if (type.name === "TIMESTAMP_S") return "seconds";
  if (type.name === "HUGEINT" || plain.has(type.name)) return "as-it-is";
  if (!type.parts.length) return "text";
  return isCarriedInside(type) ? "as-it-is" : "json";
}

/** A HUGEINT inside of something cannot be asked beforehand whether it has more than 38 digits. */
function isCarriedInside({ name, parts }: DuckDbType): boolean {
  if (!parts.length) return plain.has(name);
  return nested.has(name) && parts.every(isCarriedInside);
}

const nested = new Set(["LIST", "STRUCT", "MAP"]);

const plain = new Set([
  "BOOLEAN",
  "TINYINT",
  "SMALLINT",
  "INTEGER",
  "BIGINT",
  "UTINYINT",
  "USMALLINT",
  "UINTEGER",
  "UBIGINT",
  "FLOAT",
  "DOUBLE",
  "DECIMAL",
  "VARCHAR",
  "DATE",
  "TIMESTAMP",
  "TIMESTAMP_MS",
  "TIMESTAMP_NS",
  "TIMESTAMP WITH TIME ZONE",
  "TIME",
  "BLOB",
]);

import { parseType, type Column, type DuckDbType } from "../../../../engine";
import { propertyName } from "./declarations";

/**
 * The TypeScript type of a table's row: what `EbbTable` gives for DuckDB's types. Any value may be NULL, as DuckDB says of
 * no column of a query that it has none.
 */
export function rowType(columns: readonly Column[]): string {
  if (!columns.length) return "{}";
  return `{ ${fieldsOf(columns.map(({ name, type }) => [name, nullable(parseType(type))]))} }`;
}

/** Without NULL: `STRUCT(a BIGINT)[]` is `({ a: number | null } | null)[]`. */
export function columnType(type: DuckDbType): string {
  const [first, second] = type.parts;
  switch (type.name) {
    case "BOOLEAN":
      return "boolean";
    case "DATE":
    case "TIMESTAMP":
    case "TIMESTAMP_S":
    case "TIMESTAMP_MS":
    case "TIMESTAMP_NS":
    case "TIMESTAMP WITH TIME ZONE":
      return "Date";
    case "ENUM":
      return type.labels.map((label) => JSON.stringify(label)).join(" | ") || "string";
    // Wider than any number.
    case "UHUGEINT":
    case "BIGNUM":
      return "bigint";
    case "BLOB":
      return "Uint8Array";
    case "LIST":
    case "ARRAY":
      return first ? `(${nullable(first)})[]` : "unknown[]";
    case "MAP":
      return first && second ? `Map<${columnType(first)}, ${nullable(second)}>` : "Map<unknown, unknown>";
    case "STRUCT":
      return type.fields.length
        ? `{ ${fieldsOf(type.parts.map((part, i) => [type.fields[i] ?? "", nullable(part)]))} }`
        : "{}";
    case "NULL":
    case '"NULL"':
      return "null";
    default:
      return numbers.has(type.name) ? "number" : texts.has(type.name) ? "string" : "unknown";
  }
}

function nullable(type: DuckDbType): string {
  const written = columnType(type);
  return written === "unknown" || written === "null" ? written : `${written} | null`;
}

/** DuckDB allows two columns of one name in a result; the later one is the object's. */
function fieldsOf(fields: readonly (readonly [name: string, type: string])[]): string {
  return [...new Map(fields)].map(([name, type]) => `${propertyName(name)}: ${type}`).join("; ");
}

const numbers = new Set(
  `TINYINT SMALLINT INTEGER BIGINT HUGEINT UTINYINT USMALLINT UINTEGER UBIGINT FLOAT DOUBLE DECIMAL`.split(
    " ",
  ),
);
const texts = new Set(["VARCHAR", "UUID", "BIT", "INTERVAL", "TIME", "TIME_NS", "TIME WITH TIME ZONE"]);

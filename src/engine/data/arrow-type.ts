import { DataType, type Field, Precision, TimeUnit } from "apache-arrow";
import type { ColumnKind } from "./table";

/**
 * The DuckDB type of an Arrow field, written as DESCRIBE writes it. With `arrowLosslessConversion` DuckDB marks
 * the types Arrow lacks (HUGEINT, UUID, BIT, …) in the field's metadata, so no second query is needed to tell them.
 */
export function duckdbType(field: Field): string {
  const marked = markedType(field);
  if (marked) return marked;
  const type = field.type;
  if (DataType.isNull(type)) return '"NULL"';
  if (DataType.isBool(type)) return "BOOLEAN";
  if (DataType.isInt(type)) return `${type.isSigned ? "" : "U"}${integerName[type.bitWidth]}`;
  if (DataType.isFloat(type)) return type.precision === Precision.DOUBLE ? "DOUBLE" : "FLOAT";
  if (DataType.isDecimal(type)) return `DECIMAL(${type.precision},${type.scale})`;
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return "VARCHAR";
  if (DataType.isBinary(type) || DataType.isLargeBinary(type)) return "BLOB";
  if (DataType.isDate(type)) return "DATE";
  if (DataType.isTimestamp(type))
    return type.timezone ? "TIMESTAMP WITH TIME ZONE" : timestampName[type.unit];
  if (DataType.isTime(type)) return "TIME";
  if (DataType.isInterval(type)) return "INTERVAL";
  if (DataType.isList(type)) return `${duckdbType(type.children[0]!)}[]`;
  if (DataType.isFixedSizeList(type)) return `${duckdbType(type.children[0]!)}[${type.listSize}]`;
  if (DataType.isStruct(type)) return `STRUCT(${members(type.children)})`;
  if (DataType.isUnion(type)) return `UNION(${members(type.children)})`;
  if (DataType.isMap(type)) return `MAP(${type.children[0]!.type.children!.map(duckdbType).join(", ")})`;
  if (DataType.isDictionary(type)) return "ENUM";
  return String(type).toUpperCase();
}

/** DuckDB's own name for a type that travels as bytes; undefined where Arrow's type says it all. */
export function markedType(field: Field): string | undefined {
  const extension = field.metadata.get("ARROW:extension:name");
  if (extension === "arrow.bool8") return "BOOLEAN";
  if (extension === "arrow.uuid") return "UUID";
  if (extension !== "arrow.opaque") return undefined;
  const mark = /"type_name":"(\w+)"/.exec(field.metadata.get("ARROW:extension:metadata") ?? "")?.[1] ?? "";
  return mark === "time_tz" ? "TIME WITH TIME ZONE" : mark.toUpperCase();
}

export function kindOf(type: string): ColumnKind {
  if (type.endsWith("]")) return "list";
  return kinds[/^\w+/.exec(type)?.[0] ?? ""] ?? "other";
}

function members(fields: readonly Field[]): string {
  return fields.map((field) => `${identifier(field.name)} ${duckdbType(field)}`).join(", ");
}

function identifier(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

const integerName = { 8: "TINYINT", 16: "SMALLINT", 32: "INTEGER", 64: "BIGINT" } as const;

const timestampName = {
  [TimeUnit.SECOND]: "TIMESTAMP_S",
  [TimeUnit.MILLISECOND]: "TIMESTAMP_MS",
  [TimeUnit.MICROSECOND]: "TIMESTAMP",
  [TimeUnit.NANOSECOND]: "TIMESTAMP_NS",
};

const kinds: Readonly<Record<string, ColumnKind>> = {
  BOOLEAN: "boolean",
  TINYINT: "integer",
  SMALLINT: "integer",
  INTEGER: "integer",
  BIGINT: "integer",
  HUGEINT: "integer",
  UTINYINT: "integer",
  USMALLINT: "integer",
  UINTEGER: "integer",
  UBIGINT: "integer",
  UHUGEINT: "integer",
  BIGNUM: "integer",
  FLOAT: "number",
  DOUBLE: "number",
  DECIMAL: "decimal",
  VARCHAR: "text",
  ENUM: "text",
  UUID: "text",
  BIT: "text",
  DATE: "date",
  TIMESTAMP: "timestamp",
  TIMESTAMP_S: "timestamp",
  TIMESTAMP_MS: "timestamp",
  TIMESTAMP_NS: "timestamp",
  TIME: "time",
  INTERVAL: "interval",
  STRUCT: "struct",
  MAP: "map",
  BLOB: "binary",
};

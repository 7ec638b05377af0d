import { DataType, type Field, Precision, TimeUnit } from "apache-arrow";

/**
 * The DuckDB type that Arrow's schema lets us see, for statements that cannot be described (EXPLAIN, SHOW, SUMMARIZE).
 * Arrow does not tell UUID from VARCHAR, BIT from BLOB, HUGEINT from DECIMAL(38,0) nor the members of an ENUM.
 */
export function typeInArrow(field: Field): string {
  const opaque = /"type_name":"(\w+)"/.exec(field.metadata.get("ARROW:extension:metadata") ?? "")?.[1];
  if (opaque) return opaque.toUpperCase();
  const type = field.type;
  if (DataType.isNull(type)) return '"NULL"';
  if (DataType.isBool(type)) return "BOOLEAN";
  if (DataType.isInt(type)) return `${type.isSigned ? "" : "U"}${integerName[type.bitWidth]}`;
  if (DataType.isFloat(type)) return type.precision === Precision.DOUBLE ? "DOUBLE" : "FLOAT";
  if (DataType.isDecimal(type)) return `DECIMAL(${type.precision},${type.scale})`;
  if (DataType.isUtf8(type)) return "VARCHAR";
  if (DataType.isBinary(type)) return "BLOB";
  if (DataType.isDate(type)) return "DATE";
  if (DataType.isTimestamp(type))
    return type.timezone ? "TIMESTAMP WITH TIME ZONE" : timestampName[type.unit];
  if (DataType.isTime(type)) return "TIME";
  if (DataType.isInterval(type)) return "INTERVAL";
  if (DataType.isDictionary(type)) return "ENUM";
  if (DataType.isList(type)) return `${typeInArrow(type.children[0]!)}[]`;
  if (DataType.isFixedSizeList(type)) return `${typeInArrow(type.children[0]!)}[${type.listSize}]`;
  if (DataType.isStruct(type)) return `STRUCT(${members(type.children)})`;
  if (DataType.isUnion(type)) return `UNION(${members(type.children)})`;
  if (DataType.isMap(type)) return `MAP(${type.children[0]!.type.children!.map(typeInArrow).join(", ")})`;
  return String(type).toUpperCase();
}

function members(fields: readonly Field[]): string {
  return fields.map((field) => `"${field.name.replaceAll('"', '""')}" ${typeInArrow(field)}`).join(", ");
}

const integerName = { 8: "TINYINT", 16: "SMALLINT", 32: "INTEGER", 64: "BIGINT" } as const;

const timestampName = {
  [TimeUnit.SECOND]: "TIMESTAMP_S",
  [TimeUnit.MILLISECOND]: "TIMESTAMP_MS",
  [TimeUnit.MICROSECOND]: "TIMESTAMP",
  [TimeUnit.NANOSECOND]: "TIMESTAMP_NS",
};

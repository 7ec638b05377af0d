import { DataType, type Field, Precision, RecordBatchReader, TimeUnit } from "apache-arrow";

/**
 * Whether each value of an answer (a stream or file of Arrow, or its first message) can be read by `typeInArrow`: numbers,
 * texts, yes and no, dates and moments, and lists of such.
 */
export function tellsTypes(message: Uint8Array): boolean {
  return RecordBatchReader.from(message).open().schema.fields.every(tellsType);
}

function tellsType({ type, metadata }: Field): boolean {
  if (metadata.has("ARROW:extension:metadata")) return false;
  if (DataType.isList(type) || DataType.isFixedSizeList(type)) return type.children.every(tellsType);
  return (
    DataType.isBool(type) ||
    DataType.isInt(type) ||
    DataType.isFloat(type) ||
    DataType.isDecimal(type) ||
    DataType.isUtf8(type) ||
    DataType.isDate(type) ||
    DataType.isTimestamp(type)
  );
}

/**
 * The DuckDB type that Arrow's schema lets us see, for what is not described (EXPLAIN, SHOW, SUMMARIZE, Ebb's own questions).
 * Arrow does not tell UUID from VARCHAR, BIT from BLOB nor the members of an ENUM, nor HUGEINT from DECIMAL(38,0): the first,
 * the type of every sum of whole numbers, is the likelier by far.
 */
export function typeInArrow(field: Field): string {
  const opaque = /"type_name":"(\w+)"/.exec(field.metadata.get("ARROW:extension:metadata") ?? "")?.[1];
  if (opaque) return opaque.toUpperCase();
  const type = field.type;
  if (DataType.isNull(type)) return '"NULL"';
  if (DataType.isBool(type)) return "BOOLEAN";
  if (DataType.isInt(type)) return `${type.isSigned ? "" : "U"}${integerName[type.bitWidth]}`;
  if (DataType.isFloat(type)) return type.precision === Precision.DOUBLE ? "DOUBLE" : "FLOAT";
  if (DataType.isDecimal(type))
    return type.precision === 38 && type.scale === 0 ? "HUGEINT" : `DECIMAL(${type.precision},${type.scale})`;
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

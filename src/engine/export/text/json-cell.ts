import { type Data, DataType, type Field } from "apache-arrow";
import { type DuckDbType, kindOf } from "../../data/duckdb-type";
import { fastText } from "./fast-text";
import { isShort, plainNumber } from "./number-form";

/** Writes the cell of a row; never asked about a NULL. */
export type CellText = (data: Data, row: number) => string;

/**
 * A cell as JSON. What programs would read with other digits is a text: whole numbers beyond 2^53 (RFC 7493, 2.2),
 * decimals of more than 15 digits, NaN and infinity.
 */
export function jsonCell(type: DuckDbType, field: Field): CellText {
  const arrow = field.type;
  if (DataType.isList(arrow)) {
    const element = parts(type, arrow.children)[0]!;
    return (data, i) => array(element, data.children[0]!, data.valueOffsets[i]!, data.valueOffsets[i + 1]!);
  }
  if (DataType.isFixedSizeList(arrow)) {
    const element = parts(type, arrow.children)[0]!;
    const { listSize } = arrow;
    return (data, i) => array(element, data.children[0]!, i * listSize, (i + 1) * listSize);
  }
  if (DataType.isStruct(arrow)) return record(arrow.children, parts(type, arrow.children));
  if (DataType.isMap(arrow)) return entries(parts(type, arrow.children[0]!.type.children as Field[]));
  if (DataType.isUnion(arrow)) {
    const members = parts(type, arrow.children);
    return (data, i) => {
      const member = arrow.typeIds.indexOf(data.typeIds[i]!);
      return orNull(members[member]!, data.children[member]!, i);
    };
  }
  return scalar(type, field);
}

function parts(type: DuckDbType, fields: readonly Field[]): CellText[] {
  return fields.map((field, k) => jsonCell(type.parts[k]!, field));
}

function orNull(part: CellText, data: Data, row: number): string {
  return data.getValid(row) ? part(data, row) : "null";
}

function array(element: CellText, values: Data, from: number, to: number): string {
  let text = "[";
  for (let k = from; k < to; k++) text += (k === from ? "" : ",") + orNull(element, values, k);
  return `${text}]`;
}

function record(fields: readonly Field[], values: readonly CellText[]): CellText {
  const keys = fields.map(({ name }) => `${JSON.stringify(name)}:`);
  return (data, i) => `{${values.map((part, k) => keys[k]! + orNull(part, data.children[k]!, i)).join(",")}}`;
}

/** Keys of objects are texts in JSON. */
function entries([key, value]: readonly CellText[]): CellText {
  return (data, i) => {
    const [keys, values] = data.children[0]!.children;
    const pairs: string[] = [];
    for (let k = data.valueOffsets[i]!; k < data.valueOffsets[i + 1]!; k++) {
      const name = key!(keys!, k);
      pairs.push(`${name.startsWith('"') ? name : JSON.stringify(name)}:${orNull(value!, values!, k)}`);
    }
    return `{${pairs.join(",")}}`;
  };
}

function scalar(type: DuckDbType, field: Field): CellText {
  const text = fastText(type, field);
  const kind = kindOf(type.name);
  if (kind === "boolean") return text;
  if (kind === "integer" || kind === "number" || kind === "decimal") {
    const isNumber = { integer: isWholeInReach, number: isWritten, decimal: isShort }[kind];
    return (data, i) => {
      const digits = plainNumber(text(data, i));
      return isNumber(digits) ? digits : `"${digits}"`;
    };
  }
  return (data, i) => JSON.stringify(text(data, i));
}

function isWholeInReach(digits: string): boolean {
  return digits.length <= 15 || Number.isSafeInteger(Number(digits));
}

function isWritten(digits: string): boolean {
  return /^-?\d/.test(digits);
}

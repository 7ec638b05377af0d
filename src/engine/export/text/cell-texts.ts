import { type Data, DataType, type Field } from "apache-arrow";
import { kindOf, parseType } from "../../data/duckdb-type";
import type { Column } from "../../data/table";
import { fastText } from "./fast-text";
import { type CellText, jsonCell } from "./json-cell";
import { plainNumber } from "./number-form";

/** Cells of one column of one batch as texts; null is NULL. */
export type Cells = (row: number) => string | null;

/** What delimited texts, Markdown and workbooks make of a column's cells: exact texts, nested ones as JSON. */
export function cellTexts({ type }: Column): (data: Data, field: Field) => Cells {
  const parsed = parseType(type);
  return (data, field) => {
    if (DataType.isUtf8(field.type)) return textsOf(data);
    const text: CellText = isNested(field)
      ? jsonCell(parsed, field)
      : kindOf(type) === "number"
        ? named(fastText(parsed, field))
        : fastText(parsed, field);
    return data.nullCount === 0
      ? (row) => text(data, row)
      : (row) => (data.getValid(row) ? text(data, row) : null);
  };
}

function isNested({ type }: Field): boolean {
  return (
    DataType.isList(type) ||
    DataType.isFixedSizeList(type) ||
    DataType.isStruct(type) ||
    DataType.isMap(type) ||
    DataType.isUnion(type)
  );
}

function named(text: CellText): CellText {
  return (data, row) => plainNumber(text(data, row));
}

/** A decoder called for each cell takes longer than all else; most columns have no sign beyond ASCII and are decoded in one go. */
function textsOf(data: Data): Cells {
  const offsets = data.valueOffsets as Int32Array;
  const [from, to] = [offsets[0]!, offsets[data.length]!];
  const bytes = data.values as Uint8Array;
  const all = decoder.decode(bytes.subarray(from, to));
  const isAscii = all.length === to - from;
  return (row) => {
    if (data.nullCount > 0 && !data.getValid(row)) return null;
    const [begin, end] = [offsets[row]!, offsets[row + 1]!];
    return isAscii ? all.slice(begin - from, end - from) : decoder.decode(bytes.subarray(begin, end));
  };
}

// What looks like a byte order mark inside a table is a sign of the text.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

import {
  type Data,
  Field,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  TimestampMicrosecond,
  Utf8,
} from "apache-arrow";
import { parseType } from "../../data/duckdb-type";
import type { ArrowRows } from "../../data/database";
import type { Column } from "../../data/table";
import { EngineError } from "../../engine-error";
import { batchesOf } from "../batches";
import { type Cells, cellTexts } from "../text/cell-texts";
import { carried, type Carried } from "./carried";

export interface ArrowBatches {
  readonly schema: Schema;
  readonly batches: readonly RecordBatch[];
}

/** Makes of DuckDB's record batches such that every program reads as what they are; see `ExportFormat`. */
export function arrowBatches(
  columns: readonly Column[],
  asText: readonly string[],
): (rows: ArrowRows) => ArrowBatches {
  if (!columns.length) throw new EngineError("not-a-table", "nothing to write: the table has no columns");
  const forms = columns.map(({ name, type }): Carried =>
    asText.includes(name) ? "text" : carried(parseType(type)),
  );
  const texts = columns.map(cellTexts);
  let known: Schema | null = null;
  return (rows) => {
    const { fields, batches } = batchesOf(rows);
    // The same object for all windows: Arrow's writer begins anew with another.
    const schema = (known ??= schemaOf(columns, forms, fields));
    return {
      schema,
      batches: batches.map(({ rowCount, columns: data }) => {
        const children = forms.map((form, c) => {
          if (form === "as-it-is") return data[c]!;
          if (form === "seconds") return inMicroseconds(data[c]!);
          return textData(texts[c]!(data[c]!, fields[c]!), rowCount);
        });
        return new RecordBatch(
          schema,
          makeData({ type: new Struct(schema.fields), length: rowCount, children }),
        );
      }),
    };
  };
}

function schemaOf(columns: readonly Column[], forms: readonly Carried[], fields: readonly Field[]): Schema {
  const types = forms.map((form, c) => {
    if (form === "as-it-is") return fields[c]!.type;
    return form === "seconds" ? new TimestampMicrosecond() : new Utf8();
  });
  // What DuckDB notes beside a type of its own is no longer true of some, and not needed for the others.
  return new Schema(types.map((type, c) => new Field(columns[c]!.name, type, true)));
}

function inMicroseconds(data: Data): Data {
  return makeData({
    type: new TimestampMicrosecond(),
    length: data.length,
    nullCount: data.nullCount,
    nullBitmap: data.nullBitmap,
    data: (data.values as BigInt64Array).map((seconds) => seconds * 1_000_000n),
  });
}

const encoder = new TextEncoder();

function textData(cells: Cells, length: number): Data<Utf8> {
  const valueOffsets = new Int32Array(length + 1);
  const nullBitmap = new Uint8Array(Math.ceil(length / 8));
  const parts: Uint8Array[] = [];
  let nullCount = 0;
  for (let row = 0; row < length; row++) {
    const text = cells(row);
    const bytes = text === null ? null : encoder.encode(text);
    if (bytes) {
      parts.push(bytes);
      nullBitmap[row >> 3]! |= 1 << (row & 7);
    } else nullCount++;
    valueOffsets[row + 1] = valueOffsets[row]! + (bytes?.length ?? 0);
  }
  const data = new Uint8Array(valueOffsets[length]!);
  let at = 0;
  for (const part of parts) {
    data.set(part, at);
    at += part.length;
  }
  return makeData({ type: new Utf8(), length, nullCount, nullBitmap, valueOffsets, data });
}

import type { Field } from "apache-arrow";
import { EngineError } from "../../engine-error";
import { type Batch, batchesOf } from "../batches";
import type { Column, ColumnKind } from "../../data/table";
import type { Bytes, TextStyle } from "../format";
import type { TableWriter } from "../writer";
import { type Cells, cellTexts } from "./cell-texts";
import { delimitedField } from "./delimited-field";
import { isFormulaLike, neutralised } from "./formula-safe";

const lineEnd = "\r\n";
const byteOrderMark = "\ufeff";
const encoder = new TextEncoder();

/** CSV (RFC 4180) or TSV in UTF-8, with a line of names. */
export function delimitedWriter(columns: readonly Column[], style: TextStyle): TableWriter {
  if (!columns.length) throw new EngineError("not-a-table", "nothing to write: the table has no columns");
  const { delimiter } = style;
  let changed = 0;
  const safe = (text: string): string => {
    if (style.isExact || !isFormulaLike(text)) return text;
    changed++;
    return neutralised(text);
  };
  const readers = columns.map((column) => ({ cells: cellTexts(column), form: formOf(column.kind, style) }));
  const alone = columns.length === 1;
  let head =
    (style.hasMark ? byteOrderMark : "") +
    columns.map(({ name }) => delimitedField(safe(name), delimiter)).join(delimiter) +
    lineEnd;

  function textOf({ rowCount, columns: data }: Batch, fields: readonly Field[]): string {
    const cells = readers.map((reader, c) => reader.cells(data[c]!, fields[c]!));
    const write = readers.map(({ form }, c) => fieldOf(cells[c]!, form));
    let text = "";
    for (let row = 0; row < rowCount; row++) {
      for (let c = 0; c < write.length; c++) text += c === 0 ? write[0]!(row) : delimiter + write[c]!(row);
      text += lineEnd;
    }
    return text;
  }

  function fieldOf(cells: Cells, form: Form): (row: number) => string {
    switch (form) {
      case "plain":
        return (row) => cells(row) ?? (alone ? '""' : "");
      case "comma":
        return (row) => cells(row)?.replace(".", ",") ?? (alone ? '""' : "");
      case "text":
        return (row) => {
          const text = cells(row);
          if (text === null) return alone ? '""' : "";
          return delimitedField(safe(text), delimiter);
        };
    }
  }

  return {
    write(rows) {
      const bytes: Bytes[] = [];
      const { batches, fields } = batchesOf(rows);
      for (const batch of batches) {
        bytes.push(encoder.encode(head + textOf(batch, fields)));
        head = "";
      }
      return Promise.resolve(bytes);
    },
    end: () =>
      Promise.resolve({
        bytes: head ? [encoder.encode(head)] : [],
        tally: { neutralised: changed, kept: 0 },
      }),
    close: () => undefined,
  };
}

/** Whether a cell can hold a sign that has to be watched for, or a decimal mark. */
type Form = "plain" | "comma" | "text";

function formOf(kind: ColumnKind, { decimal }: TextStyle): Form {
  switch (kind) {
    case "number":
    case "decimal":
      return decimal === "," ? "comma" : "plain";
    case "boolean":
    case "integer":
    case "date":
    case "timestamp":
    case "time":
    case "interval":
      return "plain";
    case "text":
    case "list":
    case "struct":
    case "map":
    case "binary":
    case "other":
      return "text";
  }
}

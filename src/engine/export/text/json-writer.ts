import { parseType } from "../../data/duckdb-type";
import type { Column } from "../../data/table";
import { batchesOf } from "../batches";
import type { Bytes } from "../format";
import { type TableWriter, untouched } from "../writer";
import { jsonCell } from "./json-cell";

const encoder = new TextEncoder();

/** One array of objects, or one object a line. Keys are the columns, in their order. */
export function jsonWriter(columns: readonly Column[], form: "json" | "ndjson"): TableWriter {
  const types = columns.map(({ type }) => parseType(type));
  const keys = columns.map(({ name }, c) => `${c ? "," : "{"}${JSON.stringify(name)}:`);
  const isArray = form === "json";
  let before = isArray ? "[\n" : "";
  return {
    write(rows) {
      const bytes: Bytes[] = [];
      const { batches, fields } = batchesOf(rows);
      const cells = types.map((type, c) => jsonCell(type, fields[c]!));
      for (const { rowCount, columns: data } of batches) {
        let text = "";
        for (let row = 0; row < rowCount; row++) {
          text += before;
          for (let c = 0; c < cells.length; c++)
            text += keys[c]! + (data[c]!.getValid(row) ? cells[c]!(data[c]!, row) : "null");
          text += isArray ? "}" : "}\n";
          if (isArray) before = ",\n";
        }
        bytes.push(encoder.encode(text));
      }
      return Promise.resolve(bytes);
    },
    end: () =>
      Promise.resolve({
        bytes: isArray ? [encoder.encode(before === "[\n" ? "[]\n" : "\n]\n")] : [],
        tally: untouched,
      }),
    close: () => undefined,
  };
}

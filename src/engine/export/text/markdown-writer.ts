import { EngineError } from "../../engine-error";
import type { Column } from "../../data/table";
import { batchesOf } from "../batches";
import type { Bytes } from "../format";
import { type TableWriter, untouched } from "../writer";
import { cellTexts } from "./cell-texts";
import { markdownCell, markdownLine } from "./markdown-cell";

const encoder = new TextEncoder();
const numeric = new Set(["integer", "number", "decimal"]);

/** A table of GitHub's Markdown. */
export function markdownWriter(columns: readonly Column[]): TableWriter {
  if (!columns.length) throw new EngineError("not-a-table", "nothing to write: the table has no columns");
  const readers = columns.map(cellTexts);
  let head = `${markdownLine(columns.map(({ name }) => markdownCell(name)))}\n${markdownLine(
    columns.map(({ kind }) => (numeric.has(kind) ? "---:" : "---")),
  )}\n`;
  return {
    write(rows) {
      const bytes: Bytes[] = [];
      const { batches, fields } = batchesOf(rows);
      for (const { rowCount, columns: data } of batches) {
        const cells = readers.map((reader, c) => reader(data[c]!, fields[c]!));
        let text = head;
        head = "";
        for (let row = 0; row < rowCount; row++)
          text += `${markdownLine(cells.map((cell) => markdownCell(cell(row))))}\n`;
        bytes.push(encoder.encode(text));
      }
      return Promise.resolve(bytes);
    },
    end: () => Promise.resolve({ bytes: head ? [encoder.encode(head)] : [], tally: untouched }),
    close: () => undefined,
  };
}

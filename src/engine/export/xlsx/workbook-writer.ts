import { EngineError } from "../../engine-error";
import type { Column } from "../../data/table";
import { type Batches, batchesOf } from "../batches";
import { mostSheetColumns, mostSheetRows } from "../format";
import { cellTexts } from "../text/cell-texts";
import type { TableWriter } from "../writer";
import { archive } from "./archive";
import { cellXml } from "./cell-xml";
import { columnWidths } from "./column-widths";
import { styles } from "./styles";
import { sheetNamespace, sheetPath, workbookParts } from "./workbook-parts";
import { xmlText } from "./xml-text";

const encoder = new TextEncoder();

/** A workbook of one sheet in Office Open XML (ECMA-376-1): a row of names that stays in sight, and the rows. */
export function workbookWriter(
  columns: readonly Column[],
  title: string,
  receipt?: string | null,
): TableWriter {
  if (!columns.length) throw new EngineError("not-a-table", "nothing to write: the table has no columns");
  if (columns.length > mostSheetColumns)
    throw tooMany(`${columns.length} columns, it has ${mostSheetColumns}`);
  const readers = columns.map(cellTexts);
  const letters = columns.map((_, c) => lettersOf(c));
  const zip = archive();
  let [line, kept, isBegun] = [1, 0, false];
  const tell = () => void kept++;

  async function begin(first: Batches): Promise<void> {
    isBegun = true;
    for (const [name, content] of Object.entries(workbookParts(title, receipt))) {
      await zip.begin(name);
      await zip.write(encoder.encode(content));
    }
    await zip.begin(sheetPath);
    const header = columns.map(
      ({ name }, c) =>
        `<c r="${letters[c]}1" s="${styles.header}" t="inlineStr"><is><t xml:space="preserve">${xmlText(name)}</t></is></c>`,
    );
    await zip.write(
      encoder.encode(
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${sheetNamespace}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columnWidths(columns, readers, first)}</cols><sheetData><row r="1">${header.join("")}</row>`,
      ),
    );
  }

  return {
    async write(rows) {
      const all = batchesOf(rows);
      if (!isBegun) await begin(all);
      for (const { rowCount, columns: data } of all.batches) {
        if (line + rowCount > mostSheetRows + 1) throw tooMany(`more than ${mostSheetRows} rows`);
        const cells = columns.map((column, c) =>
          cellXml(column, all.fields[c]!, data[c]!, readers[c]!(data[c]!, all.fields[c]!), tell),
        );
        let text = "";
        for (let row = 0; row < rowCount; row++) {
          line++;
          text += `<row r="${line}">`;
          for (let c = 0; c < cells.length; c++) text += cells[c]!(letters[c]! + line, row) ?? "";
          text += "</row>";
        }
        await zip.write(encoder.encode(text));
      }
      return zip.take();
    },
    async end() {
      await zip.write(encoder.encode("</sheetData></worksheet>"));
      return { bytes: await zip.end(), tally: { neutralised: 0, kept } };
    },
    close: () => undefined,
  };
}

/** `AB` for 27, counted from 0. */
function lettersOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest ? lettersOf(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

function tooMany(what: string): EngineError {
  return new EngineError("too-many-rows", `too much for a sheet: ${what}`);
}

import type { ReportTable } from "../../../analyses";
import { tableCells } from "./table-cells";

/** For a spreadsheet's clipboard. */
export function tableToTsv(table: ReportTable): string {
  return tableCells(table)
    .map((cells) => cells.map(plain).join("\t"))
    .join("\n");
}

function plain(text: string): string {
  return text.replace(/[\t\r\n]+/g, " ");
}

import { EngineError } from "../../../engine-error";
import type { Row } from "../row-parts";
import { shownText } from "./number-format";
import type { Workbook } from "./workbook";
import { attribute, plainText, tagsOf } from "./xml";

export interface SheetRow extends Row {
  /** Of each cell, whether it was kept as text: digits in it are then a name, not a number. */
  readonly isText: readonly boolean[];
  /** Of each cell, whether what stands there is the name of an error, `#N/A`, and no value. */
  readonly isError: readonly boolean[];
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
}

/** The rows of a sheet that hold anything, with what formulas gave when they were last reckoned. */
export async function* sheetRows(workbook: Workbook, sheetName: string): AsyncGenerator<SheetRow> {
  const sheet = workbook.sheets.find(({ name }) => name === sheetName);
  if (!sheet) throw new EngineError("unreadable-file", `missing sheet: ${sheetName}`);
  const texts = await workbook.texts();
  const { stream } = await workbook.open(sheet.path);
  let cells: (string | null)[] = [];
  let isText: boolean[] = [];
  let isError: boolean[] = [];
  let [line, bytesRead] = [0, 0];
  let cell: Cell | null = null;
  const close = ({ column, type, style, value }: Cell): void => {
    const shown = workbook.styles[style] ?? "number";
    while (cells.length < column) cells.push(null);
    cells[column] = cellText(type, value, texts, (digits) => shownText(digits, shown, workbook.is1904));
    isText[column] = ["s", "str", "inlineStr"].includes(type);
    isError[column] = type === "e";
  };
  for await (const tags of tagsOf(stream)) {
    for (const { name, attributes, isEmpty, textAfter } of tags) {
      bytesRead += name.length + attributes.length + textAfter.length + 2;
      switch (name) {
        case "row":
          line = Number(attribute(attributes, "r") ?? line + 1);
          [cells, isText, isError] = [[], [], []];
          break;
        case "c":
          cell = {
            column: columnOf(attribute(attributes, "r")) ?? cells.length,
            type: attribute(attributes, "t") ?? "n",
            style: Number(attribute(attributes, "s") ?? 0),
            value: "",
          };
          if (isEmpty) cell = null;
          break;
        case "v":
        case "t":
          if (!isEmpty && cell) cell.value += textAfter;
          break;
        case "/c":
          if (cell) close(cell);
          cell = null;
          break;
        case "/row":
          if (cells.some((each) => each?.trim())) yield { cells, isText, isError, line, bytesRead };
      }
    }
  }
}

function cellText(
  type: string,
  value: string,
  texts: readonly string[],
  number: (digits: string) => string,
): string | null {
  switch (type) {
    case "s":
      return texts[Number(value)] ?? null;
    case "str":
    case "inlineStr":
      return plainText(value);
    case "b":
      return value.trim() === "1" ? "TRUE" : "FALSE";
    case "e":
      return plainText(value) || null;
    case "d":
      return value.replace(/T00:00:00(\.0+)?Z?$/, "");
    default:
      return value === "" ? null : number(value);
  }
}

/** `BC12` is the 55th column, which is 54. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]+/i.exec(place ?? "")?.[0].toUpperCase();
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

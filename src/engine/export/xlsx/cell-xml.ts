import { type Data, DataType, type Field, TimeUnit } from "apache-arrow";
import { kindOf } from "../../data/duckdb-type";
import type { Column } from "../../data/table";
import { EngineError } from "../../engine-error";
import { mostCellLength } from "../format";
import type { Cells } from "../text/cell-texts";
import { isShort } from "../text/number-form";
import { dateSerial, type Serial, timeSerial, timestampSerial } from "./serial";
import { styles } from "./styles";
import { xmlText } from "./xml-text";

/** The cell of a row behind its place, `A1`, or null where there is none; `kept` is told of a number or time left a text. */
export type CellXml = (place: string, row: number) => string | null;

/** Texts are inline: none of them is ever taken for a formula, whatever it begins with. */
export function cellXml(column: Column, field: Field, data: Data, texts: Cells, kept: () => void): CellXml {
  const form = formOf(column, field);
  const text = (place: string, value: string) => {
    if (value.length > mostCellLength)
      throw new EngineError(
        "too-many-rows",
        `too long for a cell: ${value.length} characters in ${column.name}, a workbook takes ${mostCellLength}`,
      );
    return `<c r="${place}" s="${styles.text}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
  };
  return (place, row) => {
    const value = texts(row);
    if (value === null) return null;
    switch (form.shown) {
      case "text":
        return text(place, value);
      case "boolean":
        return `<c r="${place}" t="b"><v>${value === "true" ? 1 : 0}</v></c>`;
      case "number":
        if (form.isExact(value)) return `<c r="${place}"><v>${value}</v></c>`;
        kept();
        return text(place, value);
      case "serial": {
        const serial = form.serial(data, row);
        if (serial) return `<c r="${place}" s="${serial.style}"><v>${serial.number}</v></c>`;
        kept();
        return text(place, value);
      }
    }
  };
}

type Form =
  | { readonly shown: "text" | "boolean" }
  | { readonly shown: "number"; readonly isExact: (text: string) => boolean }
  | { readonly shown: "serial"; readonly serial: (data: Data, row: number) => Serial };

function formOf({ type, kind }: Column, field: Field): Form {
  const arrow = field.type;
  if (kind === "boolean") return { shown: "boolean" };
  if (kind === "integer" || kind === "decimal") return { shown: "number", isExact: isShort };
  if (kind === "number") return { shown: "number", isExact: isInReach };
  if (DataType.isDate(arrow)) return { shown: "serial", serial: dateSerial };
  // A spreadsheet has no zones: the text tells that it is UTC.
  if (DataType.isTimestamp(arrow) && !arrow.timezone)
    return { shown: "serial", serial: timestampSerial(unitsInSecond[arrow.unit]) };
  if (DataType.isTime(arrow) && kindOf(type) === "time")
    return { shown: "serial", serial: timeSerial(unitsInSecond[arrow.unit]) };
  return { shown: "text" };
}

/** Excel holds a double as it is, but none that is nearly nothing or larger than its own largest number. */
function isInReach(text: string): boolean {
  const size = Math.abs(Number(text));
  return size === 0 || (size >= 2.2250738585072014e-308 && size <= 9.99999999999999e307);
}

const unitsInSecond = {
  [TimeUnit.SECOND]: 1n,
  [TimeUnit.MILLISECOND]: 1000n,
  [TimeUnit.MICROSECOND]: 1_000_000n,
  [TimeUnit.NANOSECOND]: 1_000_000_000n,
};

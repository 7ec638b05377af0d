import type { ExportFormat, TextStyle } from "../../../engine";

/** What is offered as a file, in this order. */
export const fileFormats = ["csv", "xlsx", "tsv", "json", "ndjson", "parquet", "arrow"] as const;
export type FileFormat = (typeof fileFormats)[number];

/** What a person chose; it stands for the next table too, as long as the page is open. */
export interface Choice {
  readonly format: FileFormat;
  /** Null: as the reader's region writes numbers. */
  readonly decimal: "." | "," | null;
  readonly hasMark: boolean;
  readonly isExact: boolean;
}

let last: Choice = { format: "csv", decimal: null, hasMark: true, isExact: false };

export function lastChoice(): Choice {
  return last;
}

export function keepChoice(choice: Choice): void {
  last = choice;
}

export function decimalOf(region: string): "." | "," {
  const parts = new Intl.NumberFormat(region).formatToParts(1.5);
  return parts.find(({ type }) => type === "decimal")?.value === "," ? "," : ".";
}

/** Where the comma is the decimal mark, spreadsheets part cells by semicolons. */
export function styleOf(choice: Choice, format: ExportFormat, region: string): TextStyle {
  const decimal = choice.decimal ?? decimalOf(region);
  const delimiter = format === "csv" ? (decimal === "," ? ";" : ",") : "\t";
  return { decimal, delimiter, hasMark: format === "csv" && choice.hasMark, isExact: choice.isExact };
}

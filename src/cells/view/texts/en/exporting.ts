import { count, number, rows } from "./amounts";

const cells = (n: number) => count(n, { one: "cell", other: "cells" });

/** Taking a whole table along: as a file, or on the clipboard. */
export const exporting = {
  exporting: {
    button: "Export",
    underWay: (written: number, total: number) =>
      total ? `Exporting, ${number.format(Math.floor((100 * written) / total))} %` : "Exporting…",
    title: (table: string) => `Export: ${table}`,
    result: (label: string) => `Result ${label}`,
    heading: "Export the whole table",
    format: "Kind of file",
    formats: {
      csv: { name: "CSV", about: "Text that every program reads. The types of the columns do not go along." },
      xlsx: {
        name: "XLSX",
        about:
          "A workbook for Excel and its like. Numbers of more than 15 digits and times finer than a millisecond go as text, so that no digit is lost.",
      },
      tsv: { name: "TSV", about: "Like CSV, with tabs between the cells." },
      json: { name: "JSON", about: "One array with an object for each row." },
      ndjson: { name: "NDJSON", about: "An object on each line, for programs that read row by row." },
      parquet: { name: "Parquet", about: "Small and with all types, for DuckDB, Python, R and Spark." },
      arrow: { name: "Arrow", about: "With all types (Feather), read at once by Python, R and Arrow." },
    },
    tooLarge: "XLSX is not possible: a sheet has room for 1,048,575 rows and 16,384 columns.",
    options: "How texts are written",
    numbers: "Numbers and separators",
    commaBetween: "1.5, comma between cells",
    semicolonBetween: "1,5; semicolon between cells",
    decimalPoint: "1.5",
    decimalComma: "1,5",
    mark: "Mark as UTF-8, which Excel needs",
    exact: "Exactly, formulas too",
    exactAbout:
      "Otherwise a text that a spreadsheet would run as a formula gets an apostrophe in front. Numbers stay as they are.",
    save: (format: string) => `Save as ${format}`,
    copy: { tsv: "Copy as TSV", markdown: "Copy as Markdown" },
    tooLong: (most: number) => `The clipboard takes no more than ${rows(most)}.`,
    written: (written: number, total: number, size: string) =>
      total ? `${number.format(written)} of ${rows(total)}, ${size}` : "Beginning…",
    saved: (file: string, n: number, size: string) => `${file} is saved: ${rows(n)}, ${size}.`,
    copied: (n: number) => `${rows(n)} copied.`,
    neutralised: (n: number) =>
      `${cells(n)} began like a formula and got an apostrophe in front. “Exactly” leaves them as they are.`,
    keptAsText: (n: number) => `${cells(n)} went as text, because a workbook cannot hold the exact value.`,
    stopped: "Stopped. Nothing was saved.",
    failed: (message: string) => `It did not work: ${message}.`,
    nothingSaved: "Nothing was saved.",
    report: {
      from: (label: string) => `${label}, from`,
      to: (label: string) => `${label}, to`,
      unfinished: "Not finished",
      wholeRow: "whole row",
    },
  },
};

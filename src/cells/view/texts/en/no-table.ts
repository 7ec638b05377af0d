import type { Values } from "../values";

/** What a file is that is no table, by what its beginning says. */
export const noTable = {
  titles: {
    "old-excel": "This is an old Excel workbook (.xls)",
    "web-page": "This is a web page or XML, not a table",
    pdf: "This is a PDF, not a table",
    picture: "This is a picture, not a table",
    packed: "This is packed in a way that Ebb does not unpack",
    sqlite: "This is an SQLite database",
    "old-feather": "This is a Feather file of the old kind",
    prose: "This is running text without columns",
    binary: "This is not text",
  } as Readonly<Record<string, string>>,
  hints: {
    "old-excel": "Open it in a spreadsheet program and save it as .xlsx or CSV.",
    "web-page":
      "Some exports are web pages that are only called .xls. Open it in a spreadsheet program and save it as .xlsx or CSV.",
    pdf: "Ask for the same rows as CSV, Excel or Parquet.",
    picture: "Ask for the same rows as CSV, Excel or Parquet.",
    packed: "Unpack it first; zip and gzip Ebb unpacks itself.",
    sqlite: "Export the table from it as CSV or Parquet.",
    "old-feather": "Save it as Feather 2 or Parquet.",
  } as Readonly<Record<string, string>>,
  title: (v: Values): string => noTable.titles[v.what ?? ""] ?? "This does not look like a table",
  hint: (v: Values): string =>
    noTable.hints[v.what ?? ""] ??
    "Ebb reads delimited text, Excel (.xlsx), Parquet, Arrow, JSON and DuckDB files: rows under one header.",
};

import type { ArrowRows } from "../data/database";
import type { Column } from "../data/table";
import type { Bytes, ExportOptions, Tally } from "./format";

/** Writes a table piece by piece. */
export interface TableWriter {
  /** The next rows; gives what of the file is ready. */
  write(rows: ArrowRows): Promise<readonly Bytes[]>;
  /** The rest of the file. */
  end(): Promise<{ readonly bytes: readonly Bytes[]; readonly tally: Tally }>;
  /** Also in the middle: nothing more will be asked. */
  close(): void;
}

/** Throws `EngineError("too-many-rows")` for what the format cannot hold. */
export async function openWriter(columns: readonly Column[], options: ExportOptions): Promise<TableWriter> {
  switch (options.format) {
    case "csv":
    case "tsv":
      return (await import("./text/delimited-writer")).delimitedWriter(columns, options.text);
    case "markdown":
      return (await import("./text/markdown-writer")).markdownWriter(columns);
    case "json":
    case "ndjson":
      return (await import("./text/json-writer")).jsonWriter(columns, options.format);
    case "xlsx":
      return (await import("./xlsx/workbook-writer")).workbookWriter(columns, options.title, options.receipt);
    case "arrow":
      return (await import("./arrow/arrow-writer")).arrowWriter(columns, options.asText, options.receipt);
    case "parquet":
      return (await import("./arrow/parquet-writer")).parquetWriter(columns, options.asText, options.receipt);
  }
}

export const untouched: Tally = { neutralised: 0, kept: 0 };

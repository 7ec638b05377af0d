import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "vitest";
import { initSync } from "parquet-wasm/esm";
import { type Database, sql, type Sql } from "../../../src/engine";
import { exportTable, type ExportRequest } from "../../../src/engine/export/export-table";
import type { ExportFormat } from "../../../src/engine/export/format";
import { openExport } from "../../../src/engine/export/open-source";
import { importFile } from "../../../src/engine/import/import-file";
import { openReader } from "../../../src/engine/import/open-reader";

/** The program that writes and reads Parquet, from the disk. */
export function startParquet(): void {
  const program = createRequire(import.meta.url).resolve("parquet-wasm/esm/parquet_wasm_bg.wasm");
  initSync({ module: readFileSync(program) });
}

export const exact: ExportRequest["text"] = { delimiter: ",", decimal: ".", hasMark: false, isExact: true };

type Wish = Partial<Omit<ExportRequest, "format">> & {
  readonly order?: { readonly column: string; readonly descending: boolean };
  readonly windowRows?: number;
};

/** A table as a file of a format. */
export async function exported(database: Database, relation: Sql, format: ExportFormat, wish: Wish = {}) {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const { order = null, windowRows, ...rest } = wish;
  const source = await openExport({ database, relation, order, windowRows });
  const sink = { write: (bytes: Uint8Array<ArrayBuffer>) => Promise.resolve(void parts.push(bytes)) };
  const written = await exportTable(source, sink, { format, title: "t", text: exact, ...rest });
  // They are handed over to another thread: nothing else may lie in the same memory.
  expect(new Set(parts.map(({ buffer }) => buffer)).size).toBe(parts.length);
  const file = new File(parts, `t.${format}`);
  return { file, text: () => file.text(), ...written };
}

type Texts = readonly (readonly (string | null)[])[];

/** Every cell as its exact text. */
export async function textsOf(database: Database, relation: Sql): Promise<Texts> {
  const table = await database.query(sql`from ${relation}`);
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((_, column) => table.text(row, column)),
  );
}

/** Read by Ebb's own import: columns of files that know types as they are, of others as the texts that stand there. */
export async function importedTexts(database: Database, file: File): Promise<Texts> {
  const reader = await openReader();
  const { plan } = await reader.sniff(file);
  const isTyped = plan.source.format === "parquet" || plan.source.format === "arrow";
  const columns = plan.columns.map((column) => ({
    ...column,
    reading: isTyped ? ({ form: "stored" } as const) : ({ form: "text" } as const),
  }));
  const edges = "header" in plan.source ? { header: true, skip: 0, dropTotals: false } : {};
  const known = {
    plan: { ...plan, missing: [], columns, source: { ...plan.source, ...edges } },
    isExact: true,
  };
  await importFile(database, file, { table: "read_back", known });
  return textsOf(database, sql`read_back`);
}

/** Delimited text by the letter of RFC 4180: nothing is null, quotes hold a text. */
export function delimitedTexts(text: string, delimiter = ","): (string | null)[][] {
  const rows: (string | null)[][] = [];
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^"\\r\\n${delimiter}]*))(${delimiter}|\\r\\n)`, "y");
  let row: (string | null)[] = [];
  while (field.lastIndex < text.length) {
    const [, quoted, plain, end] = field.exec(text) ?? [];
    if (end === undefined) throw new Error(`not RFC 4180: ${text.slice(0, 200)}`);
    row.push(quoted?.replaceAll('""', '"') ?? (plain || null));
    if (end !== delimiter) [rows[rows.length], row] = [row, []];
  }
  return rows;
}

import type { Database } from "../data/database";
import { name, sql } from "../data/sql";
import type { Column } from "../data/table";
import { isDatabaseFile } from "./attached/attach";
import { attachedReader } from "./attached/attached-reader";
import type { ImportedTable, Unread } from "./imported";
import { linesInBeginning } from "./lines/lines-in-beginning";
import type { ShownFile } from "./joined/joined-parts";
import { loadWidening } from "./load/load-widening";
import { placeRejected } from "./load/rejected-rows";
import { keepOddCells, unreadRows } from "./load/unread";
import type { Peek, Peeks } from "./peek";
import type { ImportPlan } from "./plan";
import type { Known, Reader } from "./reader";
import type { Sniffed } from "./sniff/sniffed";

export interface PreviewOptions {
  readonly peeks: Peeks;
  readonly known?: Known;
  readonly signal?: AbortSignal;
}

/** The first rows of a file as they would be in the table, and what they were in the file. */
export interface ImportPreview extends Pick<Sniffed, "notes" | "entries" | "sheets" | "renamed"> {
  /** With readings as they fit these rows. */
  readonly plan: ImportPlan;
  readonly columns: readonly Column[];
  /** Exact texts; null is NULL. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** Rows that could not be read, and cells by their row, from 1. */
  readonly unread: readonly Unread[];
  readonly missing: ImportedTable["missing"];
  readonly lines: Peek["lines"];
  /** Where several files make the table: whose rows these are, and columns of the table that this file has not. */
  readonly joined: (ShownFile & { readonly lacks: readonly string[] }) | null;
}

const rowsShown = 100;

/** Reads the beginning of a file by the same way as all of it, and leaves nothing behind. */
export async function previewFile(
  database: Database,
  file: File,
  { peeks, known, signal }: PreviewOptions,
): Promise<ImportPreview> {
  const attached = (await isDatabaseFile(file)) ? attachedReader(database) : null;
  const { sniffed, parts, lines, joined } = attached
    ? { sniffed: await attached.sniff(file, known), parts: [], lines: null, joined: null }
    : await peeks.peek(file, known, rowsShown);
  const { notes, entries, sheets, renamed } = sniffed;
  const id = crypto.randomUUID().replaceAll("-", "");
  const own = { id, table: `preview_${id}`, unread: `unread_${id}` };
  const reader: Reader = attached ?? {
    sniff: () => Promise.resolve(sniffed),
    async *parts() {
      // Whoever takes a part may give its bytes away, and another reading of a column takes them once more.
      for (const part of parts)
        yield part.form === "relation" ? part : { ...part, content: part.content.slice() };
    },
  };
  try {
    const options = { mostRows: rowsShown, signal };
    const loaded = await loadWidening(database, reader, file, sniffed.plan, own, options);
    const { plan, files } = loaded;
    const missing = await keepOddCells(database, own.table, own.unread, loaded);
    await placeRejected(database, plan, own.unread, (sought) => linesInBeginning(parts, sought));
    const seen = await database.query(sql`from ${name(own.table)} limit ${rowsShown}`);
    const { columns, rowCount } = seen;
    return {
      ...{ plan, notes, entries, sheets, renamed, columns, missing, lines },
      joined: joined && { ...joined, lacks: files[0]?.lacks ?? [] },
      rows: Array.from({ length: rowCount }, (_, row) => columns.map((_, column) => seen.text(row, column))),
      unread: await unreadRows(database, own.unread, rowsShown * 10),
    };
  } finally {
    await database.run([
      sql`drop table if exists ${name(own.table)}`,
      sql`drop table if exists ${name(own.unread)}`,
    ]);
  }
}

import type { Database } from "../data/database";
import { name, sql } from "../data/sql";
import { EngineError } from "../engine-error";
import type { ImportedTable, OtherTable, TableFile } from "./imported";
import type { Loaded, LoadOptions } from "./load/load-parts";
import { loadWidening } from "./load/load-widening";
import { fileColumn } from "./load/part-query";
import { findRejected, placeRejected } from "./load/rejected-rows";
import { placeCells } from "./load/unread-lines";
import { keepOddCells, publishUnread } from "./load/unread";
import type { Known, Reader } from "./reader";
import { readerFor } from "./reader-for";
import type { Sniffed } from "./sniff/sniffed";

export interface ImportOptions extends LoadOptions {
  /** Name of the new table; one that is there already is replaced when the import succeeds. */
  readonly table: string;
  /** What a person has corrected, or a notebook remembers; the rest is guessed. */
  readonly known?: Known;
  readonly reader?: Reader;
}

/** Reads a file of any of the known formats into a table, whole or not at all. What cannot be read is counted and kept. */
export async function importFile(
  database: Database,
  file: File,
  options: ImportOptions,
): Promise<ImportedTable> {
  const reader = options.reader ?? (await readerFor(database, file));
  const sniffed = await reader.sniff(file, options.known);
  const { plan, notes, renamed, hasRows } = sniffed;
  const id = crypto.randomUUID().replaceAll("-", "");
  // Under names of their own until it is known to be whole: a file that cannot be read costs no table that is there.
  const own = { id, table: `coming_${id}`, unread: `unread_${id}` };
  try {
    const loaded = await loadWidening(database, reader, file, plan, own, options);
    const missing = await keepOddCells(database, own.table, own.unread, loaded);
    // The cells are found by the counts of rejected rows as DuckDB's reader has them.
    await placeCells(database, reader, file, loaded.plan, own);
    const find = findRejected(reader, file, loaded.plan, options.signal);
    await placeRejected(database, loaded.plan, own.unread, find);
    const columns = await database.describe(sql`from ${name(own.table)}`);
    const counted = await database.query(sql`select count(*) as n from ${name(own.table)}`);
    const rowCount = Number(counted.value(0, "n"));
    if (!rowCount && hasRows) await refuseEmpty(database, own.unread, file);
    options.signal?.throwIfAborted();
    await database.run([
      sql`drop table if exists ${name(options.table)}`,
      sql`alter table ${name(own.table)} rename to ${name(options.table)}`,
    ]);
    const others = othersIn(sniffed);
    const files = loaded.plan.joined && (await filesOf(database, options.table, loaded));
    return {
      name: options.table,
      file: { name: file.name, bytes: file.size, modified: file.lastModified },
      columns,
      rowCount,
      plan: loaded.plan,
      unread: await publishUnread(database, own.unread, options.table, !!loaded.plan.joined),
      missing,
      replacedSigns: loaded.replacedSigns,
      renamed,
      notes,
      ...(files && { files }),
      ...(others.length && { others }),
    };
  } catch (error) {
    throw options.signal?.aborted ? new EngineError("stopped", "stopped", { cause: error }) : error;
  } finally {
    await database.run([
      sql`drop table if exists ${name(own.table)}`,
      sql`drop table if exists ${name(own.unread)}`,
    ]);
  }
}

/** Sheets that are not hidden, tables of the database, or files of the archive, that are not the one that was read. */
function othersIn({ plan, sheets, entries }: Sniffed): readonly OtherTable[] {
  const { source } = plan;
  const read = source.format === "xlsx" ? source.sheet : source.format === "duckdb" ? source.table : null;
  const kind = source.format === "duckdb" ? "table" : "sheet";
  return [
    ...sheets
      .filter((sheet) => !sheet.isHidden && sheet.name !== read)
      .map(({ name, rows }) => ({ in: kind, name, ...(rows !== undefined && { rows }) }) as const),
    ...entries
      .filter((entry) => entry.name !== plan.entry)
      .map(({ name }) => ({ in: "entry", name }) as const),
  ];
}

/** Each file of a table of several, with its rows; one without any is told too. */
async function filesOf(database: Database, table: string, { plan, files }: Loaded): Promise<TableFile[]> {
  const counted = await database.query(
    sql`select ${name(fileColumn(plan))} as file, count(*) as n from ${name(table)} group by all`,
  );
  const rows = new Map(counted.rows().map(({ file, n }) => [String(file), Number(n)]));
  return files.map(({ name, lacks }) => ({ name, lacks, rowCount: rows.get(name) ?? 0 }));
}

async function refuseEmpty(database: Database, unread: string, file: File): Promise<never> {
  const first = await database.query(sql`select reason from ${name(unread)} order by line limit 1`);
  const reason = first.rowCount ? String(first.value(0, "reason")) : "unknown line ends";
  throw new EngineError("not-a-table", `not a table: no line of ${file.name} could be read (${reason})`);
}

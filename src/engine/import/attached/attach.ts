import type { Database } from "../../data/database";
import { name, sql } from "../../data/sql";
import { EngineError } from "../../engine-error";
import { readable } from "../read/readable";

/** DuckDB's own files say so from their ninth byte on. */
export async function isDatabaseFile(file: File): Promise<boolean> {
  const mark = new Uint8Array(await readable(file.name, () => file.slice(8, 12).arrayBuffer()));
  return new TextDecoder("latin1").decode(mark) === "DUCK";
}

export interface StoredTable {
  readonly schema: string;
  readonly table: string;
  readonly rows: number;
}

export interface Attached {
  readonly alias: string;
  /** After an engine that broke down there is nothing to release. */
  release(): Promise<void>;
}

/** The file as a catalogue of its own, for reading only. Its bytes stay on the disk. */
export async function attach(database: Database, file: File): Promise<Attached> {
  const alias = `attached_${crypto.randomUUID().replaceAll("-", "")}`;
  const path = await database.addFile(`${alias}.duckdb`, file);
  try {
    await database.run([sql`attach ${path} as ${name(alias)} (type duckdb, read_only)`]);
  } catch (cause) {
    await database.removeFile(path);
    refuse(file, cause);
  }
  return {
    alias,
    async release() {
      await database.run([sql`detach database if exists ${name(alias)}`]);
      await database.removeFile(path);
    },
  };
}

/** Stored tables, the largest first. Views and macros are programs of a stranger and not looked at. */
export async function tablesIn(
  database: Database,
  alias: string,
  file: File,
): Promise<readonly StoredTable[]> {
  const found = await database.query(sql`
    select schema_name, table_name, estimated_size from duckdb_tables()
    where database_name = ${alias} and not internal and not temporary
    order by estimated_size desc, schema_name, table_name`);
  if (!found.rowCount) throw new EngineError("empty-file", `database without tables: ${file.name}`);
  return found.rows().map((row) => ({
    schema: String(row.schema_name),
    table: String(row.table_name),
    rows: Number(row.estimated_size),
  }));
}

/** `people`, `archive.people`; a name with a dot of its own stands in quotes. */
export function labelOf({ schema, table }: StoredTable): string {
  const [first, second] = [schema, table].map((one) =>
    /[."]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one,
  );
  return schema === "main" ? second! : `${first}.${second}`;
}

function refuse(file: File, cause: unknown): never {
  const said = cause instanceof Error ? cause.message : String(cause);
  const [, found, first, last] = /version number (\d+).*between (\d+) and (\d+)/.exec(said) ?? [];
  const reason = found
    ? `it is of storage version ${found}, and this engine reads ${first} to ${last}; export the table as Parquet, or write the file with STORAGE_VERSION 'v1.4.0' or older`
    : said;
  throw new EngineError("unreadable-file", `unreadable DuckDB file: ${file.name}: ${reason}`, { cause });
}

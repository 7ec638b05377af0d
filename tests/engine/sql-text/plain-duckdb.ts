import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createDuckDB, NODE_RUNTIME, VoidLogger, type DuckDBConnection } from "@duckdb/duckdb-wasm/blocking";

/** DuckDB itself, without the engine: asked what it reads in a text. */
export interface PlainDuckDb {
  /** Afterwards just these tables exist, each with the columns a, b, k. */
  haveOnly(names: readonly string[]): void;
  /** What it says against a statement; "" for nothing. */
  complaint(statement: string): string;
  /** Where its tokens begin. */
  tokenStarts(text: string): readonly number[];
  keywords(): readonly { readonly word: string; readonly category: string }[];
  /** Views that a new database finds without a schema, in order. */
  builtInViews(): readonly string[];
  close(): void;
}

export async function plainDuckDb(): Promise<PlainDuckDb> {
  const dist = dirname(createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm"));
  const bundle = (name: string) => ({ mainModule: join(dist, name), mainWorker: "" });
  const bundles = { mvp: bundle("duckdb-mvp.wasm"), eh: bundle("duckdb-eh.wasm") };
  const database = await createDuckDB(bundles, new VoidLogger(), NODE_RUNTIME);
  await database.instantiate(() => {});
  const connection = database.connect();
  connection.query("set autoinstall_known_extensions = false");
  connection.query("set autoload_known_extensions = false");
  let existing: readonly string[] = [];
  return {
    haveOnly(names) {
      for (const table of existing) connection.query(`drop table "${table}"`);
      for (const table of names) connection.query(`create table "${table}" as select 1 as a, 2 as b, 3 as k`);
      existing = names;
    },
    complaint: (statement) => complaintOf(connection, statement),
    tokenStarts: (text) => database.tokenize(text).offsets,
    keywords: () =>
      connection
        .query("select keyword_name as word, keyword_category as category from duckdb_keywords()")
        .toArray()
        .map(({ word, category }) => ({ word: String(word), category: String(category) })),
    builtInViews: () =>
      connection
        .query(
          "select view_name from duckdb_views() where schema_name in ('main', 'pg_catalog') and internal order by all",
        )
        .toArray()
        .map((row) => String(row.view_name)),
    close: () => connection.close(),
  };
}

function complaintOf(connection: DuckDBConnection, statement: string): string {
  try {
    connection.query(statement);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

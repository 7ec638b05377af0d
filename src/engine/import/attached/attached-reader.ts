import type { Database } from "../../data/database";
import { name, sql } from "../../data/sql";
import { EngineError } from "../../engine-error";
import type { ColumnPlan, ImportPlan } from "../plan";
import type { Known, Reader } from "../reader";
import { columnNames } from "../sniff/column-names";
import { fitPlan, withRest } from "../sniff/fit-plan";
import { missingTokens } from "../sniff/guess-missing";
import type { Sniffed } from "../sniff/sniffed";
import { attach, labelOf, type StoredTable, tablesIn } from "./attach";

/**
 * Tables of a DuckDB file, copied by the engine itself. The file is a stranger's: it is attached for reading only, nothing of
 * it but stored tables is looked at, and it is let go when they are copied.
 */
export function attachedReader(database: Database): Reader {
  return {
    async sniff(file, known = {}) {
      const { alias, release } = await attach(database, file);
      try {
        return await sniff(database, alias, file, known);
      } finally {
        await release();
      }
    },
    async *parts(file, plan) {
      const { alias, release } = await attach(database, file);
      try {
        const table = tableOf(await tablesIn(database, alias, file), plan.source, file);
        const relation = name(alias, table.schema, table.table);
        yield { form: "relation", relation, rejected: [], bytesRead: file.size };
      } finally {
        await release();
      }
    },
  };
}

async function sniff(database: Database, alias: string, file: File, known: Known): Promise<Sniffed> {
  const tables = await tablesIn(database, alias, file);
  const { plan, rest } = known;
  const wanted = known.source?.table ?? (plan?.source.format === "duckdb" ? plan.source.table : undefined);
  const table =
    wanted === undefined ? tables[0]! : tableOf(tables, { format: "duckdb", table: wanted }, file);
  const found = await database.describe(sql`from ${name(alias, table.schema, table.table)}`);
  const headers = found.map((column) => column.name);
  const { names, renamed } = columnNames(headers);
  const columns = names.map((own, i): ColumnPlan => ({
    header: headers[i]!,
    name: own,
    reading: { form: "stored" },
    isKept: true,
    isChosen: false,
  }));
  const source = { format: "duckdb", table: labelOf(table) } as const;
  const own: ImportPlan = { version: 1, source, entry: null, zone: "UTC", missing: missingTokens, columns };
  const sheets = tables.map((one) => ({ name: labelOf(one), isHidden: false, rows: one.rows }));
  const guess: Sniffed = { plan: own, notes: [], entries: [], sheets, renamed, hasRows: table.rows > 0 };
  if (!plan) return withRest(guess, rest);
  const fitted = fitPlan(guess, plan, !!known.isExact);
  // One table of a database is not several files.
  const { joined: _, ...alone } = fitted.plan;
  return { ...fitted, plan: alone };
}

/** Another table than the one that was meant would give numbers of something else. */
function tableOf(tables: readonly StoredTable[], source: ImportPlan["source"], file: File): StoredTable {
  const wanted = source.format === "duckdb" ? source.table : "";
  const found = tables.find((one) => labelOf(one) === wanted);
  if (found) return found;
  const there = tables.map(labelOf).join(", ");
  throw new EngineError("not-a-table", `no table ${wanted} in ${file.name}; it has: ${there}`);
}

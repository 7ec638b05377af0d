import { loadedAnalysis } from "../../analyses";
import { name, sql, type Column, type Database, type Sql } from "../../engine";
import { heldRows, tablesOf } from "../kinds";
import type { CodeTables } from "./code-tables";
import { dependencies } from "./dependencies";
import type { GridRows } from "./queries";
import { cellOf } from "./queue";
import { runOf, type Session } from "./session";
import { sourcesOf } from "./sources";

/** The customers behind one number, as they stand in DuckDB until the list is closed. */
export interface CustomerList {
  readonly columns: readonly Column[];
  readonly rowCount: number;
  readonly first: GridRows;
  /** The query that gives them, for the person to take over. */
  readonly sql: string;
}

/** Apart from results: no name leads to these rows, and none of other cells can meet them. */
const customerSchema = "customers_behind";

export function customerRelation(cell: string): Sql {
  return name(customerSchema, cell);
}

interface Surroundings {
  readonly database: () => Promise<Database>;
  readonly tables: CodeTables;
  readonly session: () => Session;
}

/** Lists of customers, at most one a cell: the next takes the place of the last. */
export function customersBehind({ database, tables, session }: Surroundings) {
  const asked = new Map<string, AbortController>();

  async function keep(cell: string, query: Sql, signal: AbortSignal): Promise<CustomerList> {
    const data = await database();
    const now = session();
    const owner = cellOf(now, cell);
    if (owner?.kind === "analysis")
      await tables.forSql(tablesOf(owner), sourcesOf(now, cell, dependencies(now)), signal);
    const relation = customerRelation(cell);
    await data.run(
      [
        sql`create schema if not exists ${name(customerSchema)}`,
        sql`create or replace table ${relation} as ${query}`,
        sql`select 1`,
      ],
      { signal, changesNothing: true },
    );
    return { ...(await heldRows(relation, data, signal)), sql: query.text };
  }

  return {
    /** Null where there is nobody behind the number, or the number is not of what is shown now. */
    async open(cell: string, who: string): Promise<CustomerList | null> {
      asked.get(cell)?.abort();
      const { output } = runOf(session(), cell);
      if (output?.form !== "analysis") return null;
      const analysis = loadedAnalysis(output.analysis);
      const query = analysis?.customers?.(output.request, output.result, who) ?? null;
      if (!query) return null;
      const stopper = new AbortController();
      asked.set(cell, stopper);
      return keep(cell, query, stopper.signal);
    },
    async close(cell: string): Promise<void> {
      const stopper = asked.get(cell);
      if (!stopper) return;
      asked.delete(cell);
      stopper.abort();
      await (
        await database()
      ).query(sql`drop table if exists ${customerRelation(cell)}`, {
        changesNothing: true,
      });
    },
    /** Another notebook: nobody's customers may stay. */
    async clear(): Promise<void> {
      for (const stopper of asked.values()) stopper.abort();
      asked.clear();
      await (
        await database()
      ).query(sql`drop schema if exists ${name(customerSchema)} cascade`, {
        changesNothing: true,
      });
    },
  };
}

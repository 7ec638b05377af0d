import {
  EngineError,
  folded,
  name,
  sql,
  type Database,
  type NameSource,
  type Relation,
  type Sandbox,
  type Sql,
} from "../../engine";
import { resultRelation, resultSchema, viewOf, type ReadFrom, type Sources } from "../kinds";

/** More rows than a page can hold twice; whoever has more asks SQL for less. */
const mostRows = 5_000_000;

/** Rows between the database and the sandbox, each way once for each result. */
export function codeTables(database: () => Promise<Database>, sandbox: () => Sandbox) {
  /** Folded name of a view in `main` -> the result of code that stands behind it. */
  const staged = new Map<string, string>();
  const kept = new Set<string>();

  async function rowsFor(relation: Sql, table: string, key: string, signal: AbortSignal): Promise<void> {
    if (sandbox().hasTable(key)) return;
    const data = await database();
    const count = await data.query(sql`select count(*) as n from ${relation}`, {
      signal,
      changesNothing: true,
      isBrief: true,
    });
    const rows = Number(count.value(0, "n"));
    if (rows > mostRows)
      throw new EngineError("too-many-rows", `too many rows for code: ${table} has ${rows}`);
    const { columns, messages } = await data.arrow(sql`from ${relation}`, {
      signal,
      changesNothing: true,
      isBrief: true,
    });
    sandbox().putTable({ name: table, key, columns, messages });
  }

  /** Rows of a value that code made, as a table in the schema of results. */
  async function keep(id: string, { ipcStream }: Relation): Promise<void> {
    const data = await database();
    const arriving = `arriving ${id}`;
    await data.insertArrow(arriving, ipcStream);
    await data.run([
      sql`create schema if not exists ${name(resultSchema)}`,
      sql`create or replace table ${resultRelation(id)} as from ${name("main", arriving)}`,
      sql`drop table ${name("main", arriving)}`,
      sql`select 1`,
    ]);
    kept.add(id);
  }

  return {
    keep,
    /** What code reads under its names; rows go over where they are not there yet. */
    async forCode(names: readonly string[], sources: Sources, signal: AbortSignal) {
      const found: Record<string, NameSource> = {};
      for (const each of names) {
        const source = sources[each];
        if (!source) continue;
        if (source.from === "code") found[each] = { from: "cell" };
        else if (source.from === "input") found[each] = { from: "plain", value: source.value };
        else {
          const isTable = source.from === "table";
          const key = isTable ? `table:${source.table}@${source.load}` : `${source.cell}@${source.number}`;
          const relation = isTable ? name("main", source.table) : resultRelation(source.cell);
          await rowsFor(relation, each, key, signal);
          found[each] = { from: "table", key };
        }
      }
      return found;
    },
    /** Values of code that SQL reads by name become tables; a name that nobody asks for any more means nothing. */
    async forSql(names: readonly string[], sources: Sources, signal: AbortSignal): Promise<void> {
      const wanted = new Map<string, Extract<ReadFrom, { from: "code" }>>();
      for (const each of names) {
        const source = sources[each];
        if (source?.from === "code") wanted.set(each, source);
      }
      if (!wanted.size && !staged.size) return;
      const data = await database();
      const gone = [...staged.keys()].filter(
        (view) => ![...wanted.keys()].some((one) => folded(one) === view),
      );
      for (const view of gone) {
        await data.query(sql`drop view if exists ${name("main", view)}`);
        staged.delete(view);
      }
      for (const [each, { cell, number, name: defined }] of wanted) {
        const key = `${cell}/${each}@${number}`;
        if (staged.get(folded(each)) === key) continue;
        const id = `${cell}/${each}`;
        await keep(id, await rowsOfValue(defined, sandbox(), signal));
        await data.query(viewOf(id, each));
        staged.set(folded(each), key);
      }
    },
    /** Values of this cell are others now, without a run: their rows are of the old ones. */
    changed(cell: string): void {
      for (const [view, key] of staged) if (key.startsWith(`${cell}/`)) staged.set(view, `${cell}/`);
    },
    /** The views in `main` that were made here: nobody else may take them away. */
    views: (): readonly string[] => [...staged.keys()],
    /** Rows of a deleted cell's values. */
    async drop(cell: string): Promise<void> {
      const data = await database();
      for (const id of [...kept].filter((one) => one.startsWith(`${cell}/`) || one.startsWith(`${cell}#`))) {
        await data.query(sql`drop table if exists ${resultRelation(id)} cascade`);
        kept.delete(id);
      }
      for (const [view, key] of staged) if (key.startsWith(`${cell}/`)) staged.delete(view);
    },
    /** Everything that was made here is gone from the database. */
    clear(): void {
      staged.clear();
      kept.clear();
    },
  };
}

async function rowsOfValue(name: string, sandbox: Sandbox, signal: AbortSignal): Promise<Relation> {
  try {
    return await sandbox.relationOf({ name }, signal);
  } catch (error) {
    if (!(error instanceof EngineError) || error.code === "stopped") throw error;
    throw new EngineError("not-rows", `${name} cannot be read as a table: ${error.message}`, {
      cause: error,
    });
  }
}

export type CodeTables = ReturnType<typeof codeTables>;

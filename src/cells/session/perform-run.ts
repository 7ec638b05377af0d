import { sql, name, type Database } from "../../engine";
import {
  errorOf,
  requestOf,
  resultRelation,
  resultSchema,
  runAnalysisCell,
  runSql,
  viewOf,
  type CellOutput,
} from "../kinds";
import type { Answers } from "./answers";
import type { Effect } from "./effect";
import type { Event } from "./event";

type Of<T extends Effect["type"]> = Extract<Effect, { type: T }>;

/** Runs cells one at a time and can stop the one that runs. `answers` serves questions about loaded tables. */
export function runner(database: () => Promise<Database>, send: (event: Event) => void, answers: Answers) {
  let current: AbortController | null = null;
  return {
    // A stop before the turn has come finds nothing to stop; the answer is then late and dropped.
    async run({ cell, number, slot, weekStart }: Of<"run">): Promise<void> {
      const stopper = new AbortController();
      current = stopper;
      try {
        const output = await evaluate(cell, slot, weekStart, await database(), stopper.signal, answers);
        if ("error" in output) send({ type: "cell-failed", cell: cell.id, number, error: output.error });
        else send({ type: "cell-finished", cell: cell.id, number, output });
      } catch (error) {
        send({ type: "cell-failed", cell: cell.id, number, error: errorOf(error) });
      } finally {
        if (current === stopper) current = null;
      }
    },
    stop(): void {
      current?.abort();
    },
  };
}

async function evaluate(
  cell: Of<"run">["cell"],
  slot: Of<"run">["slot"],
  weekStart: Of<"run">["weekStart"],
  database: Database,
  signal: AbortSignal,
  answers: Answers,
): Promise<CellOutput | { error: ReturnType<typeof errorOf> }> {
  switch (cell.kind) {
    case "sql":
      return runSql(cell, database, signal);
    case "analysis": {
      const asked = requestOf(cell, slot, weekStart);
      if ("error" in asked) return asked;
      const isLoaded = !!slot?.fileName;
      return runAnalysisCell(asked.request, cell.analysis, async (question) => {
        const known = isLoaded ? answers.ask(cell.table, question) : undefined;
        if (known) return known;
        const answer = await database.query(question, { signal });
        if (isLoaded) answers.keep(cell.table, question, answer);
        return answer;
      });
    }
    case "markdown":
    case "foreign":
      return { error: { code: "unexpected", message: `not a cell that runs: ${cell.kind}` } };
  }
}

/** The name others read goes from one to the other; the rows stay where they are. */
export async function nameResult(
  database: Database,
  { cell, before, after }: Of<"name-result">,
): Promise<void> {
  if (before) await database.query(sql`drop view if exists ${name(before)}`);
  if (after) await database.query(viewOf(cell, after));
}

export async function dropResult(database: Database, { cell, name: view }: Of<"drop-result">): Promise<void> {
  if (view) await database.query(sql`drop view if exists ${name(view)}`);
  await database.query(sql`drop table if exists ${resultRelation(cell)}`);
}

/** All results of all cells, with their names. Loaded tables are dropped one by one by whoever knows them. */
export async function clearResults(database: Database): Promise<void> {
  const views = await database.query(
    sql`select view_name from duckdb_views() where not internal and schema_name = 'main'`,
  );
  for (const view of views.values("view_name"))
    await database.query(sql`drop view if exists ${name(String(view))}`);
  await database.query(sql`drop schema if exists ${name(resultSchema)} cascade`);
}

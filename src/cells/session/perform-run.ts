import { folded, name, sql, type Database } from "../../engine";
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
  const stoppers = new Map<number, AbortController>();
  return {
    /** From now on it can be stopped, also while it waits for its turn. */
    announce({ number }: Of<"run">): void {
      stoppers.set(number, new AbortController());
    },
    async run({ cell, number, slot, weekStart }: Of<"run">): Promise<void> {
      const stopper = stoppers.get(number) ?? new AbortController();
      try {
        stopper.signal.throwIfAborted();
        const output = await evaluate(cell, slot, weekStart, await database(), stopper.signal, answers);
        if ("error" in output) send({ type: "cell-failed", cell: cell.id, number, error: output.error });
        else send({ type: "cell-finished", cell: cell.id, number, output });
      } catch (error) {
        const stopped = { code: "stopped", message: "stopped" };
        send({
          type: "cell-failed",
          cell: cell.id,
          number,
          error: stopper.signal.aborted ? stopped : errorOf(error),
        });
      } finally {
        stoppers.delete(number);
      }
    },
    stop(): void {
      for (const stopper of stoppers.values()) stopper.abort();
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
    case "typescript":
    case "input":
    case "foreign":
      return { error: { code: "unexpected", message: `not a cell that runs: ${cell.kind}` } };
  }
}

/** Every result has its name and no other name stands: renamed, deleted and doubled ones are put right alike. */
export async function nameResults(database: Database, { names }: Of<"name-results">): Promise<void> {
  const wanted = Object.entries(names);
  const views = await ownViews(database);
  const gone = views.filter((view) => !wanted.some(([relation]) => folded(relation) === folded(view)));
  await database.run([
    ...gone.map((view) => sql`drop view if exists ${name(view)}`),
    ...wanted.map(([relation, cell]) => viewOf(cell, relation)),
    sql`select 1`,
  ]);
}

export async function dropResult(database: Database, { cell }: Of<"drop-result">): Promise<void> {
  await database.query(sql`drop table if exists ${resultRelation(cell)}`);
}

async function ownViews(database: Database): Promise<string[]> {
  const views = await database.query(
    sql`select view_name from duckdb_views() where not internal and schema_name = 'main'`,
  );
  return views.values("view_name").map(String);
}

/** All results of all cells, with their names. Loaded tables are dropped one by one by whoever knows them. */
export async function clearResults(database: Database): Promise<void> {
  for (const view of await ownViews(database)) await database.query(sql`drop view if exists ${name(view)}`);
  await database.query(sql`drop schema if exists ${name(resultSchema)} cascade`);
}

import { workAside, type Language } from "../../analyses";
import { folded, name, sql, type Database, type Sandbox, type Sql } from "../../engine";
import {
  errorOf,
  requestOf,
  resultRelation,
  resultSchema,
  runAnalysisCell,
  saidOf,
  tablesOf,
  viewOf,
  type CellError,
  type CellOutput,
} from "../kinds";
import type { Answers } from "./answers";
import type { CodeTables } from "./code-tables";
import type { Effect } from "./effect";
import type { Event } from "./event";
import type { LiveOutputs } from "./live-outputs";
import { progressTeller } from "./run-progress";
import { runMarkdownCell, runSqlCell, runTypescriptCell } from "./perform-code";
import type { Session } from "./session";

type Of<T extends Effect["type"]> = Extract<Effect, { type: T }>;

/** Where cells run, and what they meet there. */
export interface Workplace {
  readonly database: () => Promise<Database>;
  readonly sandbox: () => Sandbox;
  readonly session: () => Session;
  readonly send: (event: Event) => void;
  /** The reader's, of that moment. */
  readonly language: () => Language;
  /** Serves questions about loaded tables that were asked before. */
  readonly answers: Answers;
  readonly tables: CodeTables;
  readonly lives: LiveOutputs;
}

/** Runs cells one at a time and can stop the one that runs. */
export function runner(place: Workplace) {
  const { send } = place;
  const stoppers = new Map<number, AbortController>();
  return {
    /** From now on it can be stopped, also while it waits for its turn. */
    announce({ number }: Of<"run">): void {
      stoppers.set(number, new AbortController());
    },
    async run(effect: Of<"run">): Promise<void> {
      const { cell, number } = effect;
      const stopper = stoppers.get(number) ?? new AbortController();
      try {
        stopper.signal.throwIfAborted();
        const output = await evaluate(effect, place, stopper.signal);
        if ("error" in output) send({ type: "cell-failed", cell: cell.id, number, error: output.error });
        else {
          const origin = { engine: (await place.database()).version, ...effect.origin };
          send({ type: "cell-finished", cell: cell.id, number, output: { ...output, origin } });
        }
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
  effect: Of<"run">,
  place: Workplace,
  signal: AbortSignal,
): Promise<CellOutput | { error: CellError }> {
  const { cell } = effect;
  switch (cell.kind) {
    case "sql":
      return runSqlCell(cell, effect, place, signal);
    case "typescript":
      return runTypescriptCell(cell, effect, place, signal);
    case "markdown":
      return runMarkdownCell(cell, effect, place, signal);
    case "analysis":
      return runAnalysis(effect, place, signal);
    case "input":
    case "foreign":
      return { error: { code: "unexpected", message: `not a cell that runs: ${cell.kind}` } };
  }
}

async function runAnalysis(
  { cell, number, slot, slots, weekStart, sources }: Of<"run">,
  { database, answers, tables, send, language }: Workplace,
  signal: AbortSignal,
): Promise<CellOutput | { error: CellError }> {
  if (cell.kind !== "analysis")
    return { error: { code: "unexpected", message: `not an analysis: ${cell.kind}` } };
  const asked = requestOf(cell, slot, weekStart, slots);
  if ("error" in asked) return asked;
  await tables.forSql(tablesOf(cell), sources, signal);
  // What is remembered is forgotten with the cell's own table only.
  const isLoaded = !!slot?.fileName && !asked.request.beside;
  const data = await database();
  const ask = async (question: Sql) => {
    const known = isLoaded ? answers.ask(cell.table, question) : undefined;
    if (known) return known;
    const answer = await data.query(question, { signal, isOwn: true });
    if (isLoaded) answers.keep(cell.table, question, answer);
    return answer;
  };
  const teller = progressTeller((progress) =>
    send({ type: "run-progressed", cell: cell.id, number, progress }),
  );
  try {
    const work = workAside({ signal, onProgress: teller.share });
    const options = { work, onProgress: teller.questions };
    const output = await runAnalysisCell(asked.request, cell.analysis, ask, options);
    return { ...output, said: saidOf(output, language()) };
  } finally {
    teller.end();
  }
}

/**
 * Every result has its name and no other name stands: renamed, deleted and doubled ones are put right alike. `others` are
 * views that somebody else looks after.
 */
export async function nameResults(
  database: Database,
  { names }: Of<"name-results">,
  others: readonly string[],
): Promise<void> {
  const wanted = Object.entries(names);
  const views = (await ownViews(database)).filter((view) => !others.includes(folded(view)));
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

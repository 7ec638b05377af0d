import { loadAnalysis, anyActivity, readParams, runAnalysis, type DataSet } from "../../../src/analyses";
import { importFile, openDatabase, sql, type Database, type ImportedTable } from "../../../src/engine";
import { byHand } from "./questions";

/** Milliseconds. */
interface Taken {
  readonly ms: number;
}

/** One statement of an analysis, and how long it took. */
interface Asked extends Taken {
  readonly name: string;
  readonly text: string;
}

/** A whole analysis: all that it asked; `ms` with its arithmetic; `sentence` is the SQL of its first figure. */
interface Analysed extends Taken {
  readonly asked: readonly Asked[];
  readonly sentence: string;
}

/** The steps one by one, so that whoever drives the page can ask another engine the same between two of them. */
interface Bench {
  readonly version: string;
  readonly byHand: Readonly<Record<string, string>>;
  load(): Promise<Taken>;
  /** The rows stay here. */
  query(text: string): Promise<Taken>;
  analyse(id: string): Promise<Analysed>;
}

declare global {
  interface Window {
    openBench: () => Promise<void>;
    bench: Bench;
  }
}

window.openBench = async () => {
  const database = await openDatabase();
  const file = document.querySelector("input")!.files![0]!;
  let loaded: ImportedTable | null = null;
  window.bench = {
    version: database.version,
    byHand: Object.fromEntries(Object.entries(byHand).map(([title, { text }]) => [title, text])),
    load: () =>
      timed(async () => {
        await database.query(sql`drop table if exists events`);
        loaded = await importFile(database, file, { table: "events" });
      }),
    query: (text) => timed(() => database.query({ text })),
    analyse: (id) => analyse(database, id, dataSet(loaded!)),
  };
};

async function timed(work: () => Promise<unknown>): Promise<Taken> {
  const started = performance.now();
  await work();
  return { ms: performance.now() - started };
}

/** As a cell runs it. */
async function analyse(database: Database, id: string, data: DataSet): Promise<Analysed> {
  const analysis = await loadAnalysis(id);
  const request = { data, params: readParams(analysis.params, { mode: "interval" }).values };
  const times: number[] = [];
  const started = performance.now();
  const { result, ran } = await runAnalysis(analysis, request, async (question) => {
    const asked = performance.now();
    const table = await database.query(question, { isOwn: true });
    times.push(performance.now() - asked);
    return table;
  });
  const ms = performance.now() - started;
  return {
    ms,
    asked: ran.map(({ name, sql: { text } }, i) => ({ name, text, ms: times[i]! })),
    sentence: analysis.asSql(request, result).text,
  };
}

function dataSet({ name, columns }: ImportedTable): DataSet {
  return {
    table: name,
    columns,
    roles: { customer: "customer", time: "time", event: "event", amount: "amount" },
    rule: anyActivity,
    endIsLastPaidDay: true,
    weekStart: "monday",
  };
}

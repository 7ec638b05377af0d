import { loadAnalysis, anyActivity, readParams, runAnalysis, type DataSet } from "../../../src/analyses";
import { loadCsv, openDatabase, sql, type Database, type LoadedTable, type Sql } from "../../../src/engine";
import { cohorts, secondPurchases, weeklyCustomers } from "./questions";

interface Measured {
  readonly version: string;
  /** Milliseconds of each run of each step. */
  readonly taken: Readonly<Record<string, readonly number[]>>;
  /** The SQL of each step but loading, for the engines that are compared. */
  readonly queries: Readonly<Record<string, readonly string[]>>;
}

declare global {
  interface Window {
    bench: (runs: number) => Promise<Measured>;
  }
}

/** What somebody would write without Ebb. */
const byHand = {
  "weekly distinct customers": weeklyCustomers,
  cohorts,
  "second purchases": secondPurchases,
};

const measured = {
  attrition: "attrition",
  "attrition over 24 months": "attrition-over-time",
  "repeat purchase": "repeat-purchase",
  "cohort matrix": "cohort-matrix",
};

window.bench = async (runs) => {
  const file = document.querySelector("input")!.files![0]!;
  const database = await openDatabase();
  const taken: Record<string, number[]> = {};
  const queries: Record<string, string[]> = {};
  const step = async <T>(title: string, work: () => Promise<T>): Promise<T> => {
    const times: number[] = (taken[title] = []);
    let last: T;
    do {
      const started = performance.now();
      last = await work();
      times.push(performance.now() - started);
    } while (times.length < runs);
    return last;
  };

  const loaded = await step("load", () => loadAgain(database, file));
  for (const [title, question] of Object.entries(byHand)) {
    await step(title, () => database.query(question));
    queries[title] = [question.text];
  }
  for (const [title, id] of Object.entries(measured)) {
    const { asked, sentence } = await step(title, () => runOne(database, id, dataSet(loaded)));
    queries[title] = asked;
    // What the comparison with other programs is about: the counts alone, without checks of the data and statistics.
    await step(`${title}, counts alone`, () => database.query(sentence));
    queries[`${title}, counts alone`] = [sentence.text];
  }
  return { version: database.version, taken, queries };
};

async function loadAgain(database: Database, file: File): Promise<LoadedTable> {
  await database.query(sql`drop table if exists events`);
  return loadCsv(database, file, { table: "events" });
}

/** A whole analysis, as a cell runs it; gives all the SQL that it asked, and the one that "Open as code" shows. */
async function runOne(
  database: Database,
  id: string,
  data: DataSet,
): Promise<{ asked: string[]; sentence: Sql }> {
  const analysis = await loadAnalysis(id);
  const request = { data, params: readParams(analysis.params, { mode: "interval" }).values };
  const { result, ran } = await runAnalysis(analysis, request, (question) => database.query(question));
  return { asked: ran.map((one) => one.sql.text), sentence: analysis.asSql(request, result) };
}

function dataSet({ name, columns }: LoadedTable): DataSet {
  return {
    table: name,
    columns,
    roles: { customer: "customer", time: "time", event: "event", amount: "amount" },
    rule: anyActivity,
    endIsLastPaidDay: true,
    weekStart: "monday",
  };
}

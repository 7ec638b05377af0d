import * as Plot from "@observablehq/plot";
import { codeTables } from "../../../src/cells/session/code-tables";
import { resultRelation } from "../../../src/cells/kinds";
import { warmCompiler } from "../../../src/cells/view/shell/warm-compiler";
import {
  compileCell,
  isFault,
  openDatabase,
  openSandbox,
  sql,
  written,
  type CellHost,
  type Database,
  type Sandbox,
} from "../../../src/engine";
import { hundredLines, perBin, rows as millionRows } from "./code-texts";

/** Milliseconds of each run of each step. */
export type Taken = Readonly<Record<string, readonly number[]>>;

declare global {
  interface Window {
    benchCode: (runs: number) => Promise<Taken>;
    benchFirstCompile: () => number;
  }
}

/** What is measured of TypeScript cells without their page, each beside what it is compared with. */
window.benchCode = async (runs) => {
  const taken: Record<string, number[]> = {};
  const step = async (title: string, times: number, work: () => unknown): Promise<void> => {
    const all = (taken[title] ??= []);
    for (let i = 0; i < times; i++) {
      const started = performance.now();
      await work();
      all.push(performance.now() - started);
    }
  };

  await step("compile, first", 1, compile);
  await step("compile", 50, compile);

  const database = await openDatabase();
  await database.query(sql`create schema results`);
  await database.query(sql`create table ${resultRelation(cell)} as ${written(millionRows)}`);
  await database.query(sql`create view numbers as from ${resultRelation(cell)}`);
  const sandbox = openSandbox();
  const read = tableReader(database, sandbox);
  await read(0);
  let number = 1;
  await step("table", runs, () => read(number++));
  await step("query", runs, () => database.query(sql`from numbers`));
  const bytes = columnsOf(await database.query(sql`from numbers`));
  await step("columns", runs, () => structuredClone(bytes));
  const objects = (await database.query(sql`from numbers`)).rows();
  await step("row objects", Math.min(runs, 3), () => structuredClone(objects));

  let below = 0;
  await step("aggregate", 20, async () => {
    await database.query(written(perBin(990 - below++)));
  });
  const bins = (await database.query(written(perBin(990)))).rows();
  await step("plot", 20, () => draw(bins));
  sandbox.close();
  await database.close();
  return taken;
};

/** On a page of its own, which was left alone for a moment as Ebb's page is before somebody writes a cell. */
window.benchFirstCompile = () => {
  const started = performance.now();
  compile();
  return performance.now() - started;
};
if (location.search === "?warm") warmCompiler();

const cell = "numbers";

function compile(): void {
  const compiled = compileCell(hundredLines);
  if (isFault(compiled)) throw new Error(compiled.message);
}

/** Rows of a result, over to the sandbox and read by a cell, as a cell of the notebook gets them. */
function tableReader(database: Database, sandbox: Sandbox): (number: number) => Promise<void> {
  const tables = codeTables(
    () => Promise.resolve(database),
    () => sandbox,
  );
  const text = `
    const a = numbers.column("value"), b = numbers.column("share");
    let sum = 0;
    for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
    if (!(a.length === 1000000 && sum > 0)) throw new Error("wrong rows: " + a.length + ", " + sum);`;
  const code = compileCell(text);
  if (isFault(code)) throw new Error(code.message);
  return async (number) => {
    const signal = new AbortController().signal;
    const names = await tables.forCode(code.reads, { numbers: { from: "result", cell, number } }, signal);
    const run = { cell: "reader", number, label: "reader", body: code.body, defines: code.defines };
    await sandbox.run({ ...run, names, width: 640 }, host);
  };
}

const host: CellHost = {
  query: () => Promise.reject(new Error("not asked for")),
  analyse: () => Promise.reject(new Error("not asked for")),
  show: () => undefined,
  change: () => undefined,
  viewChanged: () => undefined,
};

/** The same values as typed arrays: what a copy of the bytes alone costs. */
function columnsOf({ columns, values }: Awaited<ReturnType<Database["query"]>>): readonly Float64Array[] {
  return columns.map(({ name }) => Float64Array.from(values(name), Number));
}

/** The chart of the notebook, by Plot in a document. */
function draw(bins: readonly Record<string, unknown>[]): void {
  const chart = Plot.plot({
    title: "below",
    width: 640,
    marks: [Plot.rectY(bins, { x: "bin", y: "n", interval: 10, tip: true }), Plot.ruleY([0])],
  });
  document.body.append(chart);
  chart.getBoundingClientRect();
  chart.remove();
}

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { ExampleTable, Story } from "../../examples/notebooks/cells";
import {
  bound,
  definedNames,
  plainValueOf,
  readNames,
  requestOf,
  runAnalysisCell,
  runSql,
  templateOf,
} from "../../src/cells/kinds";
import type { Cell, DataSlot, Notebook, SqlCell } from "../../src/cells/model";
import { importFile, type Database, type PlainValue } from "../../src/engine";

/** Results by the id of their cell: the rows of a query, or the one result of an analysis. */
export type Found = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

/** Text of a file in the examples folder. */
export function exampleText(path: string): string {
  return readFileSync(new URL(`../../examples/${path}`, import.meta.url), "utf8");
}

/** Loads a story's files as a person's would be, and writes down what they look like: the notebook as it is saved. */
export async function openStory(database: Database, { notebook, tables }: Story): Promise<Notebook> {
  const data: DataSlot[] = [];
  for (const one of tables) data.push(await loadSlot(database, one));
  return { ...notebook, data, ledger: [] };
}

/** Runs every query and analysis in order, each as the page would; not what needs the sandbox. */
export async function runNotebook(database: Database, notebook: Notebook): Promise<Found> {
  const results = new Map<string, readonly Record<string, unknown>[]>();
  for (const cell of notebook.cells) {
    const rows = await runCell(database, notebook, cell);
    if (rows) results.set(cell.id, rows);
  }
  return results;
}

async function runCell(database: Database, notebook: Notebook, cell: Cell) {
  if (cell.kind === "sql") {
    if (readsCode(notebook, cell)) return null;
    const { columns, first } = await runSql(
      cell,
      bound(cell.source, templateOf(cell), valuesIn(notebook, cell)),
      database,
      new AbortController().signal,
    );
    return first.map((row) => Object.fromEntries(columns.map(({ name }, i) => [name, row[i] ?? null])));
  }
  if (cell.kind !== "analysis") return null;
  const slot = notebook.data.find(({ table }) => table === cell.table) ?? null;
  const asked = requestOf(cell, slot, notebook.settings.weekStart, notebook.data);
  if ("error" in asked) throw new Error(`${cell.id}: ${asked.error.message}`);
  const { result } = await runAnalysisCell(asked.request, cell.analysis, (question) =>
    database.query(question, { isOwn: true }),
  );
  return [result as Record<string, unknown>];
}

function readsCode({ cells }: Notebook, cell: SqlCell): boolean {
  const made = cells.filter(({ kind }) => kind === "typescript").flatMap(definedNames);
  return readNames(cell).some((name) => made.includes(name));
}

/** Values of the inputs that a query's holes name. */
function valuesIn({ cells }: Notebook, cell: SqlCell): readonly PlainValue[] {
  return templateOf(cell).holes.map(({ name, text }) => {
    const input = cells.find((one) => one.kind === "input" && one.name === name);
    if (input?.kind !== "input") throw new Error(`${cell.id}: no input called ${text}`);
    return plainValueOf(input);
  });
}

async function loadSlot(database: Database, { table, file, roles, rule }: ExampleTable): Promise<DataSlot> {
  const loaded = await importFile(database, new File([exampleText(file)], basename(file)), { table });
  return {
    table: loaded.name,
    fileName: loaded.file.name,
    bytes: loaded.file.bytes,
    rowCount: loaded.rowCount,
    columns: loaded.columns,
    roles,
    rule,
    endIsLastPaidDay: true,
    plan: loaded.plan,
  };
}

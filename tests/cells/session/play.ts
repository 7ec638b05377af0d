import { analysisById, readParams, type Request } from "../../../src/analyses";
import type { ImportedTable } from "../../../src/engine";
import { definedNames, type CellOutput } from "../../../src/cells/kinds";
import { askedOf } from "../../../src/cells/kinds/analysis";
import {
  newNotebook,
  type TypescriptCell,
  type InputCell,
  type AnalysisCell,
  type Cell,
  type MarkdownCell,
  type Notebook,
  type SqlCell,
} from "../../../src/cells/model";
import type { Effect } from "../../../src/cells/session/effect";
import type { Event } from "../../../src/cells/session/event";
import { newSession, type Session } from "../../../src/cells/session/session";
import { update } from "../../../src/cells/session/update";

/** A session with an engine that is ready. */
export function ready(...cells: Cell[]): Session {
  const session = newSession({ ...newNotebook(() => 0.5), cells });
  return { ...session, engine: { state: "ready" } };
}

export function sqlCell(id: string, source: string, name = id): SqlCell {
  return { kind: "sql", id, name, source, foreign: {}, saved: null };
}

export function codeCell(id: string, source: string): TypescriptCell {
  return { kind: "typescript", id, name: "", source, foreign: {}, saved: null };
}

export function inputCell(id: string, value: InputCell["value"], control?: InputCell["control"]): InputCell {
  return {
    kind: "input",
    id,
    name: id,
    label: "",
    control: control ?? { form: "slider", min: 0, max: 100, step: 1 },
    value,
    foreign: {},
    saved: null,
  };
}

export function textCell(id: string, source = ""): MarkdownCell {
  return { kind: "markdown", id, name: "", source, foreign: {}, saved: null };
}

export function analysisCell(id: string, table: string, analysis = "attrition"): AnalysisCell {
  return { kind: "analysis", id, name: "", analysis, table, params: {}, foreign: {}, saved: null };
}

/** One event after another; gives the last session and everything that was to be done on the way. */
export function play(session: Session, ...events: Event[]): { session: Session; effects: Effect[] } {
  const effects: Effect[] = [];
  let now = session;
  for (const event of events) {
    const [next, more] = update(now, event, 1000);
    now = next;
    effects.push(...more);
  }
  return { session: now, effects };
}

/** Lets every started cell finish, in turn, as DuckDB would. `fail` names cells that throw. */
export function settle(start: Session, fail: readonly string[] = []): { session: Session; ran: string[] } {
  const ran: string[] = [];
  let session = start;
  for (let i = 0; i < 100; i += 1) {
    const id = session.notebook.cells.find((cell) => session.runs[cell.id]?.status === "running")?.id;
    if (id === undefined) return { session, ran };
    ran.push(id);
    const { number } = session.runs[id]!;
    const cell = session.notebook.cells.find((one) => one.id === id)!;
    const event: Event = fail.includes(id)
      ? { type: "cell-failed", cell: id, number, error: { code: "sql", message: "broken" } }
      : { type: "cell-finished", cell: id, number, output: outputOf(cell, number, session.notebook) };
    session = play(session, event).session;
  }
  throw new Error("the session never settles");
}

function outputOf(cell: Cell, number: number, notebook: Notebook): CellOutput {
  switch (cell.kind) {
    case "sql":
      return rows;
    case "typescript": {
      const defined = definedNames(cell).map((name) => ({ name, description: "number" }));
      return { form: "parts", number, parts: [], defined };
    }
    case "markdown":
      return { form: "texts", values: [] };
    case "analysis":
      return { ...figures, analysis: cell.analysis, request: requestOf(cell, notebook) };
    case "input":
    case "foreign":
      return figures;
  }
}

function requestOf(cell: AnalysisCell, { data, settings }: Notebook): Request {
  const slot = data.find(({ table }) => table.toLowerCase() === cell.table.toLowerCase()) ?? null;
  const { values } = readParams(analysisById(cell.analysis)?.params ?? {}, cell.params);
  return askedOf(cell, slot, settings.weekStart, data, values);
}

export function run(session: Session, ...cells: string[]) {
  return settle(play(session, { type: "run-requested", cells }).session);
}

export function statuses(session: Session): Record<string, string> {
  return Object.fromEntries(
    session.notebook.cells.map((cell) => [cell.id, session.runs[cell.id]?.status ?? "never"]),
  );
}

export const rows: CellOutput = { form: "table", columns: [], rowCount: 1, first: [["1"]] };
const figures = {
  form: "analysis" as const,
  analysis: "attrition",
  request: {} as never,
  result: {},
  ran: [],
};

export function loadedTable(name: string, rowCount = 3): ImportedTable {
  return {
    name,
    file: { name: `${name}.csv`, bytes: 10 * rowCount, modified: 0 },
    columns: [
      { name: "customer", type: "VARCHAR", kind: "text" },
      { name: "time", type: "TIMESTAMP", kind: "timestamp" },
    ],
    rowCount,
    plan: {
      version: 1,
      source: {
        format: "text",
        encoding: "utf-8",
        delimiter: ",",
        quote: '"',
        header: true,
        skip: 0,
        dropTotals: true,
      },
      entry: null,
      zone: "UTC",
      missing: [],
      columns: [],
    },
    unread: { rows: 0, cells: 0, first: [], table: null },
    missing: [],
    replacedSigns: 0,
    renamed: [],
    notes: [],
  };
}

export function load(name: string, rowCount = 3, sha256?: string): Event[] {
  const file = new File([], `${name}.csv`);
  return [
    { type: "files-given", files: [{ load: `load ${name}`, table: name, file }], kept: false },
    {
      type: "load-finished",
      load: `load ${name}`,
      loaded: loadedTable(name, rowCount),
      roles: { customer: "customer", time: "time" },
      rule: { form: "any", events: [], minPerDay: 1, conditions: [], after: null },
      sha256,
    },
  ];
}

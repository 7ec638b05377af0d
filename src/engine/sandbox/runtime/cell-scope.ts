import type { ArrowRows } from "../../data/database";
import { type PlainValue, plainLiteral } from "../../data/plain-value";
import { name, sql as sqlText } from "../../data/sql";
import { limits } from "../limits";
import type { Question } from "./questions";
import { seededRandom } from "./random";
import { RuntimeFault } from "./runtime-fault";
import type { CellShow } from "./show";
import { readSandboxTable } from "./table";

/** One run of a cell, as its scope sees it. */
export interface Run {
  readonly cell: string;
  readonly number: number;
  readonly width: number;
  /** Resolves when the cell runs again or is forgotten. */
  readonly invalidation: Promise<void>;
  /** Nothing it shows or asks counts any more. */
  isOver: boolean;
}

export interface Surroundings {
  readonly show: CellShow;
  ask(cell: string, number: number, question: Question): Promise<unknown>;
  toPlain(value: unknown): PlainValue;
}

/** Everything a cell can use without anybody defining it. */
export function cellScope(run: Run, { show, ask, toPlain }: Surroundings): Record<string, unknown> {
  // What an older run still asks is never answered: it goes no further than its next question.
  const question = (asked: Question) =>
    run.isOver ? new Promise<never>(() => undefined) : ask(run.cell, run.number, asked);

  async function query(text: string): Promise<object> {
    if (text.length > limits.sql)
      throw new RuntimeFault("not-a-value", `statement too long: ${text.length} characters`);
    const rows = (await question({ type: "query", sql: text })) as ArrowRows;
    return readSandboxTable({ name: "", key: "", ...rows }, (text) => show.log(run.cell, "warn", [text]));
  }

  return {
    ...show.scope,
    sql: (strings: readonly string[], ...values: readonly unknown[]) =>
      query(statementOf(strings, values, toPlain)),
    table: (wanted: unknown) => query(sqlText`from ${name(...nameParts(wanted))}`.text),
    analyse: async (id: unknown, options: unknown = {}) =>
      question({ type: "analyse", id: String(id), options: asJson(options) }),
    display: (value: unknown) => (run.isOver ? value : show.display(run.cell, value)),
    view: (element: unknown) => (run.isOver ? undefined : show.view(run.cell, "", element, () => undefined)),
    invalidation: run.invalidation,
    width: run.width,
    random: seededRandom(run.cell),
    console: capturedConsole(run, show),
  };
}

function statementOf(
  strings: readonly string[],
  values: readonly unknown[],
  toPlain: (value: unknown) => PlainValue,
): string {
  if (!Array.isArray(strings)) throw new RuntimeFault("not-a-value", "sql is written as sql`select …`");
  return strings.reduce((text, part, i) => text + (i ? plainLiteral(toPlain(values[i - 1])) : "") + part, "");
}

function nameParts(wanted: unknown): string[] {
  if (typeof wanted === "string" && wanted) return [wanted];
  throw new RuntimeFault("not-a-value", 'table wants a name: table("orders")');
}

function asJson(options: unknown): string {
  const text = JSON.stringify(options) as string | undefined;
  if (text === undefined || text.length > limits.json)
    throw new RuntimeFault("not-a-value", "options of an analysis are plain values, and not many");
  return text;
}

/** What of `console` has a meaning here; the rest of its functions do nothing. */
function capturedConsole(run: Run, show: CellShow): Record<string, unknown> {
  const at =
    (level: "log" | "info" | "warn" | "error") =>
    (...values: readonly unknown[]) => {
      if (!run.isOver) show.log(run.cell, level, values);
    };
  const counts = new Map<string, number>();
  const begun = new Map<string, number>();
  const nothing = () => undefined;
  const log = at("log");
  return {
    log,
    debug: log,
    dir: log,
    table: log,
    trace: log,
    group: log,
    groupCollapsed: log,
    groupEnd: nothing,
    clear: nothing,
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    assert: (holds: unknown, ...values: readonly unknown[]) => {
      if (!holds) at("error")("assertion failed", ...values);
    },
    count: (label = "default") => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      log(`${label}: ${counts.get(label)}`);
    },
    countReset: (label = "default") => void counts.delete(label),
    time: (label = "default") => void begun.set(label, performance.now()),
    timeLog: (label = "default") => log(spent(label, begun)),
    timeEnd: (label = "default") => {
      log(spent(label, begun));
      begun.delete(label);
    },
  };
}

function spent(label: string, begun: ReadonlyMap<string, number>): string {
  return `${label}: ${(performance.now() - (begun.get(label) ?? performance.now())).toFixed(1)} ms`;
}

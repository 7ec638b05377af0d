import { EngineError, framesOf, openDatabase, openSandbox, written } from "../../../src/engine";
import type { CellHost, CellRun, Database, OutputPart } from "../../../src/engine";

/** What a test asks of the page: one cell, run to its end or stopped after a while. */
interface Asked extends Partial<CellRun> {
  readonly body: string;
  readonly stopAfterMs?: number;
}

/** What became of it, as plain data. */
interface Outcome {
  readonly defined: readonly { readonly name: string; readonly description: string }[] | null;
  readonly error: { code: string; message: string; place: unknown; frames: unknown } | null;
  readonly ms: number;
  /** From the stop to the end of the run. */
  readonly stopMs: number | null;
}

const sandbox = openSandbox();
const parts: { cell: string; part: OutputPart }[] = [];
const changes: unknown[] = [];
const asked: string[] = [];
const lost: string[] = [];
let runs = 0;
let database: Promise<Database> | null = null;

sandbox.onLost((reason) => lost.push(reason));

const hostOf = (cell: string): CellHost => ({
  async query(sql) {
    asked.push(sql);
    return rowsOf(sql);
  },
  async analyse(id, options) {
    asked.push(`${id} ${JSON.stringify(options)}`);
    return { id, options };
  },
  show: (part) => parts.push({ cell, part }),
  change: (part, all) => changes.push({ cell, part, all }),
  viewChanged: (name) => changes.push({ cell, name }),
});

async function run({ stopAfterMs, ...given }: Asked): Promise<Outcome> {
  const cell = given.cell ?? "a";
  const stop = new AbortController();
  const begun = performance.now();
  let stoppedAt: number | null = null;
  if (stopAfterMs !== undefined)
    setTimeout(() => {
      stoppedAt = performance.now();
      stop.abort();
    }, stopAfterMs);
  const wanted = {
    cell,
    number: ++runs,
    label: `cell ${cell}`,
    defines: [],
    names: {},
    width: 640,
    ...given,
  };
  const ended = (defined: Outcome["defined"], error: Outcome["error"]): Outcome => ({
    defined,
    error,
    ms: performance.now() - begun,
    stopMs: stoppedAt === null ? null : performance.now() - stoppedAt,
  });
  try {
    return ended((await sandbox.run(wanted, hostOf(cell), stop.signal)).defined, null);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const { code, message, place } = error;
    return ended(null, { code, message, place: place ?? null, frames: framesOf(error) });
  }
}

/** Rows of the real DuckDB. */
async function rowsOf(sql: string) {
  database ??= openDatabase();
  return (await database).arrow(written(sql));
}

/** Puts the rows of a query into the sandbox; how long the putting alone takes. */
async function put(name: string, sql: string): Promise<number> {
  const rows = await rowsOf(sql);
  const begun = performance.now();
  sandbox.putTable({ name, key: `${name} 1`, ...rows });
  return performance.now() - begun;
}

const sheet = { sandbox, run, put, parts, changes, asked, lost, hostOf };
export type Sheet = typeof sheet;
Object.assign(window, { sheet });

import { EngineError } from "../engine-error";
import { type Statement, statements } from "../sql-text";
import type { QueryOptions } from "./database";
import { tellsTypes } from "./arrow-type";
import { carriable, describe, describeIfQuery, describePrefix } from "./describe";
import type { Engine } from "./duckdb-engine";
import { refuseUnavailable } from "./refuse";
import { runStatement } from "./run-statement";
import type { Sql } from "./sql";
import { sqlError } from "./sql-error";
import type { Column } from "./table";

/** An engine that is ready for statements. */
export interface Started {
  readonly engine: Engine;
  readonly connection: number;
  readonly version: string;
}

/** A statement and the text it stands in, where an error will be shown. */
export interface PlacedStatement extends Statement {
  readonly whole: string;
}

/** What the last statement gave, as it came; `columns` where it could be described. */
export interface Rows {
  readonly columns: readonly Column[] | undefined;
  readonly messages: readonly Uint8Array[];
}

export function statementsOf(parts: readonly Sql[]): readonly PlacedStatement[] {
  const all = parts.flatMap(({ text: whole }) => statements(whole).map((one) => ({ ...one, whole })));
  if (all.length) return all;
  const texts = parts.map(({ text }) => text.trim()).join("; ");
  throw new EngineError("not-a-query", `no statement: ${texts || "empty text"}`);
}

export async function runAll(
  { engine, connection }: Started,
  all: readonly PlacedStatement[],
  options: QueryOptions,
): Promise<Rows> {
  all.forEach(refuseUnavailable);
  const last = all.at(-1)!;
  for (const statement of all.slice(0, -1)) await runOne(engine, connection, statement, options);
  if (options.isOwn) {
    const messages = await runOne(engine, connection, last, options).catch(ifCarriable);
    if (messages && tellsTypes(messages[0]!)) return { columns: undefined, messages };
  }
  // What cannot be described is not a query, or wrong; running it tells which.
  const columns = await describeIfQuery(engine, connection, last.text);
  const messages = await runOne(engine, connection, last, options, columns);
  return { columns, messages };
}

/** What Arrow cannot carry is asked for as text once its type is known. */
function ifCarriable(error: unknown): undefined {
  if (!(error instanceof EngineError && error.message.includes("Unsupported Arrow type"))) throw error;
}

async function runOne(
  engine: Engine,
  connection: number,
  { text, start, whole }: PlacedStatement,
  options: QueryOptions,
  columns: readonly Column[] = [],
): Promise<readonly Uint8Array[]> {
  try {
    return await runStatement(engine, connection, carriable(text, columns), options);
  } catch (cause) {
    throw cause instanceof EngineError ? cause : sqlError(cause, text, whole.slice(0, start));
  }
}

export async function describeOne(
  { engine, connection }: Started,
  whole: string,
): Promise<readonly Column[]> {
  const [only, another] = statements(whole);
  if (!only || another) throw new EngineError("not-a-query", `not one query: ${whole.trim()}`);
  return describe(engine, connection, only.text).catch((cause: unknown) => {
    throw sqlError(cause, only.text, whole.slice(0, only.start), describePrefix.length);
  });
}

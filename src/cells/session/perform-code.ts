import { isFault, type PlainValue, type Template } from "../../engine";
import {
  bound,
  codeOf,
  faultAsError,
  readNames,
  relationsIn,
  runSql,
  templateOf,
  type CellError,
  type CellOutput,
  type Sources,
} from "../kinds";
import type { MarkdownCell, SqlCell, TypescriptCell } from "../model";
import { codeHost } from "./code-host";
import type { Effect } from "./effect";
import type { Workplace } from "./perform-run";

type RunEffect = Extract<Effect, { type: "run" }>;
type Answer = CellOutput | { error: CellError };

/** The query with its `${…}` filled, over tables, results and values of code. */
export async function runSqlCell(
  cell: SqlCell,
  { sources, width }: RunEffect,
  place: Workplace,
  signal: AbortSignal,
): Promise<Answer> {
  const template = templateOf(cell);
  // Before the values: their expressions may ask for the same tables.
  await place.tables.forSql(relationsOf(cell, sources), sources, signal);
  const values = await valuesIn(template, { sources, width }, place, signal);
  return runSql(cell, bound(cell.source, template, values), await place.database(), signal);
}

/** The values that stand in prose. */
export async function runMarkdownCell(
  cell: MarkdownCell,
  { sources, width }: RunEffect,
  place: Workplace,
  signal: AbortSignal,
): Promise<Answer> {
  await place.tables.forSql(relationsIn(cell), sources, signal);
  return { form: "texts", values: await valuesIn(templateOf(cell), { sources, width }, place, signal) };
}

export async function runTypescriptCell(
  cell: TypescriptCell,
  { number, label, sources, width }: RunEffect,
  place: Workplace,
  signal: AbortSignal,
): Promise<Answer> {
  const code = codeOf(cell);
  if (isFault(code)) return { error: faultAsError(code) };
  await place.tables.forSql(relationsOf(cell, sources), sources, signal);
  const names = await place.tables.forCode(code.reads, sources, signal);
  const life = place.lives.begin(cell.id, number);
  try {
    const { defined } = await place
      .sandbox()
      .run(
        { cell: cell.id, number, label, body: code.body, defines: code.defines, names, width },
        { ...codeHost(place.database, place.session), ...life.host },
        signal,
      );
    return { form: "parts", number, parts: [], defined };
  } finally {
    life.flush();
  }
}

/** Relations that the cell names, and those that a table picker names for it. */
function relationsOf(cell: SqlCell | TypescriptCell, sources: Sources): readonly string[] {
  const known = new Set(readNames(cell));
  return [...relationsIn(cell), ...Object.keys(sources).filter((name) => !known.has(name))];
}

/** Inputs are known here; only other expressions need the sandbox. */
async function valuesIn(
  { holes }: Template,
  { sources, width }: Pick<RunEffect, "sources" | "width">,
  { tables, sandbox, database, session }: Workplace,
  signal: AbortSignal,
): Promise<readonly PlainValue[]> {
  const known = holes.map((hole) => {
    const source = hole.name === null ? undefined : sources[hole.name];
    return source?.from === "input" ? { value: source.value } : null;
  });
  const codes = holes.flatMap(({ code }, i) => (known[i] || isFault(code) ? [] : [code]));
  if (!codes.length) return known.map((one) => one?.value ?? null);
  const names = await tables.forCode(
    codes.flatMap((code) => code.reads),
    sources,
    signal,
  );
  const expressions = codes.map(({ body, reads }) => ({ body, reads }));
  const given = { ...names, width: { from: "plain" as const, value: width } };
  const found = [...(await sandbox().evaluate(expressions, given, signal, codeHost(database, session)))];
  return known.map((one) => (one ? one.value : (found.shift() ?? null)));
}

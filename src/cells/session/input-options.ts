import {
  EngineError,
  name,
  plainLiteral,
  readTemplate,
  sql,
  written,
  type Database,
  type Table,
} from "../../engine";
import { errorOf, plainValueOf, queryOf, type InputOptionsAnswer } from "../kinds";
import type { Cell, InputCell } from "../model";

const mostOptions = 1000;
/** Nobody sees such a query run, so nobody could stop it. */
const longestMs = 10_000;
/** Queries that took longer: asked again with every change of the data they would stand in everybody's way. */
const tooLong = new Set<string>();

/** The first column of the options' query: each value once, in the order of the rows. */
export async function inputOptions(
  cell: InputCell,
  cells: readonly Cell[],
  database: Database,
): Promise<InputOptionsAnswer> {
  const { control } = cell;
  if ((control.form !== "select" && control.form !== "multi-select") || control.options.from !== "query")
    return { values: [], more: false };
  try {
    const found = queryOf(filled(control.options.sql, cells));
    if (!found) throw new EngineError("not-a-query", "nothing to ask: the query for the options is empty");
    if ("refused" in found) throw new EngineError("not-a-query", `not a query: ${found.refused}`);
    const rows = await firstColumn(found.query, database);
    const values = [...new Set(rows.values("value").map(String))];
    return { values: values.slice(0, mostOptions), more: values.length > mostOptions };
  } catch (error) {
    return { error: errorOf(error) };
  }
}

// A query that pivots runs already when its columns are asked for: the whole of it has to come to an end in time.
async function firstColumn(text: string, database: Database): Promise<Table> {
  const stopped = new EngineError("stopped", "stopped: the query for the choices takes too long");
  if (tooLong.has(text)) throw stopped;
  const signal = AbortSignal.timeout(longestMs);
  const query = written(text);
  try {
    const columns = await database.query(
      sql`describe select * from (${query}
)`,
      { signal, changesNothing: true },
    );
    if (!columns.rowCount) throw new EngineError("missing-column", "missing column: the query gives none");
    const first = name(String(columns.value(0, "column_name")));
    return await database.query(
      sql`select ${first}::varchar as value from (${query}
) where ${first} is not null limit ${100 * mostOptions}`,
      { signal, changesNothing: true },
    );
  } catch (error) {
    if (!signal.aborted) throw error;
    tooLong.add(text);
    throw stopped;
  }
}

/** Other inputs may narrow the choices; whatever else could stand in `${…}` would have to run first. */
function filled(text: string, cells: readonly Cell[]): string {
  const { parts, holes } = readTemplate(text, "sql");
  const values = holes.map((hole) => {
    const input = cells.find((one) => one.kind === "input" && one.name === hole.name);
    if (input?.kind !== "input")
      throw new EngineError("not-a-value", `not the name of an input: ${hole.text.trim()}`);
    return plainLiteral(plainValueOf(input));
  });
  return parts.map((part, i) => (i ? values[i - 1]! : "") + part).join("");
}

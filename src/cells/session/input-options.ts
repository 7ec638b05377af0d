import { EngineError, name, plainLiteral, readTemplate, sql, written, type Database } from "../../engine";
import { errorOf, plainValueOf, queryOf, type InputOptionsAnswer } from "../kinds";
import type { Cell, InputCell } from "../model";

const mostOptions = 1000;

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
    const query = written(found.query);
    const [first] = await database.describe(query);
    if (!first) throw new EngineError("missing-column", "missing column: the query gives none");
    const rows = await database.query(
      sql`select ${name(first.name)}::varchar as value from (${query}
) where ${name(first.name)} is not null limit ${100 * mostOptions}`,
      { changesNothing: true },
    );
    const values = [...new Set(rows.values("value").map(String))];
    return { values: values.slice(0, mostOptions), more: values.length > mostOptions };
  } catch (error) {
    return { error: errorOf(error) };
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

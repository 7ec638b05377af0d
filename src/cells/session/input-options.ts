import { EngineError, name, sql, written, type Database } from "../../engine";
import { errorOf, queryOf, type InputOptionsAnswer } from "../kinds";
import type { InputCell } from "../model";

const mostOptions = 1000;

/** The first column of the options' query: each value once, in the order of the rows. */
export async function inputOptions(cell: InputCell, database: Database): Promise<InputOptionsAnswer> {
  const { control } = cell;
  if ((control.form !== "select" && control.form !== "multi-select") || control.options.from !== "query")
    return { values: [], more: false };
  try {
    const found = queryOf(control.options.sql);
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

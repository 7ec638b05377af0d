import type { JsonSource } from "../plan";
import { innerKey, jsonColumns, type JsonKey } from "./json-columns";
import { jsonValues } from "./json-values";
import type { Part } from "./part";
import { type Row, rowParts } from "./row-parts";
import type { Source } from "./source";

export function jsonParts(
  source: Source,
  plan: JsonSource,
  headers: readonly string[],
  most?: number,
): AsyncGenerator<Part> {
  return rowParts(jsonRows(source, plan, headers), null, most);
}

/** A row for each object; keys that come up later are columns at the end, so that none is lost. */
export async function* jsonRows(
  source: Source,
  { nested }: JsonSource,
  known: readonly string[],
): AsyncGenerator<Row> {
  const columns = jsonColumns(known);
  for await (const { value, line, bytesRead, broken } of jsonValues(source)) {
    if (broken) {
      const { headers } = columns;
      yield { cells: [broken.text], line, bytesRead, rejected: broken.reason, headers };
      continue;
    }
    const cells: (string | null)[] = [];
    for (const [key, cell] of fieldsOf(value, nested, columns.root)) {
      const place = columns.placeOf(key);
      while (cells.length < place) cells.push(null);
      cells[place] = cell;
    }
    yield { cells, line, bytesRead, headers: columns.headers };
  }
}

function fieldsOf(
  value: unknown,
  nested: JsonSource["nested"],
  within: JsonKey,
): [key: JsonKey, cell: string | null][] {
  if (value === null || typeof value !== "object") return [[innerKey(within, "value"), cellOf(value)]];
  return Object.entries(value).flatMap(([name, field]: [string, unknown]): [JsonKey, string | null][] => {
    const key = innerKey(within, name);
    const isInner =
      nested === "columns" && field !== null && typeof field === "object" && !Array.isArray(field);
    return isInner ? fieldsOf(field, nested, key) : [[key, cellOf(field)]];
  });
}

function cellOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

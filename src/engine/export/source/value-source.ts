import { Bool, Float64, Int64, Table, tableToIPC, Utf8, vectorFromArray } from "apache-arrow";
import type { ColumnKind } from "../../data/table";
import { EngineError } from "../../engine-error";
import type { ExportSource } from "./export-source";

/** A column of a table that is in the page and not in DuckDB. */
export interface ValueColumn {
  readonly name: string;
  /** All of one kind besides null: whole numbers, numbers, truths, or texts. */
  readonly values: readonly (string | number | boolean | null)[];
}

/** Small tables, as those of a report. Names that stand twice get a number. */
export function valueSource(columns: readonly ValueColumn[]): ExportSource {
  const names = freeNames(columns.map(({ name }) => name));
  const typed = columns.map(({ values }) => typedValues(values));
  const table = new Table(
    Object.fromEntries(typed.map(({ vector }, c) => [`c${c}`, vector])) as Record<
      string,
      (typeof typed)[0]["vector"]
    >,
  );
  const messages = [new Uint8Array(tableToIPC(table, "stream"))];
  const described = names.map((name, c) => ({ name, type: typed[c]!.type, kind: typed[c]!.kind }));
  return {
    columns: described,
    rowCount: columns[0]?.values.length ?? 0,
    asText: () => Promise.resolve([]),
    async *windows() {
      yield await Promise.resolve({ columns: described, messages });
    },
    close: () => Promise.resolve(),
  };
}

function typedValues(values: ValueColumn["values"]) {
  const given = values.filter((value) => value !== null);
  const make = (
    type: string,
    kind: ColumnKind,
    arrow: Bool | Int64 | Float64 | Utf8,
    all: readonly unknown[],
  ) => ({
    type,
    kind,
    vector: vectorFromArray(all, arrow),
  });
  if (given.length && given.every((value) => typeof value === "boolean"))
    return make("BOOLEAN", "boolean", new Bool(), values);
  if (given.length && given.every((value) => typeof value === "number")) {
    const whole = given.every((value) => Number.isSafeInteger(value));
    if (!whole) return make("DOUBLE", "number", new Float64(), values);
    const digits = values.map((value) => (value === null ? null : BigInt(value)));
    return make("BIGINT", "integer", new Int64(), digits);
  }
  if (given.every((value) => typeof value === "string")) return make("VARCHAR", "text", new Utf8(), values);
  throw new EngineError("not-a-value", "values of several kinds in one column");
}

function freeNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${name}_${n}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

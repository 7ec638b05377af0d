import fc from "fast-check";
import type { ActivityRule } from "../../../src/analyses";
import type { Cell, DataSlot, Notebook, SavedResult } from "../../../src/cells/model";

/** Any notebook that can exist in memory, strange texts and keys included. */
const text = fc.string({ unit: "binary", maxLength: 30 });
const words = fc.oneof(
  text,
  fc.constantFrom("a\nb\r\nc", "\n", "\n\n", "</script>", "\u2028", "\ud800", "`${x}`"),
);
const id = fc.stringMatching(/^[a-zA-Z0-9_-]{1,64}$/);
const count = fc.nat();

// JSON has no -0; a key `__proto__` is a key like another.
const json = fc
  .jsonValue({ maxDepth: 3, stringUnit: "binary" })
  .map((value): unknown => JSON.parse(JSON.stringify(value)));
const key = fc.oneof(text, fc.constantFrom("__proto__", "constructor", "toString", "1", "vscode", "tags"));
const object = fc.array(fc.tuple(key, json), { maxLength: 4 }).map(Object.fromEntries<unknown>);
const foreign = object.map((entries) => {
  const ours = ["ebb", "trusted", "vscode", "title", "language_info", "orig_nbformat"];
  return Object.fromEntries(Object.entries(entries).filter(([name]) => !ours.includes(name)));
});
const withRest = fc.oneof(
  foreign,
  fc.tuple(foreign, text).map(([entries, later]) => ({ ...entries, ebb: { later } })),
);

const columns = fc.array(fc.record({ name: text, type: text, kind: text }), { maxLength: 3 });

const rule: fc.Arbitrary<ActivityRule> = fc.record({
  form: fc.constantFrom("any", "listed", "except"),
  events: fc.array(text, { maxLength: 3 }),
  minPerDay: count,
  conditions: fc.array(
    fc.record({
      column: text,
      operator: fc.constantFrom(">=", "<=", "=", "<>"),
      value: fc.oneof(text, count),
    }),
    { maxLength: 2 },
  ),
  after: fc.option(fc.record({ event: text, withinHours: count })),
});

const slot: fc.Arbitrary<DataSlot> = fc.record({
  table: fc.string({ minLength: 1 }),
  fileName: text,
  bytes: count,
  rowCount: count,
  columns,
  roles: fc.record({ customer: text, time: text, end: text }, { requiredKeys: [] }),
  rule,
  endIsLastPaidDay: fc.boolean(),
  options: fc.option(
    fc.record(
      {
        delimiter: text,
        quote: text,
        header: fc.boolean(),
        skip: count,
        decimal: fc.constantFrom(".", ","),
        encoding: fc.constantFrom("utf-8", "utf-16", "utf-16be", "latin-1", "windows-1251", "koi8-r"),
        dateFormat: text,
        timestampFormat: text,
        types: fc.array(text, { maxLength: 3 }),
      },
      { requiredKeys: ["delimiter", "quote", "header", "skip", "decimal", "encoding", "types"] },
    ),
  ),
});

const stream = fc.record({
  output_type: fc.constant("stream"),
  name: text,
  text: fc.oneof(text, fc.array(text)),
});
const foreignResult = fc.record({
  form: fc.constant("foreign" as const),
  outputs: fc.array<unknown>(stream, { minLength: 1, maxLength: 3 }),
});

const saved: fc.Arbitrary<SavedResult | null> = fc.oneof(
  fc.constant(null),
  fc.record({
    form: fc.constant("analysis" as const),
    analysis: text,
    at: text,
    request: json,
    result: json,
    html: words,
    text: words,
    figures: fc.array(fc.record({ svg: words, text: words }), { maxLength: 2 }),
  }),
  fc.record({
    form: fc.constant("table" as const),
    at: text,
    columns,
    rows: fc.array(fc.array(fc.option(words), { maxLength: 3 }), { maxLength: 3 }),
    rowCount: count,
  }),
  fc.record({ form: fc.constant("error" as const), at: text, name: text, message: words }),
  foreignResult,
);

const base = { id, name: text, foreign: withRest, saved };
const lines = fc.oneof(words, fc.array(words, { maxLength: 4 }));

const foreignCell: fc.Arbitrary<Cell> = fc
  .tuple(id, fc.constantFrom("code", "raw"), foreign, lines, fc.option(count), fc.option(foreignResult))
  .map(([id, cell_type, metadata, source, execution_count, outputs]) => ({
    kind: "foreign",
    id,
    name: "",
    foreign: {},
    source: typeof source === "string" ? source : source.join(""),
    raw: { cell_type, metadata, source, ...(cell_type === "code" ? { execution_count } : {}) },
    saved: cell_type === "code" ? outputs : null,
  }));

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record(
    {
      ...base,
      kind: fc.constant("markdown" as const),
      source: words,
      saved: fc.constant(null),
      attachments: object,
    },
    { requiredKeys: ["id", "name", "foreign", "saved", "kind", "source"] },
  ),
  fc.record({ ...base, kind: fc.constant("sql" as const), source: words }),
  fc.record({ ...base, kind: fc.constant("analysis" as const), analysis: text, table: text, params: object }),
  foreignCell,
);

export const anyNotebook: fc.Arbitrary<Notebook> = fc.record({
  id,
  title: text,
  cells: fc.uniqueArray(cell, { selector: (one) => one.id, maxLength: 6 }),
  data: fc.uniqueArray(slot, { selector: (one) => one.table.toLowerCase(), maxLength: 2 }),
  settings: fc.record({
    runMode: fc.constantFrom("auto", "manual"),
    weekStart: fc.constantFrom("monday", "sunday"),
  }),
  foreign: withRest,
});

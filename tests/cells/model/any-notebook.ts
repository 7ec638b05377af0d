import fc from "fast-check";
import type { ActivityRule } from "../../../src/analyses";
import { appended } from "../../../src/cells/model/ledger/ledger";
import type { NewEntry } from "../../../src/cells/model/ledger/ledger-entry";
import {
  directions,
  fittedValue,
  isId,
  type Cell,
  type DataSlot,
  type InputCell,
  type InputControl,
  type InputOptions,
  type Ledger,
  type Notebook,
  type SavedResult,
} from "../../../src/cells/model";
import { anyPlan } from "./any-plan";

/** Any notebook that can exist in memory, strange texts and keys included. */
const text = fc.string({ unit: "binary", maxLength: 30 });
const words = fc.oneof(
  text,
  fc.constantFrom("a\nb\r\nc", "\n", "\n\n", "</script>", "\u2028", "\ud800", "`${x}`"),
);
const id = fc.stringMatching(/^[a-zA-Z0-9_-]{1,64}$/).filter(isId);
const count = fc.nat();

// JSON has no -0; a key `__proto__` is a key like another.
const json = fc
  .jsonValue({ maxDepth: 3, stringUnit: "binary" })
  .map((value): unknown => JSON.parse(JSON.stringify(value)));
const key = fc.oneof(text, fc.constantFrom("__proto__", "constructor", "toString", "1", "vscode", "tags"));
const object = fc.array(fc.tuple(key, json), { maxLength: 4 }).map(Object.fromEntries<unknown>);
const foreign = object.map((entries) => {
  const ours = ["ebb", "trusted", "vscode", "title", "language_info", "orig_nbformat"];
  // Of the names that nbformat itself gives a meaning, one; with what it may hold.
  const official = [
    "kernelspec",
    "authors",
    "name",
    "jupyter",
    "collapsed",
    "scrolled",
    "execution",
    "format",
  ];
  const others = Object.entries(entries).filter(([name]) => ![...ours, ...official].includes(name));
  return Object.fromEntries(others.map(([name, value]) => [name, name === "tags" ? ["a", "b c"] : value]));
});
const bundle = fc.array(
  fc.oneof(
    fc.tuple(fc.constantFrom("text/plain", "image/png", "x", "__proto__"), fc.oneof(text, fc.array(text))),
    fc.tuple(fc.constantFrom("application/json", "application/vnd.x.v1+json"), json),
  ),
  { maxLength: 3 },
);
const attachments = fc
  .array(fc.tuple(key, bundle.map(Object.fromEntries<unknown>)), { maxLength: 3 })
  .map(Object.fromEntries<unknown>);
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
  table: fc.string({ minLength: 1 }).filter((name) => !(name in {})),
  fileName: text,
  bytes: count,
  rowCount: count,
  columns,
  roles: fc.record({ customer: text, time: text, end: text }, { requiredKeys: [] }),
  rule,
  endIsLastPaidDay: fc.boolean(),
  plan: fc.option(anyPlan),
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

const figure = <T>(svg: fc.Arbitrary<T>) =>
  fc.record(
    { svg, text: words, png: fc.record({ base64: text, width: count, height: count }) },
    { requiredKeys: ["svg", "text"] },
  );

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
    figures: fc.array(figure(words), { maxLength: 2 }),
  }),
  fc.record({
    form: fc.constant("parts" as const),
    at: text,
    parts: fc.array(json, { maxLength: 2 }),
    shown: fc.array(figure(fc.option(words)), { minLength: 1, maxLength: 2 }),
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

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0);
const day = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10));
const limits = <T>(one: fc.Arbitrary<T>, isLess: (a: T, b: T) => boolean) =>
  fc
    .tuple(fc.option(one), fc.option(one))
    .map(([a, b]) => (a !== null && b !== null && isLess(b, a) ? { min: b, max: a } : { min: a, max: b }));
const steps = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
const options: fc.Arbitrary<InputOptions> = fc.oneof(
  fc.record({ from: fc.constant("list" as const), values: fc.uniqueArray(words, { maxLength: 8 }) }),
  fc.record({ from: fc.constant("query" as const), sql: words }),
);
const control: fc.Arbitrary<InputControl> = fc.oneof(
  fc
    .tuple(number, number, steps)
    .map(([a, b, step]) => ({ form: "slider" as const, min: Math.min(a, b), max: Math.max(a, b), step })),
  fc
    .tuple(
      limits(number, (a, b) => a < b),
      fc.option(steps),
    )
    .map(([between, step]) => ({ form: "number" as const, ...between, step })),
  fc.record({ form: fc.constantFrom("select", "multi-select"), options }),
  fc
    .tuple(
      fc.constantFrom("date" as const, "date-range" as const),
      limits(day, (a, b) => a < b),
    )
    .map(([form, between]) => ({ form, ...between })),
  fc.record({ form: fc.constant("column" as const), table: text }),
  fc.record({ form: fc.constantFrom("text", "checkbox", "table") }),
);

export const anyInputValue: fc.Arbitrary<unknown> = fc.oneof(
  json,
  words,
  number,
  day,
  fc.tuple(day, day),
  fc.array(words),
);

export const anyInput: fc.Arbitrary<InputCell> = fc
  .tuple(fc.record({ ...base, label: words, control }), anyInputValue)
  .map(([cell, value]) => ({ ...cell, kind: "input", value: fittedValue(cell.control, value) }));

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
      attachments,
    },
    { requiredKeys: ["id", "name", "foreign", "saved", "kind", "source"] },
  ),
  fc.record({ ...base, kind: fc.constant("sql" as const), source: words }),
  fc.record({ ...base, kind: fc.constant("analysis" as const), analysis: text, table: text, params: object }),
  anyInput,
  foreignCell,
);

const hex = fc.stringMatching(/^[0-9a-f]{64}$/);
const at = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((one) => one.toISOString());
const said = fc.string({ unit: "binary", minLength: 1, maxLength: 30 });
const question = { analysis: text, table: text, cell: text };
const tried = fc.oneof(fc.constant(null), fc.boolean(), number, text, fc.array(text), fc.array(number));

export const anyClaim = fc.record({
  kind: fc.constant("claim" as const),
  at,
  ...question,
  behaviour: said,
  direction: fc.constantFrom(...directions),
  metric: said,
  threshold: said,
  settings: hex,
});

export const anyTrial = fc.record({
  kind: fc.constant("trial" as const),
  at,
  ...question,
  params: fc.dictionary(fc.stringMatching(/^[a-zA-Z]{1,8}$/), tried, { noNullPrototype: true }),
  settings: hex,
  data: hex,
  said: fc.option(
    fc.record({
      level: fc.constantFrom("certain", "likely", "cannot-tell", "refused"),
      sentence: text,
      number: text,
    }),
  ),
});

/** What can come to stand in a trail. */
export const anyEntry: fc.Arbitrary<NewEntry> = fc.oneof(
  anyClaim,
  anyTrial,
  fc.record({
    kind: fc.constant("erased" as const),
    at,
    count: fc.integer({ min: 1, max: 1e9 }),
    head: hex,
  }),
  fc.record({ kind: fc.constant("lost" as const), count: fc.integer({ min: 1, max: 1e9 }) }),
);

/** A trail whose chain holds, or one that somebody has changed. */
export const anyLedger: fc.Arbitrary<Ledger> = fc.oneof(
  fc.array(anyEntry, { maxLength: 4 }).map((entries) => entries.reduce<Ledger>(appended, [])),
  fc.array(
    fc.tuple(anyEntry, hex).map(([entry, hash]) => ({ ...entry, hash })),
    { maxLength: 3 },
  ),
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
  ledger: anyLedger,
  foreign: withRest,
});

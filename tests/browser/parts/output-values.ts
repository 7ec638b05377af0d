import type { Column, Inspected, OutputPart } from "../../../src/engine";

/** Made-up results of a cell: rows, and one value of every kind. */
export const plans = ["basic", "pro", "team"];
const months = Array.from({ length: 24 }, (_, i) => new Date(Date.UTC(2023, i, 1)));
export const data = plans.flatMap((plan, p) =>
  months.map((month, i) => ({ month, plan, share: 0.06 + 0.02 * p + 0.03 * Math.sin(i / 3 + p) })),
);
export const columns: Column[] = [
  { name: "month", type: "DATE", kind: "date" },
  { name: "plan", type: "VARCHAR", kind: "text" },
  { name: "share", type: "DOUBLE", kind: "number" },
];

export const text = (value: string): Inspected => ({ type: "string", text: value });
export const number = (value: number): Inspected => ({ type: "number", text: String(value) });
export const object = (entries: Record<string, Inspected>, name = "Object"): Inspected => ({
  type: "object",
  name,
  size: Object.keys(entries).length,
  entries: Object.entries(entries).map(([key, value]) => ({ key, value })),
  ref: null,
});
export const list = (values: Inspected[], size = values.length, ref: number | null = null): Inspected => ({
  type: "array",
  name: "Array",
  size,
  entries: values.map((value, i) => ({ key: String(i), value })),
  ref,
});
const rowsValue = list(
  data.slice(0, 30).map(({ plan, share }) => object({ plan: text(plan), share: number(share) })),
  72,
  1,
);

export const values: OutputPart[] = [
  { kind: "value", part: 1, value: number(0.1 + 0.2), isRows: false },
  { kind: "value", part: 2, value: text('said "no"'), isRows: false },
  { kind: "value", part: 3, value: { type: "undefined", text: "undefined" }, isRows: false },
  { kind: "value", part: 4, value: text("a long line of words. ".repeat(40)), isRows: false },
  {
    kind: "value",
    part: 5,
    value: object(
      {
        plan: text("basic"),
        seats: number(12),
        since: { type: "date", text: "2024-03-01T00:00:00.000Z" },
        tags: list([text("a"), text("b")]),
        owner: { type: "null", text: "null" },
        big: { type: "bigint", text: "9007199254740993n" },
        on: { type: "boolean", text: "true" },
        price: { type: "function", text: "price()" },
        "left on": { type: "undefined", text: "undefined" },
        seen: {
          type: "map",
          name: "Map",
          size: 2,
          entries: [
            { key: text("k"), value: number(1) },
            { key: object({ a: number(1) }), value: number(2) },
          ],
          ref: null,
        },
        failed: { type: "error", text: "TypeError: x is not a function" },
      },
      "Customer",
    ),
    isRows: false,
  },
  { kind: "value", part: 6, value: rowsValue, isRows: true },
  { kind: "table", part: 7, columns, rowCount: data.length, first: [] },
  {
    kind: "console",
    part: 8,
    level: "log",
    values: [text("read"), number(72), object({ rows: number(72) })],
  },
  { kind: "console", part: 9, level: "info", values: [text("two\nlines")] },
  { kind: "console", part: 10, level: "warn", values: [text("the column amount holds numbers above 2^53")] },
  {
    kind: "console",
    part: 11,
    level: "error",
    values: [text("it failed:"), { type: "error", text: "RangeError: too deep" }],
  },
];

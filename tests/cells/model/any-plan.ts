import fc from "fast-check";
import type { ImportPlan } from "../../../src/engine";

const text = fc.string({ maxLength: 8 });
const name = fc.string({ minLength: 1, maxLength: 8 });
const words = fc.array(text, { maxLength: 3 });
const marks = fc.record(
  {
    decimal: fc.constantFrom(".", ","),
    thousands: fc.constantFrom("", " ", ",", ".", "'"),
    isPercent: fc.boolean(),
    isAccounting: fc.boolean(),
  },
  { requiredKeys: ["decimal", "thousands"] },
) as fc.Arbitrary<{ decimal: "." | ","; thousands: "" | " " }>;
const zone = fc.constantFrom("UTC", "Europe/Moscow", "America/New_York");
const edges = { header: fc.boolean(), skip: fc.nat(), dropTotals: fc.boolean() };

const reading = fc.oneof(
  fc.record({ form: fc.constantFrom("text" as const, "stored" as const) }),
  fc.record({ form: fc.constant("boolean" as const), yes: words, no: words }),
  fc.record({ form: fc.constantFrom("whole" as const, "number" as const), marks }),
  fc.record({ form: fc.constant("decimal" as const), marks, scale: fc.nat(37) }),
  fc.record(
    {
      form: fc.constantFrom("date" as const, "timestamp" as const),
      formats: words,
      epoch: fc.constantFrom("seconds" as const, "milliseconds" as const, "days-1900" as const),
      zone,
    },
    { requiredKeys: ["form"] },
  ),
);

/** Any plan of an import that a notebook may hold. */
export const anyPlan: fc.Arbitrary<ImportPlan> = fc.record({
  version: fc.constant(1 as const),
  source: fc.oneof(
    fc.record({
      format: fc.constant("text" as const),
      encoding: fc.constantFrom("utf-8", "utf-16le", "windows-1251", "koi8-r"),
      delimiter: fc.constantFrom(",", ";", "\t", "||", "blanks"),
      quote: fc.constantFrom("", '"', "'"),
      ...edges,
    }),
    fc.record({ format: fc.constant("json" as const), nested: fc.constantFrom("text", "columns") }),
    fc.record({ format: fc.constant("xlsx" as const), sheet: text, ...edges }),
    fc.record({ format: fc.constantFrom("parquet" as const, "arrow" as const) }),
  ) as fc.Arbitrary<ImportPlan["source"]>,
  entry: fc.option(text),
  zone,
  missing: words,
  columns: fc.array(
    fc.record(
      { header: text, name, reading, missing: words, isKept: fc.boolean(), isChosen: fc.boolean() },
      { requiredKeys: ["header", "name", "reading", "isKept", "isChosen"] },
    ),
    { maxLength: 3 },
  ),
});

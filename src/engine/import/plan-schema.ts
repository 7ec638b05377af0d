import * as v from "valibot";
import type { ImportPlan } from "./plan";
import type { Reading } from "./reading";

const marks = v.object({
  decimal: v.picklist([".", ","]),
  thousands: v.picklist(["", " ", ",", ".", "'"]),
  isPercent: v.optional(v.boolean()),
  isAccounting: v.optional(v.boolean()),
  currency: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(6))),
});

const words = v.array(v.string());

const reading: v.GenericSchema<unknown, Reading> = v.variant("form", [
  v.object({ form: v.literal("text") }),
  v.object({ form: v.literal("stored") }),
  v.object({ form: v.literal("boolean"), yes: words, no: words }),
  v.object({ form: v.picklist(["whole", "number"]), marks }),
  v.object({
    form: v.literal("decimal"),
    marks,
    scale: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(37)),
  }),
  v.object({
    form: v.picklist(["date", "timestamp"]),
    formats: v.optional(words),
    epoch: v.optional(v.picklist(["seconds", "milliseconds", "days-1900"])),
    zone: v.optional(v.pipe(v.string(), v.check(isZone, "unknown time zone"))),
  }),
]);

const edges = {
  header: v.boolean(),
  skip: v.pipe(v.number(), v.integer(), v.minValue(0)),
  dropTotals: v.boolean(),
};

/** What a notebook file may say about an import; everything else is refused before it reaches the engine. */
export const importPlan: v.GenericSchema<unknown, ImportPlan> = v.object({
  version: v.literal(1),
  source: v.variant("format", [
    v.object({
      format: v.literal("text"),
      encoding: v.pipe(v.string(), v.check(isEncoding, "unknown encoding")),
      // DuckDB's reader takes up to four bytes.
      delimiter: v.pipe(v.string(), v.minLength(1), v.maxLength(6)),
      quote: v.pipe(v.string(), v.maxLength(1)),
      ...edges,
    }),
    v.object({ format: v.literal("json"), nested: v.picklist(["text", "columns"]) }),
    v.object({ format: v.literal("xlsx"), sheet: v.string(), ...edges }),
    v.object({ format: v.literal("parquet") }),
    v.object({ format: v.literal("arrow") }),
    v.object({ format: v.literal("duckdb"), table: v.string() }),
  ]),
  entry: v.nullable(v.string()),
  zone: v.pipe(v.string(), v.check(isZone, "unknown time zone")),
  missing: words,
  columns: v.array(
    v.object({
      header: v.string(),
      name: v.pipe(v.string(), v.minLength(1)),
      reading,
      missing: v.optional(words),
      isKept: v.boolean(),
      isChosen: v.boolean(),
      widenedFrom: v.optional(reading),
    }),
  ),
  joined: v.optional(v.object({ column: v.pipe(v.string(), v.minLength(1)) })),
  rows: v.optional(
    v.variant("take", [
      v.object({ take: v.literal("first"), count: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
      v.object({
        take: v.literal("sample"),
        share: v.pipe(v.number(), v.gtValue(0), v.maxValue(1)),
        by: v.string(),
        seed: v.pipe(v.number(), v.integer()),
      }),
    ]),
  ),
});

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

import * as v from "valibot";
import { roleNames, type ActivityRule, type RoleMapping } from "../../analyses";
import { importPlan } from "../../engine";
import { everyObjectHas } from "./id";
import { isObject } from "./nbformat";
import type { DataSlot, NotebookSettings } from "./notebook";

/** What a file may say of a notebook. A file comes from anybody: all of it is checked here, once. */

const count = v.pipe(v.number(), v.finite(), v.minValue(0));

const rule: v.GenericSchema<unknown, ActivityRule> = v.object({
  form: v.picklist(["any", "listed", "except"]),
  events: v.array(v.string()),
  minPerDay: count,
  conditions: v.array(
    v.object({
      column: v.string(),
      operator: v.picklist([">=", "<=", "=", "<>"]),
      value: v.union([v.string(), v.pipe(v.number(), v.finite())]),
    }),
  ),
  after: v.nullable(v.object({ event: v.string(), withinHours: count })),
});

/** Roles this version does not know are left out. */
const roles: v.GenericSchema<unknown, RoleMapping> = v.pipe(
  v.custom<Record<string, unknown>>(isObject),
  v.transform((found): RoleMapping => {
    const known = roleNames.filter((role) => typeof found[role] === "string");
    return Object.fromEntries(known.map((role) => [role, found[role]]));
  }),
);

const columns = v.array(v.object({ name: v.string(), type: v.string(), kind: v.string() }));

export const dataSlot: v.GenericSchema<unknown, DataSlot> = v.object({
  table: v.pipe(
    v.string(),
    v.minLength(1),
    v.check((name) => !everyObjectHas(name)),
  ),
  fileName: v.string(),
  bytes: count,
  rowCount: count,
  columns,
  roles,
  rule,
  endIsLastPaidDay: v.boolean(),
  // Without them the file is looked at again, as on the first day.
  plan: v.fallback(v.nullable(importPlan), null),
  sha256: v.optional(v.string()),
  digest: v.fallback(
    v.optional(
      v.array(
        v.object({
          name: v.string(),
          filled: count,
          distinct: count,
          from: v.optional(v.string()),
          to: v.optional(v.string()),
          values: v.optional(v.array(v.object({ value: v.string(), count }))),
          hasRare: v.optional(v.literal(true)),
        }),
      ),
    ),
    undefined,
  ),
});

export const settings: v.GenericSchema<unknown, NotebookSettings> = v.object({
  runMode: v.picklist(["auto", "lazy", "manual"]),
  weekStart: v.picklist(["monday", "sunday"]),
});

/** Keys of an object that the file fills: they are read one by one and never looked up on it. */
const origin = {
  engine: v.string(),
  data: v.array(
    v.object({ table: v.string(), file: v.string(), rows: count, sha256: v.optional(v.string()) }),
  ),
  code: v.optional(v.string()),
  above: v.optional(v.array(v.object({ cell: v.string(), sha256: v.string() }))),
  inputs: v.optional(v.record(v.string(), v.unknown())),
  varies: v.optional(v.literal(true)),
};

const mark = v.object({
  rows: v.string(),
  ordered: v.nullable(v.string()),
  columns: v.array(v.string()),
});

const present = v.custom<unknown>((value) => value !== undefined);

/** Values in prose: nbformat has no outputs for Markdown, so they stand in our own part of the metadata. */
export const textsJson = v.object({
  stale: v.optional(v.literal(true)),
  form: v.literal("texts"),
  at: v.string(),
  texts: v.array(v.string()),
  carries: v.optional(v.object(origin)),
});

/** The result in `application/vnd.ebb.result+json`; what is inside is checked by the analysis' own schema. */
export const resultJson = v.variant("form", [
  v.object({
    stale: v.optional(v.literal(true)),
    form: v.literal("analysis"),
    analysis: v.string(),
    at: v.string(),
    request: present,
    result: present,
    carries: v.optional(
      v.object({
        definition: v.string(),
        sql: v.array(v.object({ name: v.string(), sql: v.string() })),
        ...origin,
      }),
    ),
  }),
  v.object({
    stale: v.optional(v.literal(true)),
    form: v.literal("parts"),
    at: v.string(),
    parts: v.array(v.unknown()),
    carries: v.optional(
      v.object({ ...origin, defined: v.array(v.object({ name: v.string(), description: v.string() })) }),
    ),
  }),
  v.object({
    stale: v.optional(v.literal(true)),
    form: v.literal("table"),
    at: v.string(),
    columns,
    rows: v.array(v.array(v.nullable(v.string()))),
    rowCount: count,
    carries: v.optional(v.object({ ...origin, mark: v.optional(v.nullable(mark)) })),
  }),
]);

import * as v from "valibot";
import { rowCountsSchema } from "../row-counts";
import { churnIds, definitionIds } from "./definitions";

const day = v.pipe(v.string(), v.isoDate());

/** Numerator and denominator as its definition counts them; an interval only where both count different customers. */
const counted = {
  x: v.number(),
  n: v.number(),
  rate: v.nullable(v.number()),
  interval: v.nullable(v.tuple([v.number(), v.number()])),
  /** Against our own definition, in shares; null without a base. */
  difference: v.nullable(v.number()),
};

export const definitionsResult = v.object({
  rows: rowCountsSchema,
  /** First day of which nothing is known; null when no row could be used. */
  asOf: v.nullable(day),
  grain: v.picklist(["day", "week", "month"]),
  k: v.number(),
  definitions: v.array(v.object({ id: v.picklist(definitionIds), ...counted })),
  month: v.nullable(
    v.object({
      opens: day,
      closes: day,
      isComplete: v.boolean(),
      /** The log begins too late to tell everybody who was there at the start. */
      isCut: v.boolean(),
      gap: v.number(),
      atStart: v.number(),
      joined: v.number(),
      atEnd: v.number(),
    }),
  ),
  churn: v.array(v.object({ id: v.picklist(churnIds), ...counted })),
  /** The same month by contracts; absent where none are known. */
  contracts: v.optional(
    v.nullable(
      v.object({
        opens: day,
        closes: day,
        isComplete: v.boolean(),
        grace: v.number(),
        atStart: v.number(),
        joined: v.number(),
        atEnd: v.number(),
        churn: v.array(v.object({ id: v.picklist(churnIds), ...counted })),
      }),
    ),
  ),
});

export type DefinitionsResult = v.InferOutput<typeof definitionsResult>;
export type Defined = DefinitionsResult["definitions"][number];
export type DefinedChurn = DefinitionsResult["churn"][number];

import * as v from "valibot";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";
import { sides } from "./query";

const day = v.pipe(v.string(), v.isoDate());
const change = v.object({
  estimate: v.number(),
  interval: v.tuple([v.number(), v.number()]),
  p: v.nullable(v.number()),
});
export type Change = v.InferOutput<typeof change>;

/** What is compared. */
export const both = ["before", "after"] as const;
export const parts = ["touched", "others"] as const;

export const beforeAfterResult = v.object({
  rows: rowCountsSchema,
  clock: v.nullable(v.object({ firstDay: day, asOf: day })),
  states: v.array(v.object({ side: v.picklist(sides), customers: v.number() })),
  parts: v.array(v.object({ part: v.picklist(parts), before: shareSchema, after: shareSchema })),
  /** After less before, of those who met the action. */
  change: v.nullable(change),
  /** The same less the change of those who did not. */
  beyond: v.nullable(change),
  /** Change of the others, where there are some. */
  elsewhere: v.nullable(change),
  /** Segmented regression over weeks of beginners: where the line after stands above the one before, at the action and at the end. */
  line: v.nullable(v.object({ level: change, atEnd: change, isLikeInTime: v.boolean() })),
  weeks: v.array(v.object({ week: v.number(), side: v.picklist(["before", "after"]), share: shareSchema })),
  /** Weeks with beginners on each side. */
  weeksBefore: v.number(),
  weeksAfter: v.number(),
  /** Other actions within the time that is compared. */
  overlapping: v.array(day),
});
export type BeforeAfterResult = v.InferOutput<typeof beforeAfterResult>;

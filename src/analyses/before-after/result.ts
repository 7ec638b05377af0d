import * as v from "valibot";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";
import { sides } from "./query";
import { staggeredSchema } from "./staggered-result";

const day = v.pipe(v.string(), v.isoDate());
const interval = v.tuple([v.number(), v.number()]);
const change = v.object({ estimate: v.number(), interval, p: v.nullable(v.number()) });
export type Change = v.InferOutput<typeof change>;

/** What is compared. */
export const both = ["before", "after"] as const;
export const parts = ["touched", "others"] as const;

/** What has a value here that is not there is read from results older than it. */
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
  line: v.nullable(
    v.object({
      level: change,
      atEnd: change,
      isLikeInTime: v.boolean(),
      /** By week: the fitted share, and the line before carried onwards, with its interval. */
      points: v.optional(
        v.array(
          v.object({ week: v.number(), fitted: v.number(), without: v.number(), withoutInterval: interval }),
        ),
        [],
      ),
    }),
  ),
  /** Of those who met the action. */
  weeks: v.array(v.object({ week: v.number(), side: v.picklist(both), share: shareSchema })),
  /** Touched less others, in each week in which both had beginners. */
  apart: v.optional(
    v.array(v.object({ week: v.number(), side: v.picklist(both), difference: v.number(), interval })),
    [],
  ),
  /**
   * Did both move alike before the action? How far apart they drifted a week, and what that makes from the middle of the weeks
   * before to the middle of those after, by which the difference of differences would be off. Null without three weeks of both.
   */
  trend: v.optional(
    v.nullable(
      v.object({
        weeks: v.number(),
        slope: v.number(),
        level: v.number(),
        middle: v.number(),
        interval,
        p: v.number(),
        drift: v.number(),
        driftInterval: interval,
      }),
    ),
    null,
  ),
  /** Weeks with beginners on each side. */
  weeksBefore: v.number(),
  weeksAfter: v.number(),
  /** Other actions within the time that is compared. */
  overlapping: v.array(day),
  /** Where each customer has a day of its own; all else but rows and clock is empty then. */
  staggered: v.optional(v.nullable(staggeredSchema), null),
});
export type BeforeAfterResult = v.InferOutput<typeof beforeAfterResult>;

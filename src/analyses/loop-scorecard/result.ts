import * as v from "valibot";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";
import { chosenSchema } from "./chosen";
import { measuredIds } from "./stages-query";

const day = v.pipe(v.string(), v.isoDate());
const interval = v.tuple([v.number(), v.number()]);
/** A number with an interval, or without one where it cannot be told. */
const estimate = v.object({ value: v.number(), interval: v.nullable(interval) });
export type Estimate = v.InferOutput<typeof estimate>;

/** Of those who were still there at the end of the stage's time, how many are still there later: who did it beside who did not. */
const keptSchema = v.object({
  done: shareSchema,
  missed: shareSchema,
  /** Had gone before the stage's time was over; they are not compared. */
  gone: v.object({ done: v.number(), missed: v.number() }),
  difference: v.nullable(
    v.object({ value: v.number(), interval, p: v.nullable(v.number()), q: v.nullable(v.number()) }),
  ),
});

const npsSchema = v.object({
  promoters: v.number(),
  passives: v.number(),
  detractors: v.number(),
  /** −100 to 100; null without answers. */
  score: v.nullable(estimate),
});
export type NpsOf = v.InferOutput<typeof npsSchema>;

export const loopResult = v.object({
  rows: rowCountsSchema,
  clock: v.nullable(v.object({ firstDay: day, asOf: day })),
  chosen: chosenSchema,
  /** Names of events in the log. */
  names: v.number(),
  stages: v.array(
    v.object({
      id: v.picklist(measuredIds),
      /** Of those who entered and whose time is over. */
      share: shareSchema,
      /** Their time is not over yet. */
      open: v.number(),
      /** Median days until it was done, of those who did it. */
      days: v.nullable(v.number()),
      kept: keptSchema,
    }),
  ),
  steps: v.array(v.object({ event: v.string(), share: shareSchema })),
  /** Whole months: who came in at the door, and who left. Null where it is not measured or not known yet. */
  doors: v.array(v.object({ month: day, entrance: v.nullable(shareSchema), leak: v.nullable(shareSchema) })),
  invites: v.nullable(
    v.object({
      customers: v.number(),
      marks: v.array(
        v.object({
          day: v.number(),
          /** Customers who sent one, and of whose invitations one was accepted. */
          inviters: shareSchema,
          successful: v.number(),
          sent: v.number(),
          accepted: v.number(),
          perCustomer: v.nullable(estimate),
          acceptance: v.nullable(estimate),
          /** Accepted invitations a customer. */
          k: v.nullable(estimate),
        }),
      ),
    }),
  ),
  nps: v.nullable(
    v.object({
      given: v.number(),
      /** Rows whose number is none of 0 to 10. */
      refused: v.number(),
      quarters: v.array(
        v.object({
          quarter: day,
          isOpen: v.boolean(),
          counts: npsSchema,
          /** Of those who were asked in the quarter, who answered in it; null where nobody knows who was asked. */
          response: v.nullable(shareSchema),
          change: v.nullable(estimate),
          /** A change that two quarters of so many answers show four times in five. */
          visible: v.nullable(v.number()),
        }),
      ),
      stayed: npsSchema,
      left: npsSchema,
      difference: v.nullable(estimate),
    }),
  ),
});

export type LoopResult = v.InferOutput<typeof loopResult>;
export type Stage = LoopResult["stages"][number];

import * as v from "valibot";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";
import { curveSchema, intervalsSchema } from "../time-to-churn/result";

const day = v.pipe(v.string(), v.isoDate());
const interval = v.tuple([v.number(), v.number()]);

export const onboardingResult = v.object({
  rows: rowCountsSchema,
  clock: v.nullable(v.object({ asOf: day, gap: v.number(), from: v.nullable(day) })),
  days: v.array(v.object({ day: v.number(), share: shareSchema })),
  /** When customers leave, day by day; null where nobody could be seen to leave. */
  losses: v.nullable(v.object({ curve: curveSchema, intervals: intervalsSchema })),
  early: v.nullable(
    v.object({
      early: v.number(),
      horizon: v.number(),
      lostEarly: v.number(),
      lost: v.number(),
      share: v.number(),
      interval: v.nullable(interval),
      /** With a constant hazard that loses as many by the horizon. */
      expected: v.number(),
      /** The part of time: what would be expected if hardly anybody left. */
      even: v.number(),
      difference: v.number(),
      differenceInterval: interval,
    }),
  ),
  value: v.nullable(v.object({ event: v.string(), curve: curveSchema })),
  funnel: v.nullable(
    v.object({
      within: v.number(),
      entered: v.number(),
      steps: v.array(
        v.object({
          event: v.string(),
          /** Of all who began, and of those who came to the step before. */
          ofAll: shareSchema,
          ofBefore: shareSchema,
          medianDays: v.nullable(v.number()),
        }),
      ),
    }),
  ),
});

export type OnboardingResult = v.InferOutput<typeof onboardingResult>;

import * as v from "valibot";
import { rowCountsSchema } from "../row-counts";
import { omissions } from "./lives";
import { units } from "./params";

const day = v.pipe(v.string(), v.isoDate());
const interval = v.tuple([v.number(), v.number()]);
const bound = v.nullable(v.number());

/** One row of the curve: all that happened at a time, and the share still there after it. */
const stepSchema = v.object({
  time: v.number(),
  atRisk: v.number(),
  events: v.number(),
  censored: v.number(),
  entered: v.number(),
  survival: v.number(),
  standardError: v.nullable(v.number()),
  interval: v.nullable(interval),
});
export type Step = v.InferOutput<typeof stepSchema>;

export const curveSchema = v.object({
  /** 1 to 8 by size, 0 unknown; null: everybody. */
  place: v.nullable(v.number()),
  /** The level's own name; null of everybody, of the unknown and of all further levels together. */
  level: v.nullable(v.string()),
  customers: v.number(),
  events: v.number(),
  lastTime: v.number(),
  steps: v.array(stepSchema),
  /** Half have left; with the bounds that the data reach, and how many were at risk then. */
  median: v.object({ time: bound, interval: v.tuple([bound, bound]), atRisk: bound }),
  horizons: v.array(
    v.object({
      at: v.number(),
      /** Null: the data do not reach there. */
      survival: v.nullable(v.number()),
      interval: v.nullable(interval),
      atRisk: v.number(),
    }),
  ),
  /** Mean time up to tau. */
  mean: v.nullable(v.object({ mean: v.number(), standardError: v.number(), interval: v.nullable(interval) })),
  /** Delayed entry: from this time on the curve is 0 although others enter later; it says nothing beyond. */
  emptied: bound,
});
export type Curve = v.InferOutput<typeof curveSchema>;

const test = v.nullable(v.object({ chiSquare: v.number(), df: v.number(), p: v.number() }));

export const intervalsSchema = v.array(
  v.object({
    from: v.number(),
    to: v.number(),
    atRisk: v.number(),
    events: v.number(),
    censored: v.number(),
    entered: v.number(),
    personTime: v.number(),
    hazard: v.nullable(v.number()),
    hazardInterval: v.nullable(interval),
  }),
);

export const churnResult = v.object({
  mode: v.picklist(["inactivity", "contracts", "durations"]),
  unit: v.picklist(units),
  scale: v.picklist(["log-log", "log", "plain"]),
  refused: v.nullable(v.picklist(["no event", "no such event", "too many times"])),
  rows: v.nullable(rowCountsSchema),
  clock: v.nullable(
    v.object({ asOf: day, firstDay: v.nullable(day), gap: v.number(), from: v.nullable(day) }),
  ),
  /** What silence is usual: 19 of 20 customers with two active days or more have a median gap of at most `p95` days. */
  usual: v.nullable(v.object({ p95: v.nullable(v.number()), customers: v.number() })),
  /** Values of the column that says who has left. */
  statuses: v.array(v.object({ status: v.string(), rows: v.number() })),
  omitted: v.array(v.object({ why: v.picklist(omissions), customers: v.number() })),
  facts: v.object({
    ids: v.number(),
    changed: v.number(),
    inFirstWeek: v.number(),
    days: v.nullable(v.number()),
    people: v.number(),
    silent: v.number(),
  }),
  overall: curveSchema,
  groups: v.array(curveSchema),
  tau: v.nullable(v.number()),
  intervals: intervalsSchema,
  /** Null without groups. */
  comparison: v.nullable(
    v.object({
      logRank: test,
      peto: test,
      crossing: v.boolean(),
      /** Mean time up to tau of each other group less that of the first one. */
      differences: v.array(
        v.object({
          place: v.number(),
          difference: v.number(),
          interval: interval,
          p: v.number(),
          q: v.number(),
        }),
      ),
      first: v.nullable(v.number()),
    }),
  ),
});
export type ChurnResult = v.InferOutput<typeof churnResult>;

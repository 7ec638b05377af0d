import * as v from "valibot";
import { statusesSchema } from "../statuses";
import { comparedEntries } from "../levers/compared";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";

const day = v.pipe(v.string(), v.isoDate());
const interval = v.tuple([v.number(), v.number()]);
const hazard = v.nullable(v.object({ ratio: v.number(), interval }));

/** What a behaviour is, as the method of the report defines it. */
export const classes = [
  "too rare",
  "real candidate",
  "reversed",
  "survivor artefact",
  "common but useless",
  "cannot tell",
] as const;
export type BehaviourClass = (typeof classes)[number];

const behaviour = v.object({
  form: v.picklist(["lever", "first-use"]),
  behaviour: v.string(),
  cut: v.nullable(v.number()),
  class: v.picklist(classes),
  /** Those who have done it, of those of the group of whom it is known. */
  best: shareSchema,
  current: shareSchema,
  lost: shareSchema,
  /** Best less those who left: difference of shares, phi, and whether they could be the same. */
  difference: v.nullable(v.object({ value: v.number(), interval })),
  phi: v.nullable(v.number()),
  p: v.nullable(v.number()),
  q: v.nullable(v.number()),
  /** Those who stayed, of all compared with the behaviour and of all without. */
  with: shareSchema,
  without: shareSchema,
  /** Of those who stayed and of those who left, of how many it is not known. */
  unknown: v.object({ current: shareSchema, lost: shareSchema }),
  /** Hazard of leaving; null where nobody knows when it began. */
  time: v.nullable(
    v.object({
      customers: v.number(),
      used: v.number(),
      naive: hazard,
      inTime: hazard,
      landmark: hazard,
      /** Still there after the landmark: with the behaviour by then, and without. */
      exposed: v.number(),
      others: v.number(),
      isArtefact: v.boolean(),
    }),
  ),
});

export const survivorshipResult = v.object({
  mode: v.picklist(["activity", "contracts", "columns"]),
  rows: v.nullable(rowCountsSchema),
  status: v.nullable(statusesSchema),
  ...comparedEntries,
  best: v.object({
    customers: v.number(),
    /** From which value of the column of tenure on, or up to which day of beginning a customer is among them. */
    tenure: v.nullable(v.number()),
    began: v.nullable(day),
  }),
  /** Customers of a log, those silent for long when it ends, and the days it covers; null in a table. */
  quiet: v.nullable(v.object({ customers: v.number(), quiet: v.number(), days: v.number() })),
  /** Days of a step of time where beginnings are compared. */
  unit: v.number(),
  /** The largest difference first. */
  behaviours: v.array(behaviour),
});
export type SurvivorshipResult = v.InferOutput<typeof survivorshipResult>;
export type BehaviourResult = SurvivorshipResult["behaviours"][number];
export type TimeResult = NonNullable<BehaviourResult["time"]>;

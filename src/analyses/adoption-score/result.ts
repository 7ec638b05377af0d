import * as v from "valibot";
import { statusesSchema } from "../statuses";
import { gateColours } from "../levers/gate";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";
import { checks } from "./checks";
import { versions } from "./versions";
import { weightProblems } from "./weights";

const number = v.number();
const day = v.nullable(v.pipe(v.string(), v.isoDate()));
const interval = v.tuple([number, number]);
const estimate = v.object({ value: number, interval });
const area = v.object({ auc: number, interval: v.nullable(interval) });

const checkSchema = v.object({
  check: v.picklist(checks),
  state: v.picklist(["pass", "fail", "cannot-tell"]),
  value: v.nullable(number),
  interval: v.nullable(interval),
  other: v.nullable(number),
  /** Levers, by place, that the answer hangs on. */
  levers: v.array(number),
  segment: v.nullable(v.object({ control: number, segment: v.string() })),
});

const contenderSchema = v.variant("ok", [
  v.object({ ok: v.literal(false), version: v.picklist(versions), why: v.picklist(weightProblems) }),
  v.object({
    ok: v.literal(true),
    version: v.picklist(versions),
    /** Of each lever, 100 together. */
    weights: v.array(number),
    /** Levers cut to 0 because they count against staying. */
    clipped: v.array(number),
    /** On the customers the weights were found on. */
    apparent: v.nullable(area),
    /** On customers the weights have not seen, fold by fold. */
    validated: v.nullable(
      v.object({
        auc: number,
        interval: v.nullable(interval),
        brier: number,
        brierOfBaseRate: number,
        slope: v.nullable(estimate),
        inTheLarge: v.nullable(estimate),
      }),
    ),
    /** Of each weight, over resamples of the customers; null for weights that do not hang on the data. */
    intervals: v.nullable(v.array(interval)),
    /** Weights of those who began earlier, on those who began later. */
    later: v.nullable(
      v.object({
        ...area.entries,
        customers: number,
        stayed: number,
        /** Customers of whom it was expected that they stay. */
        expected: number,
        slope: v.nullable(number),
        weights: v.array(number),
        /** What the later ones would weigh by themselves. */
        anew: v.nullable(v.array(number)),
      }),
    ),
    checks: v.array(checkSchema),
  }),
]);

export const scoreResult = v.object({
  mode: v.picklist(["activity", "contracts", "columns"]),
  refused: v.nullable(v.literal("overlap")),
  rows: v.nullable(rowCountsSchema),
  status: v.nullable(statusesSchema),
  facts: v.nullable(
    v.object({
      customers: number,
      used: number,
      lost: number,
      excluded: v.record(v.string(), number),
      firstObserved: day,
      lastOutcome: day,
      asOf: day,
    }),
  ),
  levers: v.array(
    v.object({
      behaviour: v.string(),
      cut: v.nullable(number),
      /** Of those it is known of: on. */
      on: shareSchema,
      /** Stayed of those of whom it is on, and off. */
      stayedOn: shareSchema,
      stayedOff: shareSchema,
      /** Log odds beside all other levers and the controls; null without a model. */
      coefficient: v.nullable(number),
      phi: number,
      /** Area under the curve of its measure alone. */
      separates: v.nullable(number),
    }),
  ),
  controls: v.array(v.object({ column: v.string(), isBanded: v.boolean() })),
  gate: v.nullable(
    v.object({
      colour: v.picklist(gateColours),
      events: number,
      rarer: v.picklist(["lost", "stayed"]),
      needed: v.nullable(number),
      mostLevers: v.nullable(number),
      toAmber: v.nullable(v.object({ events: number, customers: number })),
      toGreen: v.nullable(v.object({ events: number, customers: number })),
    }),
  ),
  /** Not every lever is known of these: the models leave them out. */
  incomplete: v.object({ customers: number, lost: number }),
  replicates: number,
  contenders: v.array(contenderSchema),
  /** Passes most checks, and by which weights customers are scored: places among the contenders. */
  winner: v.nullable(number),
  chosen: v.nullable(number),
  /** Customers by score, rising; one score each, or a fifth of the scale. */
  bands: v.array(v.object({ from: number, to: number, score: number, stayed: shareSchema })),
  /** Mean score of those who stayed and left; null where nobody has one. */
  means: v.object({ stayed: v.nullable(number), left: v.nullable(number) }),
  /** Everybody with a score, also those whose outcome is not known; null where nobody could be scored. */
  scored: v.nullable(
    v.object({
      customers: number,
      mean: v.nullable(number),
      median: v.nullable(number),
      partial: number,
      /** No lever that counts is known. */
      without: number,
      /** Outcome not known yet, or gone before it began. */
      unknown: number,
      high: shareSchema,
      low: shareSchema,
    }),
  ),
});

export type ScoreResult = v.InferOutput<typeof scoreResult>;
export type ContenderResult = ScoreResult["contenders"][number];
export type CheckResult = v.InferOutput<typeof checkSchema>;

/** The version by which customers are scored; null where there is none. */
export function chosenOf({ contenders, chosen }: Pick<ScoreResult, "contenders" | "chosen">) {
  const found = chosen === null ? undefined : contenders[chosen];
  return found?.ok ? found : null;
}

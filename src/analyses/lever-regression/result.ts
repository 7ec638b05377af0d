import * as v from "valibot";
import { statusesSchema } from "../statuses";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";

const number = v.number();
const orNull = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);
const interval = v.tuple([number, number]);
/** A bound is null where the likelihood never falls so far: none. */
const openInterval = v.tuple([orNull(number), orNull(number)]);
const direction = v.picklist(["up", "down", "either"]);
const thing = v.object({ form: v.picklist(["lever", "control"]), place: number });

/** A lever in the model, of which staying is the outcome: a positive coefficient goes with staying. */
const leverEstimate = v.object({
  /** The others that add up to it, so that it has no place of its own (none: it is the same for all); null: it has one. */
  repeats: orNull(v.array(thing)),
  /** It fixes the outcome of some: no finite estimate without a penalty. */
  separated: orNull(direction),
  /** How well it tells by itself who stays, 0 to 1. */
  auc: orNull(number),
  mean: number,
  deviation: number,
  /** Log odds by a unit of the lever. */
  coefficient: orNull(number),
  standardError: orNull(number),
  interval: orNull(openInterval),
  p: orNull(number),
  /** As if the threshold had been known: p and intervals are corrected for the search. Null: nothing was searched. */
  plain: v.optional(orNull(number), null),
  q: orNull(number),
  /** Average marginal effect as a difference of shares, by a unit. */
  effect: orNull(v.object({ points: number, interval })),
  /** With nothing held alike. */
  crude: orNull(v.object({ coefficient: number, p: number, q: orNull(number) })),
  gvif: orNull(number),
  /** p of a bend. */
  bent: orNull(number),
  /** The one other thing without which it looks most as it does alone; coefficient and p without that. */
  explanation: orNull(v.object({ ...thing.entries, coefficient: number, p: number })),
});

const test = v.object({ chiSquare: number, df: number, p: number });

const controlEstimate = v.object({
  control: number,
  test: orNull(test),
  gvif: orNull(v.object({ gvif: number, df: number, scaled: number })),
  segments: v.array(
    v.object({
      segment: v.string(),
      coefficient: orNull(number),
      interval: orNull(openInterval),
      separated: orNull(direction),
    }),
  ),
});

/** Two levers that go together; p of one beside all but the other, where it has nothing left beside the other. */
const pair = v.object({
  a: number,
  b: number,
  correlation: number,
  aWithoutB: orNull(number),
  bWithoutA: orNull(number),
  /** Of both together, beside all others; q among the tests of the others. */
  together: orNull(v.object({ p: number, q: number })),
});

/** Customers alike in all levers, all controls and the outcome: each of them weighs the same in the model. */
const weighty = v.object({
  /** Of each lever; null where it is not known. */
  values: v.array(orNull(number)),
  /** Of each control; null for the one that the others are compared with. */
  segments: v.array(orNull(v.string())),
  hasStayed: v.boolean(),
  /** So many are alike. */
  customers: number,
  leverage: number,
  cook: number,
  /** The lever that one of them moves most, in standard errors. */
  moves: orNull(v.object({ lever: number, by: number })),
});

/** Who weighs most, and levers that would not be told without so few of them, taken from these cells; null: not looked at. */
const influence = v.object({
  cells: v.array(weighty),
  turns: v.array(v.object({ lever: number, customers: number, p: orNull(number), cells: v.array(number) })),
});

const model = v.variant("ok", [
  v.object({
    ok: v.literal(true),
    method: v.picklist(["likelihood", "firth"]),
    reason: orNull(v.picklist(["separated", "few-events", "not-converged", "asked"])),
    separation: orNull(v.object({ kind: v.picklist(["complete", "quasi"]), customers: number })),
    customers: number,
    stayed: number,
    parameters: number,
    eventsPerParameter: orNull(number),
    intercept: orNull(number),
    /** Of maximum likelihood. */
    fit: orNull(
      v.object({
        logLikelihood: number,
        aic: number,
        mcFadden: number,
        coxSnell: number,
        whole: orNull(test),
      }),
    ),
    levers: v.array(leverEstimate),
    controls: v.array(controlEstimate),
    pairs: v.array(pair),
    influence: orNull(influence),
  }),
  v.object({
    ok: v.literal(false),
    why: v.picklist(["no-base", "one-class", "no-intercept", "bad-pattern", "not-converged"]),
  }),
]);

const part = v.object({ value: number, interval: orNull(interval) });

/** How much of what the model knows is each lever's: shares of McFadden's R². */
const shares = v.object({
  whole: number,
  controls: number,
  resamples: number,
  /** So many were asked for. */
  asked: number,
  /** False: the models were not fitted anew in a resample, only what customers add to them was weighed anew. */
  refitted: v.optional(v.boolean()),
  levers: v.array(v.object({ first: part, shapley: part, last: part, largest: orNull(number) })),
});

const path = v.object({
  kind: v.picklist(["ridge", "lasso"]),
  folds: number,
  best: number,
  simplest: number,
  steps: v.array(
    v.object({
      lambda: number,
      deviance: number,
      error: number,
      levers: v.array(orNull(number)),
    }),
  ),
});

/** The same model with what is not known filled in. */
const imputed = v.object({
  why: orNull(v.picklist(["too-many", "never-known", "no-model"])),
  customers: number,
  /** Completed data sets. */
  times: number,
  levers: v.array(
    orNull(
      v.object({
        coefficient: number,
        standardError: number,
        interval,
        df: number,
        p: number,
        q: number,
        /** Share of the information that is missing. */
        missing: number,
        effect: orNull(v.object({ points: number, interval })),
      }),
    ),
  ),
});

const hazard = v.object({ ratio: number, interval, p: number, proportional: orNull(number) });

/** Hazard ratios of leaving by a step of each lever: above 1 it goes with leaving earlier. */
const cox = v.object({
  customers: number,
  left: number,
  /** The longest that anybody was followed. */
  days: number,
  /** Why there are none. */
  why: orNull(v.picklist(["no-base", "no-events", "infinite", "unsettled"])),
  /** Levers whose ratio is 0 or infinite. */
  infinite: v.array(number),
  levers: v.array(orNull(hazard)),
});

export const verdicts = [
  "keep",
  "against",
  "merge",
  "explained",
  "partly",
  "immaterial",
  "reversed",
  "cannot-tell",
  "leak",
  "repeats",
  "constant",
] as const;

const judged = v.object({
  kind: v.picklist(verdicts),
  /** The lever it should be merged with, or what explains it. */
  other: orNull(thing),
});

const lever = v.object({
  behaviour: v.string(),
  cut: orNull(number),
  isSwitch: v.boolean(),
  known: number,
  knownLost: number,
  least: orNull(number),
  most: orNull(number),
  /** Of a switch: customers with it and without it, and those of them who stayed. */
  on: orNull(shareSchema),
  off: orNull(shareSchema),
  judged,
});

export const leverRegressionResult = v.object({
  mode: v.picklist(["activity", "contracts", "columns"]),
  refused: orNull(v.picklist(["overlap"])),
  rows: orNull(rowCountsSchema),
  status: orNull(statusesSchema),
  facts: orNull(
    v.object({
      customers: number,
      used: number,
      lost: number,
      excluded: v.object({
        "not-observed": number,
        "not-there": number,
        contradictory: number,
        "no-status": number,
      }),
      firstObserved: orNull(v.string()),
      lastOutcome: orNull(v.string()),
      asOf: orNull(v.string()),
    }),
  ),
  levers: v.array(lever),
  controls: v.array(v.object({ column: v.string(), isBanded: v.boolean(), reference: v.string() })),
  /** Of whom a lever is not known. */
  incomplete: v.object({ customers: number, lost: number }),
  gate: orNull(
    v.object({
      colour: v.picklist(["red", "amber", "green"]),
      events: number,
      rarer: v.picklist(["lost", "stayed"]),
      needed: orNull(number),
      mostLevers: orNull(number),
      toGreen: orNull(v.object({ events: number, customers: number })),
      toAmber: orNull(v.object({ events: number, customers: number })),
    }),
  ),
  model: orNull(model),
  shares: orNull(shares),
  path: orNull(path),
  imputed: orNull(imputed),
  cox: orNull(cox),
});

export type LeverRegressionResult = v.InferOutput<typeof leverRegressionResult>;
export type LeverResult = LeverRegressionResult["levers"][number];
export type Model = v.InferOutput<typeof model>;
export type Fitted = Extract<Model, { ok: true }>;
export type LeverEstimate = v.InferOutput<typeof leverEstimate>;
export type ControlEstimate = v.InferOutput<typeof controlEstimate>;
export type Pair = v.InferOutput<typeof pair>;
export type LeverSharesResult = v.InferOutput<typeof shares>;
export type PathResult = v.InferOutput<typeof path>;
export type ImputedResult = v.InferOutput<typeof imputed>;
export type Influence = v.InferOutput<typeof influence>;
export type Weighty = v.InferOutput<typeof weighty>;
export type CoxResult = v.InferOutput<typeof cox>;
export type Judged = v.InferOutput<typeof judged>;
export type VerdictKind = (typeof verdicts)[number];

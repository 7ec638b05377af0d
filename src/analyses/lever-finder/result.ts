import * as v from "valibot";
import { comparedEntries } from "../levers/compared";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";

const pair = v.tuple([v.number(), v.number()]);

const honest = v.object({
  apparent: v.number(),
  outOfBag: v.number(),
  point632: v.number(),
  range: pair,
});

/**
 * What can be said of a behaviour: it tells the outcome too well (leak); no line divides it; too few on one side; not better than
 * chance; those with more leave more (reversed); the line holds, or it moves from sample to sample.
 */
export const leverKinds = ["leak", "none", "few", "chance", "reversed", "holds", "moves"] as const;

const lever = v.object({
  behaviour: v.string(),
  /** The line that a person gave; null where it was looked for. */
  given: v.nullable(v.number()),
  kind: v.picklist(leverKinds),
  /** Nobody has another value than two. */
  isSwitch: v.boolean(),
  /** Customers whose measure is known, x: those who stayed. */
  known: shareSchema,
  unknown: shareSchema,
  /** At nought or below, x: those who left. */
  zero: v.object({ x: v.number(), n: v.number() }),
  leak: v.nullable(v.picklist(["auc", "zero"])),
  /** Chance that one who stayed has more than one who left; null without both. */
  auc: v.nullable(v.number()),
  /** Each line that was tried: on it or above, x: those who stayed; how many resamples chose it. */
  candidates: v.array(v.object({ cut: v.number(), n: v.number(), x: v.number(), chosen: v.number() })),
  best: v.nullable(
    v.object({
      /** Place among the candidates. */
      place: v.number(),
      cut: v.number(),
      side: v.picklist(["above", "below"]),
      above: shareSchema,
      below: shareSchema,
      /** Above less below. */
      difference: v.object({ value: v.number(), interval: pair }),
      /** On the good side who stayed; on the other who left; of those who stayed on the good side; of those who left not. */
      ppv: shareSchema,
      npv: shareSchema,
      sensitivity: shareSchema,
      specificity: shareSchema,
      /** Positive where more goes with staying. */
      phi: v.object({ value: v.number(), interval: v.nullable(pair) }),
      /** Of the measure and of the yes/no behaviour, on the good side. */
      measureAuc: v.number(),
      lineAuc: v.number(),
      honestAuc: v.nullable(honest),
      honestPhi: v.nullable(honest),
      resamples: v.number(),
      withinOneStep: v.number(),
      /** Share of the resamples that chose this very line. */
      same: v.number(),
      /** The line moves between these in 90 of 100 resamples. */
      range: pair,
      /** Of the smallest chi-square p, as if nobody had searched; after Miller and Siegmund. */
      plain: v.number(),
      millerSiegmund: v.nullable(v.number()),
      p: v.number(),
      pOfAll: v.number(),
      q: v.number(),
    }),
  ),
  /** Tenths of customers from the least to the most; equal values stay together. x: those who stayed. */
  tenths: v.array(
    v.object({ tenth: v.number(), least: v.number(), most: v.number(), at: v.number(), share: shareSchema }),
  ),
  /** Where the line stands among the customers from the least to the most, 0 to 1. */
  curve: v.array(v.object({ at: v.number(), share: v.number() })),
});

export const finderResult = v.object({
  mode: v.picklist(["activity", "contracts", "columns"]),
  refused: v.nullable(v.picklist(["overlap"])),
  rows: v.nullable(rowCountsSchema),
  status: v.nullable(v.array(v.object({ value: v.string(), customers: v.number() }))),
  ...comparedEntries,
  /** x: those who stayed. */
  overall: shareSchema,
  levers: v.array(lever),
  /** Dealings of the outcome; 0 where nothing could be searched. */
  permutations: v.number(),
  /** Segments of a control in which nobody has a behaviour that others have. */
  unavailable: v.array(
    v.object({
      behaviour: v.string(),
      control: v.string(),
      level: v.nullable(v.string()),
      customers: v.number(),
    }),
  ),
  bandedControls: v.array(v.string()),
});
export type FinderResult = v.InferOutput<typeof finderResult>;
export type FoundLever = FinderResult["levers"][number];
export type FoundLine = NonNullable<FoundLever["best"]>;
export type LeverKind = FoundLever["kind"];

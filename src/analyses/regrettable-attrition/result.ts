import * as v from "valibot";
import { states } from "../attrition/result";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";

const day = v.pipe(v.string(), v.isoDate());

export const classes = ["fit", "unfit", "unknown"] as const;
export type FitClass = (typeof classes)[number];

export const regrettableResult = v.object({
  refused: v.nullable(v.picklist(["no-value", "not-number", "outcome"])),
  rows: v.nullable(rowCountsSchema),
  /** Null when no row could be used. */
  period: v.nullable(
    v.object({ asOf: day, startFrom: day, start: day, endFrom: day, end: day, state: v.picklist(states) }),
  ),
  /** Lost of those at the start, in each class. */
  fit: shareSchema,
  unfit: shareSchema,
  unknown: shareSchema,
  all: shareSchema,
  /** Attrition among the fit if the unknown that stayed all fit and the lost did not, and the other way round. */
  best: shareSchema,
  worst: shareSchema,
  /** Customers whose attribute is only known from the period's start on, contradicts itself, or is no number. */
  later: v.number(),
  contradicting: v.number(),
  unreadable: v.number(),
  effort: v.nullable(v.object({ fit: v.number(), unfit: v.number(), unknown: v.number() })),
  isDated: v.boolean(),
});
export type RegrettableResult = v.InferOutput<typeof regrettableResult>;

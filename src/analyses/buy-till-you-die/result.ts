import * as v from "valibot";
import { rowCountsSchema } from "../row-counts";
import { modelNames } from "./models";

const day = v.pipe(v.string(), v.isoDate());
const numbers = v.record(v.string(), v.number());
const model = v.picklist(modelNames);
const predicted = v.object({ value: v.number(), interval: v.nullable(v.tuple([v.number(), v.number()])) });
const notFitted = ["no-base", "bad-row", "nobody-repeats", "not-converged", "boundary"] as const;

const fit = v.variant("ok", [
  v.object({
    ok: v.literal(true),
    model,
    parameters: numbers,
    standardErrors: numbers,
    logLikelihood: v.number(),
    starts: v.number(),
    agreeing: v.number(),
  }),
  v.object({ ok: v.literal(false), model, why: v.picklist(notFitted) }),
]);

const sums = v.object({
  /** Customers who bought once, and who bought again. */
  once: v.number(),
  again: v.number(),
  /** Sum of P(alive), and purchases in the weeks ahead. */
  alive: v.number(),
  expected: v.number(),
});

const heldRow = v.object({ x: v.number(), customers: v.number(), actual: v.number(), expected: v.number() });
const trackingPoint = v.object({
  t: v.number(),
  actual: v.number(),
  expected: v.number(),
  actualHere: v.number(),
  expectedHere: v.number(),
});

export const buyTillYouDieResult = v.object({
  rows: rowCountsSchema,
  asOf: v.nullable(day),
  /** Day of the first purchase of all. */
  firstDay: v.nullable(day),
  ahead: v.number(),
  customers: v.number(),
  once: v.number(),
  /** Customers who came within the first 30 days of the log. */
  early: v.number(),
  fits: v.array(fit),
  found: v.nullable(
    v.object({
      model,
      newcomer: predicted,
      total: predicted,
      alive: v.number(),
      bands: v.array(sums),
      classes: v.array(sums),
    }),
  ),
  /** Same last purchase, more purchases before it. */
  paradox: v.nullable(
    v.object({
      last: v.number(),
      followed: v.number(),
      rows: v.array(v.object({ x: v.number(), alive: v.number(), expected: v.number() })),
    }),
  ),
  check: v.variant("ok", [
    v.object({ ok: v.literal(false), why: v.picklist(["no-time", "outside", "no-fit"]) }),
    v.object({
      ok: v.literal(true),
      end: day,
      weeks: v.number(),
      customers: v.number(),
      fits: v.array(fit),
      models: v.array(
        v.object({
          model,
          actual: v.number(),
          expected: v.number(),
          rows: v.array(heldRow),
          tracking: v.array(trackingPoint),
        }),
      ),
    }),
  ]),
  money: v.nullable(
    v.variant("ok", [
      v.object({
        ok: v.literal(false),
        why: v.picklist([
          "currencies",
          "no-base",
          "bad-row",
          "all-equal",
          "not-converged",
          "boundary",
          "no-model",
        ]),
      }),
      v.object({
        ok: v.literal(true),
        currency: v.nullable(v.string()),
        customers: v.number(),
        withoutAmount: v.number(),
        correlation: v.nullable(v.number()),
        parameters: numbers,
        standardErrors: numbers,
        logLikelihood: v.number(),
        observed: v.number(),
        mean: v.nullable(v.number()),
        value: v.nullable(v.number()),
        classes: v.nullable(v.array(v.number())),
      }),
    ]),
  ),
});

export type BuyTillYouDieResult = v.InferOutput<typeof buyTillYouDieResult>;

import * as v from "valibot";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";

const day = v.pipe(v.string(), v.isoDate());

const pairSchema = v.object({
  /** Places among `products`: the one that was left or kept, and the other. */
  first: v.number(),
  second: v.number(),
  /** Of those who had left the first at the moment and still had the second: who left the second after it. */
  left: shareSchema,
  /** The same of those who had both at the moment. */
  kept: shareSchema,
  /** Customers who had left both at the moment: in neither of the two. */
  bothLeft: v.number(),
  /** Left less kept with Newcombe's interval; null where one side is empty. */
  difference: v.nullable(v.number()),
  interval: v.nullable(v.tuple([v.number(), v.number()])),
  /** Two shares alike? q: Benjamini–Hochberg over all pairs that are tested. */
  p: v.nullable(v.number()),
  q: v.nullable(v.number()),
});
export type Pair = v.InferOutput<typeof pairSchema>;

export const crossProductResult = v.object({
  mode: v.picklist(["activity", "contracts"]),
  rows: rowCountsSchema,
  /** Null when no row could be used. Both products are had at `earlier`; one is left or not at `moment`; the other at `later`. */
  days: v.nullable(v.object({ asOf: day, firstDay: day, earlier: day, moment: day, later: day })),
  /** The most used ones, by customers who had them at `earlier`. `left`: of those, who had left it at the moment. */
  products: v.array(v.object({ product: v.string(), left: shareSchema })),
  total: v.object({
    products: v.number(),
    customers: v.number(),
    withTwo: v.number(),
    /** Customers who had left two products at the moment. */
    bothLeft: v.number(),
    rowsWithoutProduct: v.number(),
  }),
  pairs: v.array(pairSchema),
  /** The largest differences that stand out, as places among `pairs`. */
  top: v.array(v.number()),
  /** How many stand out. */
  found: v.number(),
});
export type CrossProductResult = v.InferOutput<typeof crossProductResult>;

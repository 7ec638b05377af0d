import * as v from "valibot";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";

const day = v.pipe(v.string(), v.isoDate());
const interval = v.nullable(v.tuple([v.number(), v.number()]));

const themeSchema = v.object({
  /** A known theme, or an own value in lower case. */
  theme: v.string(),
  said: v.string(),
  /** Of those that said why. */
  share: shareSchema,
  /** Of all that left: if none of the silent had it, and if all of them had. */
  least: v.number(),
  most: v.number(),
  mrr: v.nullable(v.number()),
});
export type ThemeRow = v.InferOutput<typeof themeSchema>;

export const exitResult = v.object({
  rows: v.nullable(rowCountsSchema),
  asOf: v.nullable(day),
  /** Codes found, with what they mean. */
  codes: v.array(v.object({ code: v.string(), theme: v.string() })),
  coverage: shareSchema,
  /** Silent and without a contact before leaving, of all that left; null where no column says. */
  silent: v.nullable(shareSchema),
  undated: v.number(),
  money: v.nullable(v.object({ lost: v.number(), interviewed: v.number(), unknown: v.number() })),
  currencies: v.array(v.string()),
  themes: v.array(themeSchema),
  /** Different themes altogether, and those that only one logo named. */
  different: v.number(),
  once: v.number(),
  pairs: v.array(
    v.object({
      first: v.string(),
      second: v.string(),
      firstSaid: v.string(),
      secondSaid: v.string(),
      logos: v.number(),
    }),
  ),
  saturation: v.array(v.object({ interviews: v.number(), themes: v.number() })),
  agreement: v.nullable(
    v.object({
      coded: v.number(),
      themes: v.array(
        v.object({
          theme: v.string(),
          said: v.string(),
          both: v.number(),
          firstOnly: v.number(),
          secondOnly: v.number(),
          kappa: v.nullable(v.number()),
          interval,
        }),
      ),
    }),
  ),
});
export type ExitResult = v.InferOutput<typeof exitResult>;

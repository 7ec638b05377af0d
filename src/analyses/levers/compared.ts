import * as v from "valibot";
import type { LeverFacts } from "./facts";
import { leverExclusions } from "./population";

const day = v.nullable(v.pipe(v.string(), v.isoDate()));

/** Who was compared, as results hold it; entries of a `v.object`. */
export const comparedEntries = {
  customers: v.number(),
  used: v.number(),
  lost: v.number(),
  excluded: v.array(v.object({ why: v.picklist(leverExclusions), customers: v.number() })),
  asOf: day,
  from: day,
  until: day,
};

/** Null: nobody could be asked for. */
export function comparedOf(facts: LeverFacts | null) {
  return {
    customers: facts?.customers ?? 0,
    used: facts?.used ?? 0,
    lost: facts?.lost ?? 0,
    excluded: leverExclusions.flatMap((why) => {
      const customers = facts?.excluded[why] ?? 0;
      return customers > 0 ? [{ why, customers }] : [];
    }),
    asOf: facts?.asOf ?? null,
    from: facts?.firstObserved ?? null,
    until: facts?.lastOutcome ?? null,
  };
}

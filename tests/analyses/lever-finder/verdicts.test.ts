import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as v from "valibot";
import { readParams } from "../../../src/analyses";
import { leverFinder } from "../../../src/analyses/lever-finder";
import { finderParams } from "../../../src/analyses/lever-finder/params";
import type { FoundLever } from "../../../src/analyses/lever-finder/result";
import { shareOf } from "../../../src/analyses/share";
import { finderOf, leverOf } from "../../charts/fixtures/lever-finder";
import { dataSet } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";

const names = ["reach", "logins", "exports", "invites"];

const aLever = (behaviour: string): fc.Arbitrary<FoundLever> =>
  fc
    .integer({ min: 1, max: 9 })
    .chain((lines) =>
      fc.record({
        steps: fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: lines, maxLength: lines }),
        customers: fc.array(fc.integer({ min: 1, max: 3000 }), {
          minLength: lines + 1,
          maxLength: lines + 1,
        }),
        shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
          minLength: lines + 1,
          maxLength: lines + 1,
        }),
        times: fc.array(fc.integer({ min: 0, max: 300 }), { minLength: lines, maxLength: lines }),
        cut: fc.integer({ min: 0, max: lines - 1 }),
        auc: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        side: fc.constantFrom("above" as const, "below" as const),
        p: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 2001 })).map((n) => n / 2001),
      }),
    )
    .map(({ steps, customers, shares, times, cut, auc, side, p }) => {
      let sum = 0;
      const lever = leverOf({
        behaviour,
        cuts: steps.map((step) => (sum += step) / 100),
        customers,
        shares,
        auc,
        choice: { cut, side, timesChosen: times.map((n, i) => n + (i === cut ? 1 : 0)), p, pOfAll: p },
      });
      return lever;
    });

test("every number of the verdict is that of a cell or a finding, in both languages", () => {
  const { values } = readParams(finderParams, { mode: "columns", left: "gone", levers: names });
  const request = { data: dataSet("accounts", [], { customer: "c", status: "s" }), params: values };
  fc.assert(
    fc.property(fc.tuple(...names.map(aLever)), (levers) => {
      const overall = levers[0]!.known;
      fc.pre(overall.x > 0 && overall.x < overall.n);
      const result = finderOf(levers, { overall: shareOf(overall.x, overall.n), customers: overall.n });
      expect(v.is(leverFinder.result, result)).toBe(true);
      expectVerdictFromTables(leverFinder, request, result);
    }),
    { numRuns: 60 },
  );
});

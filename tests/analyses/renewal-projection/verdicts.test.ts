import fc from "fast-check";
import { expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { renewalProjection } from "../../../src/analyses/renewal-projection";
import { projectionOf, projectionRequest } from "../../charts/fixtures/renewal-projection";
import { expectVerdictFromTables } from "../verdict-numbers";

/** Survivors of up to four cohorts that only fall. */
const curves = fc.array(
  fc
    .tuple(
      fc.integer({ min: 1, max: 5000 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
    )
    .map(([start, shares]) => {
      let there = start;
      return [start, ...shares.map((share) => (there = Math.floor(there * share ** 0.3)))];
    }),
  { maxLength: 4 },
);

test("every number of the verdict is one of the tables, in both languages", () => {
  fc.assert(
    fc.property(
      curves,
      fc.record({
        ahead: fc.integer({ min: 1, max: 12 }),
        margin: fc.option(fc.integer({ min: 0, max: 9999 })),
      }),
      (survivors, given) => {
        const cohorts = survivors.map((own, i) => ({ cohort: `20${10 + i}-01-01`, survivors: own }));
        const result = projectionOf(cohorts, given);
        const request = projectionRequest(given);
        expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity/);
        expectVerdictFromTables(renewalProjection, request, result, [result.followed]);
        for (const { interval, survival } of result.points)
          if (interval) expect(interval[0] <= survival && survival <= interval[1]).toBe(true);
        const { figures, tables } = renewalProjection.report(result, request, languageOf("en"));
        for (const { table } of figures) expect(tables.map(({ id }) => id)).toContain(table);
      },
    ),
    { numRuns: 60, seed: 5 },
  );
});

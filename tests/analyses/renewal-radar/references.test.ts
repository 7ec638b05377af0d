import fc from "fast-check";
import { expect, test } from "vitest";
import { readParams, runAnalysis } from "../../../src/analyses";
import { renewalRadar } from "../../../src/analyses/renewal-radar";
import { bands } from "../../../src/analyses/renewal-radar/bands";
import { radarParams } from "../../../src/analyses/renewal-radar/params";
import type { RadarResult } from "../../../src/analyses/renewal-radar/result";
import { radarOfJune } from "../../charts/fixtures/renewal-radar";
import { isShared, sharedText } from "../../reference/shared-data";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";

const database = openedDatabase();
const roles = { customer: "a", start: "s", end: "e", mrr: "m" };

const counts = (result: RadarResult) =>
  Object.fromEntries(
    result.bands.filter(({ contracts }) => contracts > 0).map(({ band, contracts }) => [band, contracts]),
  );

const file = "data/tiny-worked/subscriptions.csv";

test.skipIf(!isShared(file))("tiny-worked on 10 March 2024, counted by hand", async () => {
  const columns = await tableFrom(database(), "subscriptions", sharedText(file), {
    account: "varchar",
    contract: "varchar",
    start: "date",
    end: "date",
    mrr: "double",
  });
  const data = dataSet("subscriptions", columns, {
    customer: "account",
    start: "start",
    end: "end",
    mrr: "mrr",
  });
  const request = { data, params: readParams(radarParams, { asOf: "2024-03-10" }).values };
  const { result } = await runAnalysis(renewalRadar, request, (question) =>
    database().query(question, { isOwn: true }),
  );
  // A2, A4 and A7 ended 5, 14 and 10 days ago (A7 begins again on 2 April, 33 days after); A5 has 22 days, A10 has 52,
  // A8 is renewed; A1, A3 and A6 have no end.
  expect(counts(result)).toEqual({ overdue: 3, urgent: 1, late: 1, open: 3 });
  expect(result.facts).toMatchObject({ renewed: 1 });
});

const results = fc
  .tuple(
    fc.array(fc.record({ contracts: fc.nat(5000), mrr: fc.double({ min: 0, max: 1e6, noNaN: true }) }), {
      minLength: 6,
      maxLength: 6,
    }),
    fc.nat(300),
    fc.nat(300),
    fc.boolean(),
  )
  .map(([all, late, more, hasMoney]): RadarResult => ({
    ...radarOfJune,
    hasMoney,
    bands: bands.map((band, i) => ({
      band,
      contracts: all[i]!.contracts,
      logos: all[i]!.contracts,
      mrr: all[i]!.mrr,
      unknown: 0,
    })),
    qbr: { logos: late + more, late, never: 0 },
  }));

test("property: the verdict's numbers are the table's, in both languages", () => {
  const { values } = readParams(radarParams, { asOf: "2024-06-05", qbr: "review" });
  const request = { data: dataSet("c", [], roles), params: values };
  fc.assert(
    fc.property(results, (result) => {
      const at = (wanted: string) => result.bands.find(({ band }) => band === wanted)!;
      // Urgent and late are told together: the sum of two cells.
      const sums = [at("urgent").contracts + at("late").contracts, at("urgent").mrr + at("late").mrr];
      const form = [values.from, values.to, values.grace, values.qbrDays];
      expectVerdictFromTables(renewalRadar, request, result, [...sums, ...form]);
    }),
    { numRuns: 150 },
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { readParams, runAnalysis } from "../../../src/analyses";
import { regrettableAttrition } from "../../../src/analyses/regrettable-attrition";
import { boundsOf } from "../../../src/analyses/regrettable-attrition/compute";
import { regrettableParams } from "../../../src/analyses/regrettable-attrition/params";
import type { RegrettableResult } from "../../../src/analyses/regrettable-attrition/result";
import { shareOf } from "../../../src/analyses/share";
import { regrettableQuarter } from "../../charts/fixtures/regrettable";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";
import { april, roles } from "./april";

const database = openedDatabase();

const tiny = "data/tiny-worked/subscriptions.csv";

test.skipIf(!isShared(tiny))(
  "tiny-worked: the fit and the unfit together are logo_attrition of reference.json",
  async () => {
    interface Row {
      readonly period: string;
      readonly initial: number;
      readonly lost: readonly string[];
    }
    const columns = await tableFrom(database(), "subscriptions", sharedText(tiny), {
      account: "varchar",
      contract: "varchar",
      start: "date",
      end: "date",
      mrr: "double",
    });
    const data = dataSet("subscriptions", columns, { customer: "account", start: "start", end: "end" });
    const reference = sharedJson<Record<"logo_attrition", { rows: Row[] }>>(
      "data/tiny-worked/reference.json",
    );
    const byContract = sharedJson<
      Record<
        "logo_attrition_by_contract",
        { rows: { period: string; contract: string; initial: number; remaining: number }[] }
      >
    >("data/tiny-worked/reference.json").logo_attrition_by_contract.rows;
    for (const { period, initial, lost } of reference.logo_attrition.rows) {
      const { values } = readParams(regrettableParams, {
        start: `${period}-01`,
        period: "month",
        grace: 0,
        asOf: "2024-06-01",
        column: "contract",
        value: "annual",
      });
      const { result } = await runAnalysis(regrettableAttrition, { data, params: values }, (question) =>
        database().query(question, { isOwn: true }),
      );
      expect(result.all).toMatchObject({ x: lost.length, n: initial });
      for (const row of byContract.filter((one) => one.period === period))
        expect([period, result[row.contract === "annual" ? "fit" : "unfit"]]).toMatchObject([
          period,
          { n: row.initial, x: row.initial - row.remaining },
        ]);
    }
  },
);

const results = fc
  .tuple(fc.nat(200), fc.nat(2000), fc.nat(200), fc.nat(900), fc.nat(50), fc.nat(50))
  .map(([fitLost, fitStayed, unfitLost, unfitStayed, unknownLost, unknownStayed]): RegrettableResult => {
    const fit = shareOf(fitLost, fitLost + fitStayed);
    const unfit = shareOf(unfitLost, unfitLost + unfitStayed);
    const unknown = shareOf(unknownLost, unknownLost + unknownStayed);
    return {
      ...regrettableQuarter,
      fit,
      unfit,
      unknown,
      all: shareOf(fit.x + unfit.x + unknown.x, fit.n + unfit.n + unknown.n),
      ...boundsOf(fit, unknown),
    };
  });

test("property: the verdict's numbers are the table's, in both languages", () => {
  const { values } = readParams(regrettableParams, april);
  fc.assert(
    fc.property(results, (result) => {
      expectVerdictFromTables(
        regrettableAttrition,
        { data: dataSet("c", [], roles), params: values },
        result,
      );
    }),
    { numRuns: 150 },
  );
});

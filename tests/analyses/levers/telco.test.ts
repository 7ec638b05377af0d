import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { leverRegression } from "../../../src/analyses/lever-regression";
import { survivorship } from "../../../src/analyses/survivorship";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { run } from "../ask";
import { fitted } from "../lever-regression/made";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { telcoTypes } from "../telco-types";

const database = openedDatabase();
const file = "data/telco/Telco-Customer-Churn.csv";
const reference = "data/telco/reference.json";

interface Known {
  readonly adoption_score: {
    readonly full_model: { readonly coefficients: Readonly<Record<string, { coef: number; se: number }>> };
  };
  readonly survivorship: {
    readonly rows: readonly Readonly<
      Record<"left_with" | "stayed_with" | "left_without" | "stayed_without", number> & { feature: string }
    >[];
  };
}

async function telco() {
  const columns = await tableFrom(database(), "telco", sharedText(file), telcoTypes);
  return dataSet("telco", columns, { customer: "customerID", status: "Churn" });
}

// statsmodels on columns of 0 and 1; here the file's own words, "No internet service" among them.
describe.skipIf(!isShared(file) || !isShared(reference))("telco, as it was exported", () => {
  const known = () => sharedJson<Known>(reference);

  test("lever regression: coefficients and errors of adoption_score.full_model", async () => {
    const { "(Intercept)": _, ...expected } = known().adoption_score.full_model.coefficients;
    const levers = Object.keys(expected);
    const given = { mode: "columns", left: "Yes", levers, resamples: 0 };
    const { result, request } = await run(database(), leverRegression, await telco(), given);
    expect(result.levers.map(({ behaviour }) => behaviour)).toEqual(levers);
    const { caveats } = leverRegression.report(result, request, languageOf("en"));
    expect(caveats.find(({ id }) => id === "yes-no")?.text).toContain("OnlineSecurity");
    fitted(result).levers.forEach(({ coefficient, standardError }, i) => {
      const { coef, se } = expected[levers[i]!]!;
      // The reference stops its iteration at a relative 1e-6 and says so.
      expect(coefficient! / coef).toBeCloseTo(1, 6);
      expect(standardError! / se).toBeCloseTo(1, 6);
    });
  });

  test("survivorship: who has each service, of those who stayed and of those who left", async () => {
    // SeniorCitizen is a number in the file; InternetService says DSL, fiber or no, and yes nowhere.
    const others = ["SeniorCitizen", "InternetService"];
    const rows = known().survivorship.rows.filter(
      ({ feature }) => feature in telcoTypes && !others.includes(feature),
    );
    const levers = rows.map(({ feature }) => feature);
    const given = { mode: "columns", left: "Yes", levers };
    const { result } = await run(database(), survivorship, await telco(), given);
    const counts = levers.map((lever) => {
      const { lost, with: has, without } = result.behaviours.find(({ behaviour }) => behaviour === lever)!;
      return [lost.x, has.x, has.n, without.n];
    });
    expect(counts).toEqual(
      rows.map((one) => [
        one.left_with,
        one.stayed_with,
        one.stayed_with + one.left_with,
        one.stayed_without + one.left_without,
      ]),
    );
  });
});

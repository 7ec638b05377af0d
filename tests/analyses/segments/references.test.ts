import { describe, expect, test } from "vitest";
import { segments } from "../../../src/analyses/segments";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { telcoTypes } from "../telco-types";

const database = openedDatabase();

interface TelcoReference {
  readonly telco: {
    readonly churned: number;
    readonly rows: number;
    readonly by: Readonly<
      Record<
        string,
        Readonly<Record<string, { churned: number; n: number; rate: number; wilson: [number, number] }>>
      >
    >;
    readonly chi2: Readonly<Record<string, { chi2: number; p: number; df: number }>>;
  };
}

describe.skipIf(!isShared("data/telco") || !isShared("spec/reference"))(
  "telco equals 05_public_datasets.json, telco.by and telco.chi2",
  () => {
    const by = ["Contract", "InternetService", "PaymentMethod", "SeniorCitizen", "gender", "TechSupport"];

    test("every level with its interval, and every homogeneity", async () => {
      const { telco } = sharedJson<TelcoReference>("spec/reference/05_public_datasets.json");
      const csv = sharedText("data/telco/Telco-Customer-Churn.csv");
      const data = dataSet("telco", await tableFrom(database(), "telco", csv, telcoTypes), {
        customer: "customerID",
        status: "Churn",
      });
      const { result } = await run(database(), segments, data, { mode: "status", left: "Yes", by });
      expect(result.overall).toMatchObject({ x: telco.churned, n: telco.rows });
      for (const { column, segments: levels, homogeneity } of result.dimensions) {
        const expected = telco.by[column]!;
        expect(levels.map(({ level }) => level).sort()).toEqual(Object.keys(expected).sort());
        for (const { level, share } of levels) {
          const { churned, n, rate, wilson } = expected[level!]!;
          expect(share).toMatchObject({ x: churned, n });
          expect(share.rate).toBeCloseTo(rate, 12);
          expect(share.interval![0]).toBeCloseTo(wilson[0], 10);
          expect(share.interval![1]).toBeCloseTo(wilson[1], 10);
        }
        const test = telco.chi2[column];
        if (test) {
          expect(homogeneity!.chiSquare).toBeCloseTo(test.chi2, 8);
          expect(homogeneity!.df).toBe(test.df);
        }
      }
    });
  },
);

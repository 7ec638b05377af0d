import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
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

describe.skipIf(!isShared("data/ru-telecom-charges"))(
  "ru-telecom-charges/reference.json, plan_intervals_monthly: tariff plans as contracts",
  () => {
    test.each(["2017-01", "2017-02", "2017-03", "2017-05", "2017-06"])("%s", async (month) => {
      const { plan_intervals_monthly } = sharedJson<{
        plan_intervals_monthly: { rows: { period: string; initial: number; remaining: number }[] };
      }>("data/ru-telecom-charges/reference.json");
      const known = plan_intervals_monthly.rows.find(({ period }) => period === month)!;
      // An open end is written in the file as a word.
      const csv = sharedText("data/ru-telecom-charges/Tariff_plans_change.csv").replaceAll("$null$", "");
      const columns = await tableFrom(database(), "tariffs", csv, {
        SUBSCRIBER_ID: "bigint",
        TARIFF_PLAN_ID: "varchar",
        START_DTTM: "timestamp",
        END_DTTM: "timestamp",
      });
      const data = dataSet("tariffs", columns, {
        customer: "SUBSCRIBER_ID",
        start: "START_DTTM",
        end: "END_DTTM",
      });
      const end = new Date(Date.UTC(2017, Number(month.slice(5)), 1)).toISOString().slice(0, 10);
      const asked = {
        mode: "contracts",
        by: ["TARIFF_PLAN_ID"],
        start: `${month}-01`,
        end,
        asOf: "2018-01-01",
      };
      const { result, request } = await run(database(), segments, data, asked);
      expect(result.overall).toMatchObject({ x: known.initial - known.remaining, n: known.initial });
      const [plan] = result.dimensions;
      expect(plan!.late).toBe(0);
      expect(plan!.segments.reduce((sum, { share }) => sum + share.n, 0)).toBe(known.initial);
      // Who left nobody at all, and who left a few of thousands, are told apart.
      const { verdict } = segments.report(result, request, languageOf("en"));
      expect(verdict.level).toBe("cannot-tell");
      expect(verdict.sentence).toMatch(known.initial === known.remaining ? /nobody left/ : /within chance/);
    });
  },
);

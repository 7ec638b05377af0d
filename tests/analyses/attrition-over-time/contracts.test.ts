import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { attritionOverTime } from "../../../src/analyses/attrition-over-time";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();

describe("contracts month by month", () => {
  const file = "data/tiny-worked/subscriptions.csv";
  const types = { account: "varchar", contract: "varchar", start: "date", end: "date", mrr: "double" };
  const roles = { customer: "account", start: "start", end: "end" };

  test.skipIf(!isShared(file))("every month of tiny-worked, with the accounts lost and joined", async () => {
    interface Row {
      period: string;
      initial: number;
      remaining: number;
      lost: string[];
      joined: string[];
      attrition: number | null;
    }
    const { rows } = sharedJson<{ logo_attrition: { rows: Row[] } }>(
      "data/tiny-worked/reference.json",
    ).logo_attrition;
    const columns = await tableFrom(database(), "subscriptions", sharedText(file), types);
    const { result, request } = await run(
      database(),
      attritionOverTime,
      dataSet("subscriptions", columns, roles),
      {
        mode: "contracts",
        asOf: "2024-06-01",
      },
    );
    const named = (await database().query(attritionOverTime.customers!(request, result, null)!)).rows();
    expect(result.periods.map(({ opens }) => opens.slice(0, 7))).toEqual(rows.map(({ period }) => period));
    rows.forEach((row, i) => {
      const period = result.periods[i]!;
      const who = (...states: string[]) =>
        named
          .filter(
            ({ opens, what }) =>
              states.includes(String(what)) && (opens as Date).toISOString().startsWith(row.period),
          )
          .map(({ customer }) => customer)
          .sort();
      expect(period).toMatchObject({ atStart: row.initial, remaining: row.remaining, lost: row.lost.length });
      expect(who("lost")).toEqual(row.lost);
      expect(who("new", "returned")).toEqual(row.joined);
      if (row.attrition === null) expect(period.attrition.rate).toBeNull();
      // The reference gives twelve digits.
      else expect(Math.abs(period.attrition.rate! - row.attrition)).toBeLessThan(1e-9);
    });
  });

  test("weeks are refused, unless one insists", async () => {
    const columns = await tableFrom(
      database(),
      "few",
      "account,contract,start,end,mrr\na,m,2024-01-01,,1",
      types,
    );
    const data = dataSet("few", columns, roles);
    const refused = await run(database(), attritionOverTime, data, { mode: "contracts", grain: "week" });
    expect(refused.ran).toEqual([]);
    const report = attritionOverTime.report(refused.result, refused.request, languageOf("en"));
    expect(report.verdict.level).toBe("refused");
    const insisted = await run(database(), attritionOverTime, data, {
      mode: "contracts",
      grain: "week",
      weeksAnyway: true,
      asOf: "2024-02-01",
    });
    expect(insisted.result.periods).toHaveLength(5);
    const { caveats } = attritionOverTime.report(insisted.result, insisted.request, languageOf("en"));
    expect(caveats.map(({ id }) => id)).toContain("weeks");
  });
});

import { expect, test } from "vitest";
import { logoAttrition } from "../../../src/analyses/logo-attrition";
import { focalPeriod } from "../../../src/analyses/logo-attrition/result";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();

interface Row {
  readonly period: string;
  readonly start: number;
  readonly customers_start: number;
  readonly customers_lost: number;
  readonly churned: number;
  readonly contraction: number;
  readonly expansion: number;
  readonly new: number;
  readonly customers_new: number;
  readonly grr: number | null;
  readonly nrr: number | null;
}

const tiny = "data/tiny-worked/subscriptions.csv";
const types = { account: "varchar", contract: "varchar", start: "date", end: "date", mrr: "double" };

test.skipIf(!isShared(tiny))(
  "tiny-worked: reference.json, mrr and logo_attrition, month by month",
  async () => {
    const columns = await tableFrom(database(), "subscriptions", sharedText(tiny), types);
    const data = dataSet("subscriptions", columns, {
      customer: "account",
      start: "start",
      end: "end",
      mrr: "mrr",
    });
    const { mrr } = sharedJson<{ mrr: { rows: Row[] } }>("data/tiny-worked/reference.json");
    // The reference has no days of grace.
    const { result } = await run(database(), logoAttrition, data, { grace: 0, asOf: "2024-06-01" });
    expect(result.series.map(({ opens }) => opens.slice(0, 7))).toEqual(mrr.rows.map(({ period }) => period));
    expectRows(result.series, mrr.rows);
  },
);

const telecom = "data/ru-telecom-charges/Charges.csv";

test.skipIf(!isShared(telecom))(
  "ru-telecom-charges: reference.json, revenue_monthly, from 112,595 rows of a sheet",
  async () => {
    const columns = await tableFrom(database(), "charges", sharedText(telecom), {
      SUBSCRIBER_ID: "bigint",
      BILL_MONTH: "date",
      CHARGES: "double",
    });
    const roles = { customer: "SUBSCRIBER_ID", time: "BILL_MONTH", amount: "CHARGES" };
    const { revenue_monthly } = sharedJson<{ revenue_monthly: { rows: Row[] } }>(
      "data/ru-telecom-charges/reference.json",
    );
    const { result } = await run(database(), logoAttrition, dataSet("charges", columns, roles), {
      mode: "rows",
      periods: 30,
    });
    // Before the first month nothing is known: it is no month in which everybody is new.
    expect(result.series[0]!.state).toBe("not observed");
    expectRows(result.series.slice(1), revenue_monthly.rows);
    expect(result.oddities.negative).toBeGreaterThan(0);
    const { gross, net } = result;
    expect(gross.interval![0]).toBeLessThan(gross.rate!);
    expect(gross.interval![1]).toBeGreaterThan(gross.rate!);
    expect(net.interval![0]).toBeLessThan(net.rate!);
    expect(net.interval![1]).toBeGreaterThan(net.rate!);
  },
);

function expectRows(
  series: Awaited<ReturnType<typeof logoAttrition.compute>>["series"],
  rows: readonly Row[],
) {
  expect(series).toHaveLength(rows.length);
  series.forEach(({ counts, money }, i) => {
    const row = rows[i]!;
    expect(counts).toMatchObject({ atStart: row.customers_start, lost: row.customers_lost });
    // The reference calls new whoever was not there a period before; here those who came back are told apart.
    expect(counts.new + counts.returned).toBe(row.customers_new);
    near(money!.start, row.start);
    near(money!.lost, row.churned);
    near(money!.contraction, row.contraction);
    near(money!.expansion, row.expansion);
    near(money!.new + money!.returned, row.new);
    near(money!.gross, row.grr);
    near(money!.net, row.nrr);
  });
}

/** The references give twelve digits. */
function near(value: number | null, expected: number | null) {
  if (expected === null) expect(value).toBeNull();
  else expect(Math.abs(value! - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

const definitions = "spec/reference/07_seed_and_definitions.json";

test.skipIf(!isShared(definitions))("the vendor's example of MRR: 07, chartmogul_mrr", async () => {
  const { chartmogul_mrr: known } = sharedJson<{ chartmogul_mrr: Record<string, number> }>(definitions);
  const columns = await tableFrom(
    database(),
    "vendor",
    `account,contract,start,end,mrr
     a,m,2024-01-01,2024-03-10,10
     b,m,2024-01-01,2024-03-11,20
     b,m,2024-03-11,,10
     c,m,2024-01-01,2024-03-20,70
     c,m,2024-03-20,,80`,
    types,
  );
  const data = dataSet("vendor", columns, { customer: "account", start: "start", end: "end", mrr: "mrr" });
  const { result } = await run(database(), logoAttrition, data, {
    grace: 0,
    start: "2024-03-15",
    asOf: "2024-04-01",
  });
  const { money } = focalPeriod(result)!;
  expect(money).toMatchObject({
    start: known.start,
    lost: known.churn,
    contraction: known.contraction,
    expansion: known.expansion,
  });
  expect(money!.gross).toBeCloseTo(known.grr!, 12);
  expect(money!.net).toBeCloseTo(known.nrr!, 12);
  expect(1 - money!.gross!).toBeCloseTo(known.gross_churn!, 12);
  expect(1 - money!.net!).toBeCloseTo(known.net_churn!, 12);
});

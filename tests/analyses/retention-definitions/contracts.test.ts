import { describe, expect, test } from "vitest";
import { languageOf, loadLanguage } from "../../../src/analyses";
import { attrition } from "../../../src/analyses/attrition";
import { retentionDefinitions } from "../../../src/analyses/retention-definitions";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";
import { monthOfChurn } from "./churn-log";

const database = openedDatabase();
await loadLanguage("ru");

const of = (customers: number, name: string, spans: readonly string[]) =>
  Array.from({ length: customers }, (_, i) => spans.map((span) => `${name}-${i},${span}`)).flat();

async function terms(lines: readonly string[]) {
  const columns = await tableFrom(database(), "terms", ["customer,opens,closes", ...lines].join("\n"), {
    customer: "varchar",
    opens: "date",
    closes: "date",
  });
  return dataSet("terms", columns, { customer: "customer", start: "opens", end: "closes" });
}

/** The month of the log by contracts: 100 at the start, 10 leave for good and one comes back; 20 join, one of whom leaves. */
const month = [
  ...of(89, "stays", ["2024-01-01,2024-03-10", "2024-03-10,"]),
  ...of(10, "leaves", ["2024-01-01,2024-03-11"]),
  ...of(1, "comes-back", ["2024-01-01,2024-03-06", "2024-03-20,"]),
  ...of(19, "joins", ["2024-03-05,2025-03-05"]),
  ...of(1, "joins-and-leaves", ["2024-03-05,2024-03-20"]),
];
const asked = { month: "2024-03-01", asOf: "2024-04-01" };

async function found(lines: readonly string[], given: object = {}) {
  const data = await monthOfChurn(database());
  return run(
    database(),
    retentionDefinitions,
    data,
    { ...asked, contracts: "terms", ...given },
    { contracts: await terms(lines) },
  );
}

const counts = ({ result }: Awaited<ReturnType<typeof found>>) =>
  Object.fromEntries((result.contracts?.churn ?? []).map(({ id, x, n }) => [id, [x, n]]));

describe("one month's churn by contracts", () => {
  test("the definitions of the tools: 10, 10, 12 of 120, 12, 11 and 12 over the middle", async () => {
    const one = await found(month);
    expect(counts(one)).toMatchObject({
      lost: [10, 100],
      standard: [10, 100],
      subscribers: [12, 120],
      events: [12, 100],
      "events-before": [11, 100],
      midpoint: [12, 104.5],
    });
    expect(one.result.contracts).toMatchObject({ atStart: 100, joined: 20, atEnd: 109, grace: 0 });
    // 6 March: 1 of 120 (20 began the day before); 11th: 10 of 119; 20th: 1 of 109.
    expect(counts(one).daily![0]).toBeCloseTo(1 / 120 + 10 / 119 + 1 / 109, 12);
    expectVerdictFromTables(retentionDefinitions, one.request, one.result, [1]);
  });

  test("as in customer attrition by contracts, with days of grace too", async () => {
    for (const grace of [0, 5, 10, 20]) {
      const one = await found(month, { grace });
      const { result } = await run(database(), attrition, await terms(month), {
        mode: "contracts",
        start: "2024-03-01",
        end: "2024-04-01",
        asOf: "2024-04-01",
        grace,
      });
      expect(result.counts).toMatchObject({ lost: counts(one).lost![0], atStart: counts(one).lost![1] });
    }
    // Within 14 days of grace the one who came back was never away.
    expect(counts(await found(month, { grace: 14 }))["events-before"]).toEqual([10, 100]);
    expect(counts(await found(month, { grace: 13 }))["events-before"]).toEqual([11, 100]);
  });

  test("contracts that overlap or touch are one stay; the first and the last day", async () => {
    const one = await found([
      "a,2024-01-01,2024-03-10",
      "a,2024-02-01,2024-03-05",
      "a,2024-03-10,2024-05-01",
      "b,2024-01-01,2024-03-01",
      "c,2024-01-01,2024-04-01",
      "d,2024-03-01,2024-03-02",
      "e,2024-04-01,",
      "f,2023-01-01,2024-02-29",
    ]);
    // On the eve of March a, b, c; b's last day was that eve. c is there on the eve of April. d comes and goes. f was gone.
    expect(counts(one)).toMatchObject({
      lost: [1, 3],
      subscribers: [2, 4],
      events: [2, 3],
      "events-before": [1, 3],
    });
    expect(one.result.contracts).toMatchObject({ atStart: 3, joined: 1, atEnd: 2 });
  });

  test("the log's own contracts are used where no table is chosen; none, and nothing is said of them", async () => {
    const plain = await run(database(), retentionDefinitions, await monthOfChurn(database()), asked);
    expect(plain.result.contracts).toBeUndefined();
    const columns = await tableFrom(
      database(),
      "terms_log",
      "customer,day,opens,closes\na,2024-01-05,2024-01-01,2024-03-10\nb,2024-03-20,2024-01-02,",
      {
        customer: "varchar",
        day: "date",
        opens: "date",
        closes: "date",
      },
    );
    const own = await run(
      database(),
      retentionDefinitions,
      dataSet("terms_log", columns, {
        customer: "customer",
        time: "day",
        start: "opens",
        end: "closes",
      }),
      asked,
    );
    expect(own.result.contracts?.churn[0]).toMatchObject({ id: "lost", x: 1, n: 2 });
  });

  test("nobody under contract, a month that is not over, ids that do not match", async () => {
    const nobody = await found(["stays-1,2024-03-05,"]);
    const say = ({ result, request }: Awaited<ReturnType<typeof found>>, locale: string) =>
      retentionDefinitions.report(result, request, languageOf(locale));
    for (const locale of ["en", "ru"]) {
      const report = say(nobody, locale);
      expect(report.caveats.map(({ id }) => id)).toContain("contracts-no-base");
      expect(report.tables.map(({ id }) => id)).not.toContain("churn-contracts");
      expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity|undefined/);
      expect(say(await found(month), locale).tables.map(({ id }) => id)).toContain("churn-contracts");
    }
    expect((await found(month, { asOf: "2024-03-31" })).result.contracts?.churn).toEqual([]);
    const apart = say(await found(of(3, "Other", ["2024-01-01,"])), "en");
    expect(apart.caveats[0]).toMatchObject({ id: "id-match-contracts", level: "flips" });
  });
});

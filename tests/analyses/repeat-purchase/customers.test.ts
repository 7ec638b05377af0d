import { describe, expect, test } from "vitest";
import { languageOf, type ReportValue, type Who } from "../../../src/analyses";
import { repeatPurchase } from "../../../src/analyses/repeat-purchase";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();

/** Forty customers over half a year: one purchase, two of one day, two apart, three; some too late to be followed. */
const log = [
  "customer,ts,amount",
  ...Array.from({ length: 40 }, (_, i) => {
    const at = (day: number) =>
      `c${i},${new Date(Date.UTC(2024, 0, 1 + day, 9)).toISOString().slice(0, 19)},5`;
    const first = (i * 13) % 170;
    const later = [[], [first], [first + 20], [first + 40, first + 45]][i % 4]!;
    return [first, ...later].filter((day) => day < 180).map(at);
  }).flat(),
  "last,2024-06-29 10:00:00,5",
].join("\n");

async function asked(given: object = {}) {
  const columns = await tableFrom(database(), "log", log, {
    customer: "varchar",
    ts: "timestamp",
    amount: "double",
  });
  return run(
    database(),
    repeatPurchase,
    dataSet("log", columns, { customer: "customer", time: "ts", amount: "amount" }),
    {
      ...given,
    },
  );
}

describe.each([{}, { purchase: "orders", window: 30, recent: 60 }])("with %o", (given) => {
  test("the customers behind each number are as many as the number says", async () => {
    const { result, request } = await asked(given);
    const report = repeatPurchase.report(result, request, languageOf("en"));
    const numbers = report.tables.flatMap(({ rows }) =>
      rows.flatMap((row) =>
        Object.values(row).filter((cell): cell is ReportValue & { who: Who } => cell.who !== undefined),
      ),
    );
    expect(numbers.length).toBeGreaterThan(40);
    for (const { value, who } of numbers) {
      const list = await database().query(repeatPurchase.customers!(request, result, who.key)!);
      expect([who.key, list.rowCount]).toEqual([who.key, value]);
      const names = list.rows().map((_, row) => list.text(row, "customer"));
      expect(new Set(names).size).toBe(names.length);
      expect(list.columns[0]!.name).toBe("customer");
    }
    const { who } = report.verdict.number!;
    expect((await database().query(repeatPurchase.customers!(request, result, who!.key)!)).rowCount).toBe(
      result.readings.cohort.x,
    );
    const everybody = await database().query(repeatPurchase.customers!(request, result, null)!);
    expect(everybody.rowCount).toBe(result.days[0]!.atRisk);
  });
});

test("a bar of the leak leads to the customers it shows", async () => {
  const { result, request } = await asked({ window: 30 });
  const { figures } = repeatPurchase.report(result, request, languageOf("ru"));
  const figure = figures.find(({ id }) => id === "leak")!;
  const marks = figure
    .plot(600)
    .marks!.flatMap((mark) => [
      ...(((mark as { data?: Iterable<unknown> }).data ?? []) as Iterable<{ y1?: number; y2?: number }>),
    ]);
  const bars = marks.filter(({ y1 }) => y1 !== undefined);
  expect(bars.length).toBeGreaterThan(5);
  for (const bar of bars) {
    const who = figure.who!(bar);
    if (!who) continue;
    const list = await database().query(repeatPurchase.customers!(request, result, who.key)!);
    expect([who.key, list.rowCount]).toEqual([who.key, bar.y2! - bar.y1!]);
  }
});

test("a key that was never given out is nobody's", async () => {
  const { result, request } = await asked();
  for (const key of [
    "",
    "window 91 again",
    "window 90",
    "day 3000 again",
    "month 2024-01-01",
    "month 2030-01-01 new",
    "' or true --",
    "recent  again",
  ])
    expect(repeatPurchase.customers!(request, result, key), key).toBeNull();
});

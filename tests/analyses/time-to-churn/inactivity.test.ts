import { describe, expect, test } from "vitest";
import { anyActivity, languageOf } from "../../../src/analyses";
import { timeToChurn } from "../../../src/analyses/time-to-churn";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { expectCustomersBehind } from "../who-counts";

const database = openedDatabase();
const types = { customer: "varchar", date: "date", plan: "varchar" };
const roles = { customer: "customer", time: "date" };

// Known until 1 May; with 30 days of silence the last possible one began on 1 April.
const csv = `customer,date,plan
  a,2024-01-01,pro
  a,2024-01-11,pro
  b,2024-01-01,basic
  b,2024-04-20,pro
  c,2024-03-31,basic
  d,2024-04-01,basic
  e,2024-02-01,
  e,2024-04-30,`;

async function asked(given: object = {}, text = csv, more = {}) {
  const columns = await tableFrom(database(), "log", text, types);
  return run(database(), timeToChurn, dataSet("log", columns, roles, more), { gap: 30, ...given });
}

test("lost is dated the day after the last activity; the others are followed until the same day", async () => {
  const { result } = await asked();
  expect(result.clock).toEqual({ asOf: "2024-05-01", firstDay: "2024-01-01", gap: 30, from: null });
  // a leaves on day 11 of its life; c was active a day before the cut and leaves on day 1; d came after it.
  expect(result.overall.steps.map(({ time, events, censored }) => [time, events, censored])).toEqual([
    [1, 1, 0],
    [11, 1, 0],
    [60, 0, 1],
    [91, 0, 1],
  ]);
  expect(result.omitted).toEqual([{ why: "too-recent", customers: 1 }]);
});

test("followed until the last activity of each", async () => {
  const { result } = await asked({ censor: "last" });
  expect(result.overall.steps.map(({ time, events, censored }) => [time, events, censored])).toEqual([
    [1, 1, 1],
    [11, 1, 0],
    [90, 0, 1],
    [111, 0, 1],
  ]);
});

test("weeks and months are days told otherwise", async () => {
  const days = (await asked()).result;
  for (const [unit, per] of [
    ["week", 7],
    ["month", 30.4375],
  ] as const) {
    const { result } = await asked({ unit });
    expect(result.overall.steps.map(({ time }) => time)).toEqual(
      days.overall.steps.map(({ time }) => time / per),
    );
    expect(result.overall.steps.map(({ survival }) => survival)).toEqual(
      days.overall.steps.map(({ survival }) => survival),
    );
  }
});

test("a group is what a customer came with; whoever has none is apart", async () => {
  const { result } = await asked({ group: "plan" });
  expect(result.groups.map(({ place, level, customers }) => [place, level, customers])).toEqual([
    [1, "basic", 2],
    [2, "pro", 1],
    [0, null, 1],
  ]);
  expect(result.facts.changed).toBe(1);
});

test("more than eight levels: the seven largest and all others", async () => {
  const rows = Array.from({ length: 12 }, (_, i) =>
    Array.from(
      { length: 12 - i },
      (_, k) => `c${i}-${k},2024-01-0${1 + (k % 9)},level ${String.fromCharCode(97 + i)}`,
    ),
  ).flat();
  const { result, request } = await asked(
    { group: "plan", asOf: "2024-05-01" },
    ["customer,date,plan", ...rows].join("\n"),
  );
  expect(result.groups.map(({ place, level, customers }) => [place, level, customers])).toEqual([
    ...[12, 11, 10, 9, 8, 7, 6].map((n, i) => [i + 1, `level ${String.fromCharCode(97 + i)}`, n]),
    [8, null, 15],
  ]);
  const { tables } = timeToChurn.report(result, request, languageOf("en"));
  expect(tables[0]!.rows.map(({ group }) => group!.text)).toContain("all others");
  await expectCustomersBehind(database(), timeToChurn, request, result);
});

test("silence is 30 days, or what 19 of 20 customers stay within", async () => {
  const { result } = await asked({ gap: null });
  // Gaps: a 10, b 110, e 89 days.
  expect(result.usual!.customers).toBe(3);
  expect(result.usual!.p95).toBeCloseTo(89 + 0.9 * (110 - 89), 12);
  expect(result.clock!.gap).toBe(108);
  const brief = await asked({ gap: null }, "customer,date,plan\na,2024-01-01,\na,2024-01-02,\nb,2024-03-01,");
  expect(brief.result.clock!.gap).toBe(30);
});

test("too little silence for how seldom customers come is doubted first", async () => {
  const { result, request } = await asked();
  expect(timeToChurn.report(result, request, languageOf("ru")).caveats[0]).toMatchObject({
    id: "short-gap",
    level: "flips",
  });
});

test("a stretch shorter than the silence that counts is doubted first, and gone is said in words", async () => {
  const rows = ["customer,date,plan"];
  for (let i = 0; i < 40; i++) rows.push(`c${i},2024-01-${String(1 + (i % 28)).padStart(2, "0")},`);
  const { result, request } = await asked({ gap: 60, asOf: "2024-04-01" }, rows.join("\n"));
  const { caveats, verdict } = timeToChurn.report(result, request, languageOf("en"));
  expect(caveats[0]).toMatchObject({ id: "short-data", level: "flips" });
  expect(verdict.level).toBe("likely");
  expect(verdict.sentence).toContain("Gone means nothing done for 60 days.");
});

test("a column says since when: who was there before the log began is followed from then on", async () => {
  const columns = await tableFrom(
    database(),
    "since",
    `customer,date,joined
    a,2024-01-01,2023-12-01
    a,2024-01-11,2023-12-01
    b,2024-01-05,2024-01-03
    c,2024-04-20,2024-01-01
    d,2024-02-01,
    e,2024-01-20,2024-02-01`,
    { customer: "varchar", date: "date", joined: "date" },
  );
  const { result, request } = await run(database(), timeToChurn, dataSet("since", columns, roles), {
    gap: 30,
    start: "joined",
    asOf: "2024-05-01",
  });
  expect(result.clock!.from).toBe("2024-01-01");
  // a entered on day 31 of its life and left on day 42; b left on day 3.
  expect(
    result.overall.steps.map(({ time, atRisk, events, entered }) => [time, atRisk, events, entered]),
  ).toEqual([
    [3, 2, 1, 0],
    [31, 1, 0, 1],
    [42, 2, 1, 0],
    [91, 1, 0, 0],
  ]);
  expect(result.omitted).toEqual([
    { why: "no-start", customers: 1 },
    { why: "ended-before-start", customers: 1 },
  ]);
  await expectCustomersBehind(database(), timeToChurn, request, result);
});

describe("behind each number there are as many customers", () => {
  test.each([{}, { censor: "last", unit: "week" }, { group: "plan", unit: "month" }])("%j", async (given) => {
    const { result, request } = await asked(given);
    const keys = await expectCustomersBehind(database(), timeToChurn, request, result);
    expect(keys).toContain("kept * - -");
    for (const key of [
      "all 9 - -",
      "lost * 1",
      "risk 1 x",
      "omitted toString",
      "all * - - or",
      "lost * -1 2",
    ])
      expect(timeToChurn.customers!(request, result, key)).toBeNull();
  });
});

describe("invariants", () => {
  const shape = async (text: string, given = {}) => (await asked(given, text)).result;
  const rows = csv
    .split("\n")
    .slice(1)
    .map((line) => line.trim());
  const header = "customer,date,plan";

  test("the order of rows does not matter", async () => {
    expect(await shape([header, ...rows.toReversed()].join("\n"), { group: "plan" })).toEqual(
      await shape(csv, { group: "plan" }),
    );
  });

  test("all times shifted by 28 days: the same curve", async () => {
    const moved = rows.map((line) => {
      const [customer, date, plan] = line.split(",");
      return `${customer},${new Date(Date.parse(date!) + 28 * 86_400_000).toISOString().slice(0, 10)},${plan}`;
    });
    expect((await shape([header, ...moved].join("\n"))).overall).toEqual((await shape(csv)).overall);
  });

  test("doubled customers: doubled counts, the same curve", async () => {
    const twice = [header, ...rows, ...rows.map((line) => `x${line}`)].join("\n");
    const [one, two] = [(await shape(csv)).overall, (await shape(twice)).overall];
    expect(two.steps.map(({ time, survival }) => [time, survival])).toEqual(
      one.steps.map(({ time, survival }) => [time, survival]),
    );
    expect(two.steps.map(({ events, censored }) => [events, censored])).toEqual(
      one.steps.map(({ events, censored }) => [2 * events, 2 * censored]),
    );
  });

  test("who came after the cut changes nothing but the count of those left out", async () => {
    const more = await shape([header, ...rows, "n,2024-04-02,pro", "m,2024-04-30,pro"].join("\n"));
    const before = await shape(csv);
    expect(more.overall).toEqual(before.overall);
    expect(more.omitted).toEqual([{ why: "too-recent", customers: 3 }]);
  });
});

describe("bad input", () => {
  const header = "customer,date,plan";
  const cases = {
    "no rows": [header, "no row of the table"],
    "one customer": [`${header}\na,2024-01-01,\na,2024-03-01,`, "cannot be told"],
    "nobody left": [
      `${header}\na,2024-01-01,\na,2024-04-30,\nb,2024-01-02,\nb,2024-04-30,`,
      "none of 2 customers left",
    ],
    "all on one day": [`${header}\na,2024-01-01,\nb,2024-01-01,\nc,2024-01-01,`, "nobody is left to follow"],
    "no id at all": [`${header}\n,2024-01-01,\n,2024-03-01,`, "no row of the table"],
    "no relevant event": [
      `${header}\na,2024-01-01,x\nb,2024-04-30,x`,
      "no row of the table",
      { rule: { ...anyActivity, conditions: [{ column: "plan", operator: "=", value: "none" }] } },
    ],
  } as const;

  test.each(Object.entries(cases))("%s", async (_, [text, said, more]) => {
    const { result, request } = await asked({}, text, more);
    for (const locale of ["en", "ru"]) {
      const report = timeToChurn.report(result, request, languageOf(locale));
      expect(report.verdict.level).toBe("cannot-tell");
      if (locale === "en") expect(report.verdict.sentence).toContain(said);
      expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  test("everybody left: a median, and no interval where nobody is left", async () => {
    const text = [
      header,
      ...Array.from({ length: 40 }, (_, i) => `c${i},2024-01-0${1 + (i % 9)},p`),
      "z,2024-06-30,p",
    ].join("\n");
    const { result, request } = await asked({}, text);
    expect(result.overall.steps.at(-1)!.survival).toBe(0);
    expect(result.overall.median.time).toBe(1);
    const report = timeToChurn.report(result, request, languageOf("en"));
    expect(report.verdict.sentence).toContain("Half of 40 customers are gone by day 1 (no interval");
    expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("a date in the future moves the day the data are known until, and the day can be set", async () => {
    const { result } = await asked({ asOf: "2024-05-01" }, `${csv}\n  f,2099-01-01,pro`);
    expect(result.overall).toEqual((await asked()).result.overall);
    expect(result.rows!.excluded).toEqual([{ why: "after-as-of", rows: 1 }]);
  });

  test("a start that is text, a table of customers without a customer", async () => {
    await expect(asked({ start: "plan" })).rejects.toThrow("column that cannot be parameter start: plan");
    await expect(asked({ people: "users" })).rejects.toThrow("column that cannot be parameter people: users");
    await expect(asked({ mode: "durations" })).rejects.toThrow("nothing chosen for the parameter duration");
  });
});

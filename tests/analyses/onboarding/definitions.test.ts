import { describe, expect, test } from "vitest";
import { anyActivity, languageOf } from "../../../src/analyses";
import { onboarding } from "../../../src/analyses/onboarding";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { toyEvents } from "../toy-events";
import { expectCustomersBehind } from "../who-counts";

const database = openedDatabase();
const types = { customer: "varchar", ts: "timestamp", event: "varchar" };
const roles = { customer: "customer", time: "ts", event: "event" };

// Known until the start of 12 January.
const csv = `customer,ts,event
  a,2024-01-01 23:45:00,signup
  a,2024-01-02 00:01:00,create
  a,2024-01-03 10:00:00,invite
  b,2024-01-01 10:00:00,signup
  b,2024-01-02 12:00:00,invite
  b,2024-01-03 12:00:00,create
  c,2024-01-05 10:00:00,signup
  c,2024-01-12 10:00:00,create
  d,2024-01-11 10:00:00,signup
  d,2024-01-12 09:00:00,create`;

async function asked(given: object = {}, text = csv, more = {}) {
  const columns = await tableFrom(database(), "log", text, types);
  return run(database(), onboarding, dataSet("log", columns, roles, more), { gap: 3, ...given });
}

const shares = ({ result }: Awaited<ReturnType<typeof asked>>) =>
  result.days.map(({ day, share }) => [day, share.x, share.n]);

test("by the calendar a minute after midnight is day 1; by 24 hours it is not", async () => {
  // d began on the last whole day: no whole day 1 is known of it.
  expect(shares(await asked({ days: [0, 1, 2] }))).toEqual([
    [0, 4, 4],
    [1, 2, 3],
    [2, 2, 3],
  ]);
  // b is back after 26 and 50 hours, a only after 34.
  expect(shares(await asked({ days: [0, 1, 2], window: "rolling" }))).toEqual([
    [0, 3, 3],
    [1, 2, 3],
    [2, 1, 3],
  ]);
});

test("on or after; and of the same customers", async () => {
  expect(shares(await asked({ days: [1, 2, 6], reading: "after" }))).toEqual([
    [1, 2, 3],
    [2, 2, 3],
    [6, 0, 3],
  ]);
  expect(shares(await asked({ days: [1, 8], same: true }))).toEqual([
    [1, 2, 2],
    [8, 0, 2],
  ]);
});

test("toy events by hand: who creates something on the day after the first creation", async () => {
  const data = await toyEvents(database(), ["create"]);
  const { result } = await run(database(), onboarding, data, { days: [1, 7], asOf: "2026-02-06" });
  // Spec's toy log: only C is back a day later (22:30 and 00:10); on day 7 A, B, F and H are.
  expect(result.days.map(({ day, share }) => [day, share.x, share.n])).toEqual([
    [1, 1, 10],
    [7, 4, 10],
  ]);
});

test("a start that stands in a column", async () => {
  const columns = await tableFrom(
    database(),
    "joined",
    `customer,ts,joined
     a,2024-01-03 10:00:00,2024-01-02 08:00:00
     b,2024-01-05 10:00:00,2024-01-02 12:00:00
     c,2024-01-10 10:00:00,`,
    { customer: "varchar", ts: "timestamp", joined: "timestamp" },
  );
  const data = dataSet("joined", columns, { customer: "customer", time: "ts" });
  const { result } = await run(database(), onboarding, data, { start: "joined", days: [1, 3], gap: 3 });
  expect(result.days.map(({ share }) => [share.x, share.n])).toEqual([
    [1, 2],
    [1, 2],
  ]);
});

test("first value, and the steps in their order", async () => {
  const { result, request } = await asked({
    value: "create",
    step1: "signup",
    step2: "create",
    step3: "invite",
    within: 5,
    days: [1, 2, 6],
  });
  // a reaches it on day 1, b on day 2; c and d not within the whole days known, 7 and 1 of them.
  expect(result.value!.curve.steps.map(({ time, events, censored }) => [time, events, censored])).toEqual([
    [0, 0, 1],
    [1, 1, 0],
    [2, 1, 0],
    [6, 0, 1],
  ]);
  [2 / 3, 1 / 3, 1 / 3].forEach((share, i) =>
    expect(result.value!.curve.horizons[i]!.survival).toBeCloseTo(share, 14),
  );
  // b invited before it created: not in this order. d has not had five days.
  expect(result.funnel).toMatchObject({ entered: 3, within: 5 });
  expect(
    result.funnel!.steps.map(({ event, ofAll, ofBefore }) => [event, ofAll.x, ofAll.n, ofBefore.n]),
  ).toEqual([
    ["signup", 3, 3, 3],
    ["create", 2, 3, 3],
    ["invite", 1, 3, 2],
  ]);
  expect(result.funnel!.steps[2]!.medianDays).toBeCloseTo((33 * 60 + 59) / 1440, 10);
  await expectCustomersBehind(database(), onboarding, request, result);
  for (const key of [
    "day 2 all",
    "day 3 returned",
    "step 5",
    "value lost",
    "omitted too-recent x",
    "lost 1 - -",
  ])
    expect(onboarding.customers!(request, result, key)).toBeNull();
});

test("a benchmark is a person's own", async () => {
  const none = await asked({ days: [1] });
  const { tables } = onboarding.report(none.result, none.request, languageOf("en"));
  expect(tables.find(({ id }) => id === "benchmark")!.rows[1]!.share).toEqual({ text: "—", value: null });
  const own = await asked({ days: [1], benchmark: 0.4 });
  const { verdict } = onboarding.report(own.result, own.request, languageOf("en"));
  expect(verdict.sentence).toContain("Whether day 1 reaches your benchmark of 40% cannot be told");
});

describe("invariants", () => {
  const [header = "", ...rows] = csv.split("\n").map((line) => line.trim());
  const given = { value: "create", step1: "create", step2: "invite", within: 5, days: [1, 2] };

  test("the order of rows does not matter; doubled customers double the counts", async () => {
    const { result } = await asked(given);
    expect((await asked(given, [header, ...rows.toReversed()].join("\n"))).result).toEqual(result);
    const twice = (await asked(given, [header, ...rows, ...rows.map((line) => `x${line}`)].join("\n")))
      .result;
    expect(twice.days.map(({ share }) => [share.x, share.n, share.rate])).toEqual(
      result.days.map(({ share }) => [2 * share.x, 2 * share.n, share.rate]),
    );
    expect(twice.funnel!.steps.map(({ ofAll, medianDays }) => [ofAll.rate, medianDays])).toEqual(
      result.funnel!.steps.map(({ ofAll, medianDays }) => [ofAll.rate, medianDays]),
    );
  });

  test("all times shifted by two weeks: the same", async () => {
    const moved = rows.map((line) =>
      line.replace(/2024-01-(\d\d)/, (_, day) => `2024-01-${Number(day) + 14}`),
    );
    const [{ result: before }, { result: after }] = [
      await asked(given),
      await asked(given, [header, ...moved].join("\n")),
    ];
    expect(after.days).toEqual(before.days);
    expect(after.funnel).toEqual(before.funnel);
    expect(after.value).toEqual(before.value);
  });
});

describe("bad input", () => {
  const header = "customer,ts,event";
  test.each([
    ["no rows", header, {}, "no row of the table"],
    ["one customer", `${header}\na,2024-01-01,x\na,2024-03-01,x`, { days: [1] }, "single customer"],
    [
      "all on one day",
      `${header}\na,2024-01-01 10:00:00,x\nb,2024-01-01 11:00:00,x`,
      {},
      "no row of the table",
    ],
    ["days that nobody has lived", csv, { days: [400] }, "nobody could be seen"],
    ["no such event", csv, { value: "nothing", step1: "nothing", within: 5, days: [1] }, "2 of 3 customers"],
  ])("%s", async (_, text, given, said) => {
    const { result, request } = await asked(given, text);
    for (const locale of ["en", "ru"]) {
      const report = onboarding.report(result, request, languageOf(locale));
      if (locale === "en") expect(report.verdict.sentence).toContain(said);
      expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  test("an event asked for where no column of events is known; a rule of logins", async () => {
    const columns = await tableFrom(database(), "log", csv, types);
    const data = dataSet("log", columns, { customer: "customer", time: "ts" });
    await expect(run(database(), onboarding, data, { value: "create" })).rejects.toThrow(
      "no column for the role: event",
    );
    const rule = { ...anyActivity, form: "listed" as const, events: ["login"] };
    const { result, request } = await asked({}, csv.replaceAll("create", "login"), { rule });
    expect(onboarding.report(result, request, languageOf("en")).caveats[0]).toMatchObject({
      id: "logins-only",
    });
  });
});

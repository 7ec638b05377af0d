import { describe, expect, test } from "vitest";
import { languageOf, readParams, runAnalysis, type DataSet } from "../../../src/analyses";
import { renewalRadar } from "../../../src/analyses/renewal-radar";
import { radarParams } from "../../../src/analyses/renewal-radar/params";
import { bandOf, type RadarResult } from "../../../src/analyses/renewal-radar/result";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { expectCustomersBehind } from "../who-counts";

const database = openedDatabase();
const types = {
  a: "varchar",
  s: "date",
  e: "date",
  m: "double",
  review: "date",
  contact: "date",
  cur: "varchar",
  org: "varchar",
};
const roles = { customer: "a", start: "s", end: "e", mrr: "m" };
const today = "2024-06-01";

async function radar(
  rows: string,
  given: object = {},
  more: { roles?: object; usage?: DataSet; as?: Record<string, string>; data?: Partial<DataSet> } = {},
) {
  const as = more.as ?? types;
  const columns = await tableFrom(database(), "c", `${Object.keys(as).join(",")}\n${rows}`, as);
  const { values, refused } = readParams(radarParams, { asOf: today, ...given });
  expect(refused).toEqual([]);
  const request = {
    data: dataSet("c", columns, { ...roles, ...more.roles }, more.data ?? {}),
    params: values,
    ...(more.usage && { beside: { usage: more.usage } }),
  };
  const { result } = await runAnalysis(renewalRadar, request, (question) =>
    database().query(question, { isOwn: true }),
  );
  return { request, result, report: renewalRadar.report(result, request, languageOf("en")) };
}

const counts = (result: RadarResult) =>
  Object.fromEntries(
    result.bands.filter(({ contracts }) => contracts > 0).map(({ band, contracts }) => [band, contracts]),
  );

describe("a contract falls into the band of its days left", () => {
  // 1 June 2024 is today; the end is the first day without the contract.
  test.each([
    ["2024-05-03", "overdue"],
    ["2024-06-01", "overdue"],
    ["2024-06-02", "urgent"],
    ["2024-06-30", "urgent"],
    ["2024-07-01", "late"],
    ["2024-07-30", "late"],
    ["2024-07-31", "window"],
    ["2024-08-30", "window"],
    ["2024-08-31", "later"],
    ["", "open"],
  ])("%s is %s", async (end, band) => {
    const { result } = await radar(`a,2023-01-01,${end},5,,,,`, { grace: 30 });
    // 60 days left open the window, 90 still belong to it; 30 are no longer urgent.
    expect(counts(result)).toEqual({ [band]: 1 });
  });

  test("one that ended before the days of grace is lost and not on the radar", async () => {
    const { result } = await radar("a,2023-01-01,2024-05-01,5,,,,\nb,2023-01-01,2024-08-01,5,,,,");
    expect(counts(result)).toEqual({ window: 1 });
    expect(result.facts.past).toBe(1);
  });

  test("with the last paid day given, a day later", async () => {
    const { result } = await radar("a,2023-01-01,2024-07-30,5,,,,", {}, { data: { endIsLastPaidDay: true } });
    expect(counts(result)).toEqual({ window: 1 });
  });
});

test("a contract with a successor is renewed, also by one that begins after today; a product beside it is none", async () => {
  const rows = [
    "a,2023-06-01,2024-07-01,5,,,,\na,2024-07-01,2025-07-01,6,,,,",
    "b,2023-06-01,2024-07-01,5,,,,\nb,2024-02-01,,1,,,,",
    "c,2023-06-01,2024-05-20,5,,,,\nc,2024-05-25,2025-05-25,5,,,,",
  ].join("\n");
  const { result, report } = await radar(rows);
  expect(result.facts).toMatchObject({ renewed: 2, future: 1 });
  expect(counts(result)).toEqual({ late: 1, later: 1, open: 1 });
  expect(report.caveats.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["auto-renewal", "open", "renewed"]),
  );
  expect(report.caveats.map(({ id }) => id)).not.toContain("after-as-of");
});

test("a logo with two contracts in a band is one logo, and its list one row", async () => {
  const { result, request } = await radar(
    "a,2023-01-01,2024-08-01,5,,,,\na,2023-01-01,2024-08-02,7,,,,\nb,2023-01-01,2024-08-03,1,,,,",
  );
  expect(bandOf(result, "window")).toMatchObject({ contracts: 3, logos: 2, mrr: 13 });
  const table = await database().query(renewalRadar.customers!(request, result, "window")!);
  expect(table.rows()).toMatchObject([
    { customer: "a", contracts: 2, mrr: 12, band: "window" },
    { customer: "b", contracts: 1, mrr: 1 },
  ]);
});

test("business reviews: the last one up to today counts, none is overdue", async () => {
  const rows = [
    "a,2023-01-01,2024-08-01,5,2024-03-02,2024-05-30,,",
    "b,2023-01-01,2024-08-01,5,2024-02-28,,,",
    "c,2023-01-01,2024-08-01,5,,,,",
    // A review that is only planned has not been held.
    "d,2023-01-01,2024-06-10,5,2024-06-20,,,",
    "e,2023-01-01,2025-06-10,5,,,,",
  ].join("\n");
  const { result, request, report } = await radar(rows, { qbr: "review", contact: "contact" });
  expect(result.qbr).toEqual({ logos: 4, late: 3, never: 2 });
  expect(report.verdict.sentence).toContain("3 of these 4 logos had no business review in the last 92 days");
  expect(await expectCustomersBehind(database(), renewalRadar, request, result)).toContain("late-qbr");
  expect(result.list.find(({ logo }) => logo === "a")).toMatchObject({
    qbr: "2024-03-02",
    contact: "2024-05-30",
  });
});

describe("usage beside the contracts", () => {
  const log = [
    "u1,acme,2024-05-20",
    "u2,acme,2024-04-20",
    "u3,acme,2024-04-21",
    "u3,acme,2024-05-31",
    "u4,acme,2024-01-01",
    "u5,beta,2024-05-01",
    "u6,beta,2024-06-01",
  ].join("\n");
  const usageColumns = () =>
    tableFrom(database(), "usage", `u,org,t\n${log}`, { u: "varchar", org: "varchar", t: "date" });

  test("counts the users of an account, and who of them is gone", async () => {
    const usage = dataSet("usage", await usageColumns(), { customer: "u", parent: "org", time: "t" });
    const { result, request, report } = await radar(
      "acme,2023-01-01,2024-08-01,5,,,,\nbeta,2023-01-01,2024-08-02,5,,,,\ngamma,2023-01-01,2024-08-03,5,,,,",
      { usage: "usage" },
      { usage },
    );
    // The 30 days until 1 June begin on 2 May; those before them on 2 April.
    expect(result.list.map((one) => one.usage)).toEqual([
      { before: 2, now: 2, gone: 1 },
      { before: 1, now: 0, gone: 1 },
      { before: 0, now: 0, gone: 0 },
    ]);
    expect(report.tables.find(({ id }) => id === "list")!.columns.map(({ key }) => key)).toContain("gone");
    await expectCustomersBehind(database(), renewalRadar, request, result);
  });

  test("counts active days where the log knows no account, and says when it ends early", async () => {
    const usage = dataSet("usage", await usageColumns(), { customer: "org", time: "t" });
    const { result, report } = await radar(
      "acme,2023-01-01,2024-08-01,5,,,,",
      { usage: "usage", asOf: "2024-07-01" },
      { usage },
    );
    expect(result.usage).toEqual({ unit: "days", until: "2024-06-02" });
    expect(result.list[0]!.usage).toMatchObject({ before: 2, now: 2 });
    expect(report.caveats.map(({ id }) => id)).toContain("usage");
  });
});

test("several currencies are not added up", async () => {
  const { result, report } = await radar(
    "a,2023-01-01,2024-08-01,5,,,EUR,\nb,2023-01-01,2024-08-01,5,,,USD,",
    {},
    { roles: { currency: "cur" } },
  );
  expect(result.hasMoney).toBe(false);
  expect(report.tables[0]!.columns.map(({ key }) => key)).not.toContain("mrr");
  expect(report.caveats.map(({ id }) => id)).toContain("currencies");
});

test("a blank row, or one of totals, is in no currency", async () => {
  const { result } = await radar(
    "a,2023-01-01,2024-08-01,5,,,EUR,\n,2023-01-01,2024-08-01,5,,,,\ntotal,,,5,,,,",
    {},
    { roles: { currency: "cur" } },
  );
  expect(result).toMatchObject({ hasMoney: true, currencies: ["EUR"] });
});

test("the logo is the parent account where that is chosen", async () => {
  const { result } = await radar(
    "u1,2023-01-01,2024-08-01,5,,,,acme\nu2,2023-01-01,2024-08-01,5,,,,acme",
    { logo: "parent" },
    { roles: { parent: "org" } },
  );
  expect(bandOf(result, "window")).toMatchObject({ contracts: 2, logos: 1 });
});

describe("bad input", () => {
  test("no rows, no usable row, nothing that ends", async () => {
    expect((await radar("", { asOf: "auto" })).report.verdict.level).toBe("cannot-tell");
    expect((await radar(",2023-01-01,2024-08-01,5,,,,", { asOf: "auto" })).report.verdict.level).toBe(
      "cannot-tell",
    );
    const open = await radar("a,2023-01-01,,5,,,,");
    expect(open.report.verdict).toMatchObject({ level: "cannot-tell" });
    expect(open.report.figures).toEqual([]);
  });

  test("a window that ends before it begins is refused", async () => {
    const { report, result } = await radar("a,2023-01-01,2024-08-01,5,,,,", { from: 30, to: 60 });
    expect(report.verdict.level).toBe("refused");
    expect(result.bands.every(({ contracts }) => contracts === 0)).toBe(true);
  });

  test("today that nobody set leaves a doubt", async () => {
    const { report, result } = await radar("a,2024-01-01,2024-08-01,5,,,,\nb,2024-05-31,2030-01-01,1,,,,", {
      asOf: "auto",
    });
    expect(result.asOf).toBe(today);
    expect(report.verdict.level).toBe("likely");
    expect(report.caveats[0]!.id).toBe("as-of-auto");
  });

  test("turned-round, empty and infinite contracts, and MRR that is missing or infinite", async () => {
    const { result, report } = await radar(
      "a,2024-05-01,2024-01-01,5,,,,\nb,2024-01-01,2024-01-01,5,,,,\nc,2024-01-01,infinity,5,,,,\nd,2024-01-01,2024-08-01,inf,,,,\ne,2024-01-01,2024-08-01,,,,,",
    );
    expect(counts(result)).toEqual({ window: 2, open: 1 });
    expect(bandOf(result, "window")).toMatchObject({ mrr: 0, unknown: 2 });
    expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/);
  });

  test("an end on a day that the month does not have is told", async () => {
    const { result } = await radar(
      "a,2024-01-31,2024-06-30,5,,,,\nb,2024-01-30,2024-06-30,5,,,,\nc,2024-01-31,2024-07-30,5,,,,",
    );
    expect(result.facts.shortened).toBe(1);
  });

  test("an end that is text is refused by name", async () => {
    await expect(
      radar("a,2024-01-31,2024-06-31,5,,,,", {}, { as: { ...types, e: "varchar" } }),
    ).rejects.toThrow("end");
  });
});

test("do not hang on the order of rows; doubled logos double, and a shift of all days changes nothing", async () => {
  const rows = Array.from({ length: 40 }, (_, i) => {
    const end = new Date(Date.UTC(2024, 4, 5 + i * 4)).toISOString().slice(0, 10);
    return `x${String(i)},2023-0${String(1 + (i % 9))}-11,${end},${String(i)},,,,`;
  });
  const told = async (of: readonly string[], given = {}) => (await radar(of.join("\n"), given)).result;
  const first = await told(rows);
  expect(await told([...rows].reverse())).toEqual(first);
  const doubled = await told([...rows, ...rows.map((row) => `y${row}`)]);
  expect(doubled.bands.map(({ logos, mrr }) => [logos, mrr])).toEqual(
    first.bands.map(({ logos, mrr }) => [logos * 2, mrr * 2]),
  );
  const later = rows.map((row) =>
    row.replace(/\d{4}-\d{2}-\d{2}/g, (day) =>
      new Date(Date.parse(day) + 364 * 86_400_000).toISOString().slice(0, 10),
    ),
  );
  const shifted = await told(later, { asOf: "2025-05-31" });
  expect(shifted.bands).toEqual(first.bands);
});

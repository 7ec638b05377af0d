import { describe, expect, test } from "vitest";
import {
  languageOf,
  type Analysis,
  type DataSet,
  type ParamSpecs,
  type RoleMapping,
} from "../../../src/analyses";
import { mixShift } from "../../../src/analyses/mix-shift";
import { segments } from "../../../src/analyses/segments";
import { usageQuartiles } from "../../../src/analyses/usage-quartiles";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();
type Given = Readonly<Record<string, unknown>>;

const types = {
  customer: "varchar",
  day: "date",
  plan: "varchar",
  size: "varchar",
  spent: "double",
  money: "varchar",
};
const roles: RoleMapping = { customer: "customer", time: "day" };

async function logOf(lines: readonly string[], more: RoleMapping = {}): Promise<DataSet> {
  const csv = ["customer,day,plan,size,spent,money", ...lines].join("\n");
  return dataSet("log", await tableFrom(database(), "log", csv, types), { ...roles, ...more });
}

/** The report in both languages: nothing in it is broken. */
async function reported<P extends ParamSpecs, R>(
  analysis: Analysis<P, R>,
  data: DataSet,
  given: Given,
  beside: Readonly<Record<string, DataSet>> = {},
) {
  const { request, result } = await run(database(), analysis, data, given, beside);
  const [english] = ["en", "ru"].map((locale) => {
    const report = analysis.report(result, request, languageOf(locale));
    expect(JSON.stringify({ ...report, figures: [] })).not.toMatch(/NaN|undefined|Infinity|null %/);
    for (const figure of report.figures) {
      for (const width of [760, 340]) expect(figure.plot(width)).toBeDefined();
      expect(figure.alternative).not.toMatch(/NaN|undefined|Infinity/);
    }
    return report;
  });
  // What can be opened as code can also be run.
  await database().query(analysis.asSql(request, result));
  return { result, report: english!, verdict: english!.verdict };
}

const asks = [
  ["segments", (data: DataSet) => reported(segments, data, { by: ["plan", "size"], fewest: 1 })],
  ["usage", (data: DataSet) => reported(usageQuartiles, data, { by: "plan" })],
  [
    "usage by a column",
    (data: DataSet) => reported(usageQuartiles, data, { feature: "column", usage: "spent" }),
  ],
  ["usage in a month", (data: DataSet) => reported(usageQuartiles, data, { window: "month" })],
  ["groups", (data: DataSet) => reported(mixShift, data, { group: "plan", by: "size" })],
  ["periods", (data: DataSet) => reported(mixShift, data, { compare: "periods", by: "size" })],
] as const;

const many = <T>(n: number, line: (i: number) => T) => Array.from({ length: n }, (_, i) => line(i));

describe.each(asks)("%s of too little", (_, ask) => {
  test.each([
    ["no rows", []],
    ["rows without customers", [",2024-01-01,a,x,1,EUR", ",2024-02-01,a,x,1,EUR"]],
    ["one customer on one day", ["a,2024-01-01,a,x,1,EUR"]],
    ["one customer on many days", many(9, (i) => `a,2024-0${i + 1}-01,a,x,1,EUR`)],
    ["all dates equal", many(40, (i) => `c${i},2024-03-01,${i % 2 ? "a" : "b"},x,${i},EUR`)],
    ["infinite dates", many(40, (i) => `c${i},infinity,a,x,${i},EUR`)],
    ["no attributes at all", many(60, (i) => `c${i % 20},2024-0${1 + (i % 6)}-0${1 + (i % 9)},,,,`)],
  ])("%s: a verdict that says what cannot be told", async (__, lines) => {
    const { verdict } = await ask(await logOf(lines));
    expect(["cannot-tell", "refused"]).toContain(verdict.level);
    expect(verdict.number?.value ?? "").not.toMatch(/NaN/);
    expect(verdict.next).toBeTruthy();
  });
});

const everyWeek = (who: string, from: number, to: number, rest: string) =>
  many(
    to - from,
    (i) => `${who},${new Date(Date.UTC(2024, 0, 1 + 7 * (from + i))).toISOString().slice(0, 10)},${rest}`,
  );

describe("nobody left, everybody left", () => {
  const stays = many(60, (i) => i).flatMap((i) =>
    everyWeek(`s${i}`, 0, 26, `${i % 2 ? "a" : "b"},${i % 3 ? "x" : "y"},${i},EUR`),
  );
  const leaves = many(60, (i) => i).flatMap((i) =>
    everyWeek(`l${i}`, 0, 13, `${i % 2 ? "a" : "b"},${i % 3 ? "x" : "y"},${i},EUR`),
  );
  const april = { start: "2024-04-01", end: "2024-05-01", asOf: "2024-06-01" };
  const asked = [
    ["segments", (data: DataSet) => reported(segments, data, { by: ["plan"], ...april })],
    [
      "usage",
      (data: DataSet) =>
        reported(usageQuartiles, data, { observeDays: 84, outcomeDays: 30, asOf: "2024-06-01" }),
    ],
    ["groups", (data: DataSet) => reported(mixShift, data, { group: "plan", by: "size", ...april })],
  ] as const;

  test.each(asked)("%s: nobody", async (_, ask) => {
    const { verdict } = await ask(await logOf(stays));
    expect(verdict.level).toBe("cannot-tell");
    expect(verdict.sentence).toMatch(/nobody left/);
  });

  test.each(asked)("%s: everybody", async (name, ask) => {
    const still = many(1, () => "z,2024-06-20,c,x,1,EUR");
    const { verdict } = await ask(await logOf([...leaves, ...still]));
    expect(verdict.level).toBe("cannot-tell");
    if (name !== "usage") expect(verdict.sentence).toMatch(/all 60 customers left/);
  });
});

test("future dates lie after the day the data are known until and are told", async () => {
  const lines = [
    ...many(50, (i) => i).flatMap((i) =>
      everyWeek(`c${i}`, 0, i % 2 ? 20 : 9, `${i % 2 ? "a" : "b"},x,1,EUR`),
    ),
    "c1,2999-01-01,a,x,1,EUR",
  ];
  const asked = { by: ["plan"], fewest: 5, start: "2024-03-01", end: "2024-04-01", asOf: "2024-05-20" };
  const { report, result } = await reported(segments, await logOf(lines), asked);
  expect(result.overall.n).toBe(50);
  expect(report.caveats.map(({ id }) => id)).toContain("after-as-of");
});

test("amounts below nought count with those without usage, and are told; several currencies are refused", async () => {
  const lines = many(90, (i) => i).flatMap((i) =>
    everyWeek(`c${i}`, 0, i % 3 ? 30 : 6, `a,x,${i % 10 ? i : -5},${i % 2 ? "EUR" : "USD"}`),
  );
  const asked = { feature: "column", usage: "spent", outcomeDays: 30 };
  const { result, report } = await reported(usageQuartiles, await logOf(lines), asked);
  expect(result.negative).toBe(9);
  expect(result.segments[0]).toMatchObject({ quarter: "none", share: { n: 9 } });
  expect(report.caveats.map(({ id }) => id)).toContain("negative");
  const { verdict } = await reported(
    usageQuartiles,
    await logOf(lines, { amount: "spent", currency: "money" }),
    asked,
  );
  expect(verdict.level).toBe("refused");
  expect(verdict.sentence).toMatch(/currencies/);
});

test("no events in the observation, one and the same usage, windows that overlap", async () => {
  const lines = many(60, (i) => i).flatMap((i) => everyWeek(`c${i}`, 0, i % 2 ? 30 : 5, "a,x,1,EUR"));
  const data = await logOf(lines, { event: "money" });
  const none = await reported(usageQuartiles, data, { feature: "event", event: "GBP" });
  expect(none.verdict.sentence).toMatch(/nobody in the comparison has used it/);
  const tied = await reported(usageQuartiles, data, {});
  expect(tied.verdict.sentence).toMatch(/no three segments/);
  const overlap = await reported(usageQuartiles, data, { outcomeFrom: 29 });
  expect(overlap.verdict.level).toBe("refused");
  expect(overlap.report.caveats[0]!.text).toMatch(/55%/);
});

test("contracts that overlap are one customer", async () => {
  const csv = ["account,begins,ends,plan,size"];
  for (let i = 0; i < 80; i++) {
    csv.push(`c${i},2024-01-01,2024-0${i % 4 ? 9 : 3}-15,${i % 2 ? "a" : "b"},x`);
    csv.push(`c${i},2024-02-01,2024-03-10,${i % 2 ? "a" : "b"},x`);
  }
  const columns = await tableFrom(database(), "terms", csv.join("\n"), {
    account: "varchar",
    begins: "date",
    ends: "date",
    plan: "varchar",
    size: "varchar",
  });
  const data = dataSet("terms", columns, { customer: "account", start: "begins", end: "ends" });
  const asked = {
    mode: "contracts",
    by: ["plan"],
    start: "2024-03-01",
    end: "2024-04-01",
    asOf: "2024-06-01",
  };
  const { result } = await reported(segments, data, asked);
  expect(result.overall).toMatchObject({ x: 20, n: 80 });
});

test("a status that is missing, that nobody has, or that contradicts itself", async () => {
  const lines = many(
    60,
    (i) => `c${i},2024-01-01,${i % 2 ? "a" : "b"},${i % 5 ? "here" : ""},1,${i % 4 ? "in" : "out"}`,
  );
  const twice = many(3, (i) => `c${i + 5},2024-01-01,a,here,2,${(i + 5) % 4 ? "out" : "in"}`);
  const data = await logOf([...lines, ...twice]);
  const statusOnly = { ...data, roles: { customer: "customer", status: "money" } };
  const asked = { mode: "status", by: ["plan"], fewest: 5 };
  const noValue = await reported(segments, statusOnly, asked);
  expect(noValue.verdict.sentence).toMatch(/nobody has said which status/);
  expect(noValue.report.tables.map(({ id }) => id)).toContain("statuses");
  const nobodyHas = await reported(segments, statusOnly, { ...asked, left: "lost" });
  expect(nobodyHas.verdict.sentence).toMatch(/no customer has the status “lost”/);
  const { result, report } = await reported(segments, statusOnly, { ...asked, left: "out" });
  expect(result.status).toMatchObject({ contradictory: 3, unknown: 0 });
  expect(result.overall.n).toBe(57);
  expect(report.caveats.map(({ id }) => id)).toContain("contradictory");
  const periods = await reported(mixShift, statusOnly, {
    mode: "status",
    left: "out",
    compare: "periods",
    by: "plan",
  });
  expect(periods.verdict.level).toBe("refused");
});

test("a role or a column of the wrong type is named before anything is asked", async () => {
  const data = await logOf(["a,2024-01-01,p,x,1,EUR"]);
  await expect(
    run(database(), segments, { ...data, roles: { customer: "customer", time: "plan" } }, { by: ["size"] }),
  ).rejects.toThrow("column that cannot be time: plan (VARCHAR)");
  await expect(run(database(), usageQuartiles, data, { feature: "column", usage: "plan" })).rejects.toThrow(
    "column that cannot be parameter usage: plan (VARCHAR)",
  );
  await expect(run(database(), segments, data, {})).rejects.toThrow("nothing chosen for the parameter by");
});

test("5,000 values of a column: the largest stand alone, the others together, and the report stays small", async () => {
  const lines = many(12_000, (i) => `c${i},2024-01-01,v${i % 5000},x,1,${i % 3 ? "in" : "out"}`);
  const data = await logOf(lines);
  const statusOnly = { ...data, roles: { customer: "customer", status: "money" } };
  const { result } = await reported(segments, statusOnly, {
    mode: "status",
    left: "out",
    by: ["plan", "customer"],
    fewest: 3,
  });
  expect(result.dimensions[0]).toMatchObject({ levels: 5000 });
  expect(result.dimensions[0]!.segments).toHaveLength(13);
  expect(result.dimensions[1]!.segments.map(({ kind }) => kind)).toEqual(["others"]);
});

test("a column that is the outcome under another name is told and left out", async () => {
  const lines = many(200, (i) => `c${i},2024-01-01,${i % 4 ? "stayed" : "went"},x,1,${i % 4 ? "in" : "out"}`);
  const statusOnly = { ...(await logOf(lines)), roles: { customer: "customer", status: "money" } };
  const { result, report } = await reported(segments, statusOnly, {
    mode: "status",
    left: "out",
    by: ["plan"],
  });
  expect(result.dimensions[0]!.isLeak).toBe(true);
  expect(result.top).toEqual([]);
  expect(report.caveats[0]!.id).toBe("leak-plan");
});

import { describe, expect, test } from "vitest";
import { languageOf, type DataSet } from "../../../src/analyses";
import { adoptionScore } from "../../../src/analyses/adoption-score";
import { name, sql, type Sql } from "../../../src/engine";
import { run } from "../ask";
import { expectEachCounted } from "../customers-behind";
import { openedDatabase } from "../opened-database";
import { dataSet } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";

const database = openedDatabase();

/** Customers 0 to n − 1, `state` "gone" or "there". */
async function people(table: string, n: number, columns: Sql): Promise<DataSet> {
  await database().query(sql`
    create or replace table ${name(table)} as
    select 'c' || i as customer, ${columns} from (select i::integer as i from range(${n}) t(i))`);
  return dataSet(table, await database().describe(sql`from ${name(table)}`), {
    customer: "customer",
    status: "state",
  });
}

const asked = { mode: "columns", left: "gone", usageDays: 30, statusDay: 60 };

async function said(data: DataSet, given: Readonly<Record<string, unknown>>) {
  const { request, result } = await run(database(), adoptionScore, data, { ...asked, ...given });
  expectVerdictFromTables(adoptionScore, request, result);
  const report = adoptionScore.report(result, request, languageOf("en"));
  return { request, result, report, ...report.verdict };
}

/** Every third leaves; a and b go with staying, the more so a. */
const usual = sql`
  if((i * 7) % 10 < if(i % 2 = 0, 2, 5), 'gone', 'there') as state, (i % 2 = 0)::int as a, (i % 3)::int as b`;

describe("what cannot be said, and why", () => {
  test.each([
    ["one customer", 1, sql`'there' as state, 1 as a`, /no customer has the status “gone”/],
    ["nobody left", 40, sql`'there' as state, i % 2 as a`, /no customer has the status “gone”/],
    ["everybody left", 40, sql`'gone' as state, i % 2 as a`, /40.* left/],
    ["behaviours the same for all", 60, sql`if(i % 2 = 0, 'gone', 'there') as state, 1 as a`, /same for all/],
  ])("%s", async (table, n, columns, sentence) => {
    const data = await people(table, n, columns);
    const { level, sentence: told, report, request, result } = await said(data, { levers: ["a"] });
    expect(level).toBe("cannot-tell");
    expect(told).toMatch(sentence);
    expect(report.figures).toEqual([]);
    expect(adoptionScore.customers!(request, result, "all")).toBeNull();
    expect(adoptionScore.asTypescript(request, result, "x", languageOf("en"))).toBeNull();
  });

  test("no behaviours, no status, windows that overlap", async () => {
    const data = await people("usual", 200, usual);
    expect((await said(data, { levers: [] })).sentence).toMatch(/which columns are behaviours/);
    expect((await said(data, { levers: ["a"], left: "" })).sentence).toMatch(/which status/);
    const overlap = await said(data, { levers: ["a"], usageDays: 60, statusDay: 30 });
    expect(overlap.level).toBe("refused");
  });
});

test("few who left: equal weights, a register of assumptions, and what would turn the light", async () => {
  const data = await people(
    "few",
    60,
    sql`if(i % 6 = 0, 'gone', 'there') as state, i % 2 as a, (i % 5 > 1)::int as b`,
  );
  const { result, report, sentence, next } = await said(data, { levers: ["a", "b"] });
  expect(result.gate).toMatchObject({ colour: "red", events: 10 });
  expect(result.contenders.map(({ version }) => version)).toEqual(["equal"]);
  expect(sentence).toMatch(/only 10 left.*assumption/);
  expect(next).toMatch(/about 10 more have left; at today’s share that is 60 customers/);
  const register = report.tables.find(({ id }) => id === "register")!;
  expect(register.rows.map(({ assumed, status }) => [assumed!.value, status!.text])).toEqual([
    [50, "assumed, not tested"],
    [50, "assumed, not tested"],
  ]);
});

test("every behaviour goes with leaving: no weights but equal ones, which say so", async () => {
  const data = await people(
    "against",
    300,
    sql`if((i * 7) % 10 < if(i % 2 = 0, 2, 5), 'gone', 'there') as state, i % 2 as a`,
  );
  const { result, report } = await said(data, { levers: ["a"] });
  expect(result.contenders.map((one) => (one.ok ? one.version : one.why))).toEqual([
    "none-positive",
    "none-positive",
    "equal",
    "none-positive",
    "none-positive",
  ]);
  expect(report.verdict.level).toBe("cannot-tell");
  expect(report.caveats.map(({ id }) => id)).toEqual(expect.arrayContaining(["against", "without-coef"]));
});

test("a behaviour of which all stayed has a finite weight", async () => {
  const data = await people(
    "separated",
    300,
    sql`if(i % 10 > 0 and i % 3 = 0, 'gone', 'there') as state, (i % 10 = 0)::int as a, (i % 2)::int as b`,
  );
  const { result } = await said(data, { levers: ["a", "b"] });
  const coef = result.contenders.find(({ version }) => version === "coef")!;
  if (!coef.ok) throw new Error("no weights");
  for (const weight of coef.weights) expect(Number.isFinite(weight)).toBe(true);
  expect(coef.weights[0]).toBeGreaterThan(50);
});

test("what is not known is not none: partial scores by what is known, and coverage says how many", async () => {
  const data = await people("unknown", 400, sql`${usual}, if(i % 5 = 0, null, (i % 2 = 0)::int) as c`);
  const { request, result, report } = await said(data, { levers: ["b", "c"], weighting: "equal" });
  expect(result.scored).toMatchObject({ customers: 400, partial: 80, without: 0 });
  expect(result.incomplete.customers).toBe(80);
  const equal = result.contenders.find(({ version }) => version === "equal")!;
  if (!equal.ok) throw new Error("no weights");
  expect(equal.checks.find(({ check }) => check === "coverage")).toMatchObject({ state: "fail", value: 0.8 });
  // Whoever is known in b alone has 0 or 100, never 50.
  const rows = await database().query(adoptionScore.customers!(request, result, "partial")!);
  expect(new Set(rows.rows().map(({ score }) => score))).toEqual(new Set([0, 100]));
  await expectEachCounted(database(), adoptionScore, { request, result }, report);
});

test("those who began later are scored by weights of the earlier ones alone", async () => {
  const began = sql`date '2024-01-01' + i as began`;
  const same = await people("same", 400, sql`${usual}, ${began}`);
  const turned = await people(
    "turned",
    400,
    sql`
      if((i * 7) % 10 < if((i % 2 = 0) = (i < 280), 2, 6), 'gone', 'there') as state, (i % 2 = 0)::int as a,
      (i % 3)::int as b, ${began}`,
  );
  const levers = ["a", "b"];
  const laterOf = async (data: DataSet, given: Readonly<Record<string, unknown>>) => {
    const { result } = await said(data, { levers, weighting: "coef", ...given });
    const coef = result.contenders.find(({ version }) => version === "coef")!;
    if (!coef.ok) throw new Error("no weights");
    return { later: coef.later, check: coef.checks.find(({ check }) => check === "later")! };
  };
  expect((await laterOf(same, {})).check.state).toBe("cannot-tell");
  const held = await laterOf(same, { began: "began" });
  expect(held.later).toMatchObject({ customers: 120 });
  expect(held.check.state).toBe("pass");
  const lost = await laterOf(turned, { began: "began" });
  expect(lost.check).toMatchObject({ state: "fail" });
  expect(lost.later!.auc).toBeLessThan(0.5);
});

test("the order of rows changes nothing", async () => {
  const data = await people("ordered", 300, usual);
  const before = await said(data, { levers: ["a", "b"] });
  await database().query(sql`create or replace table ordered as from ordered order by md5(customer)`);
  expect((await said(data, { levers: ["a", "b"] })).result).toEqual(before.result);
});

test("the score is a table that other cells can read", async () => {
  const data = await people("readable", 300, usual);
  const { request, result } = await said(data, { levers: ["a", "b"], weighting: "equal" });
  await database().query(sql`create or replace view scored as ${adoptionScore.asSql(request, result)}`);
  const found = await database().query(sql`
    select count(*) as customers, avg(score) as mean, min(score) as least, max(score) as most from scored`);
  expect(found.rows()[0]).toMatchObject({ customers: 300, least: 0, most: 100 });
  expect(Number(found.rows()[0]!.mean)).toBeCloseTo(result.scored!.mean!, 6);
});

import { beforeAll, describe, expect, test } from "vitest";
import { languageOf, type DataSet } from "../../../src/analyses";
import { abTest } from "../../../src/analyses/ab-test";
import { name, sql } from "../../../src/engine";
import { cuped } from "../../../src/analyses/stats/cuped";
import { clusterDifference } from "../../../src/analyses/stats/cluster-difference";
import { run } from "../ask";
import { expectCustomersBehind } from "../who-counts";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";
import { madeTest, type MadeTest } from "./made";

const database = openedDatabase();
let made: MadeTest;
beforeAll(async () => (made = await madeTest(database())));

const columnsOf = (data: DataSet, roles: DataSet["roles"]) => ({
  ...data,
  roles: { ...data.roles, ...roles },
});

describe("a table of outcomes", () => {
  test("shares of yes and no, means of numbers; the control is the one that is called old", async () => {
    const { result, request } = await run(database(), abTest, made.people, {
      primary: "paid",
      others: ["minutes"],
    });
    expect(result.arms.map(({ name, assigned, followed }) => [name, assigned, followed])).toEqual([
      ["old", 600, 600],
      ["new", 600, 600],
    ]);
    const [paid, minutes] = result.metrics;
    expect(paid!.arms.map(({ share }) => share.x)).toEqual([120, 180]);
    expect(paid!.contrasts[0]).toMatchObject({ finding: "raises", ratio: 1.5 });
    expect(minutes!.kind).toBe("mean");
    expect(minutes!.contrasts[0]!.raw!.difference).toBeCloseTo(2, 12);
    expectVerdictFromTables(abTest, request, result, [0.02]);
    await expectCustomersBehind(database(), abTest, request, result);
  });

  test("the query of a test without shares has the means", async () => {
    const { result, request } = await run(database(), abTest, made.people, { primary: "minutes" });
    const rows = (await database().query(abTest.asSql(request, result))).rows();
    const shown = result.metrics[0]!.arms.map(({ mean }) => mean!);
    expect(rows.map(({ variant }) => variant)).toEqual(["old", "new"]);
    rows.forEach(({ mean, customers }, i) => {
      expect(mean).toBeCloseTo(shown[i]!, 12);
      expect(Number(customers)).toBe(600);
    });
  });

  test("any variant may be the control, and the difference turns round with it", async () => {
    const { result } = await run(database(), abTest, made.people, { primary: "paid", control: "new" });
    const other = await run(database(), abTest, made.people, { primary: "paid" });
    const [turned, straight] = [result, other.result].map((one) => one.metrics[0]!.contrasts[0]!.raw!);
    expect(turned!.difference).toBeCloseTo(-straight!.difference, 14);
    expect(turned!.interval[0]).toBeCloseTo(-straight!.interval[1], 12);
    expect(turned!.p).toBeCloseTo(straight!.p!, 12);
  });

  test("a number from before takes out what it explains: the same as CUPED of the rows", async () => {
    const { result } = await run(database(), abTest, made.people, {
      primary: "minutes",
      before: "minutes_before",
    });
    const rows = (
      await database().query(sql`select variant, minutes, minutes_before from ${name(made.people.table)}`)
    ).rows();
    const [old, fresh] = ["old", "new"].map((arm) => {
      const own = rows.filter(({ variant }) => variant === arm);
      return momentsOf(own.map(({ minutes, minutes_before }) => [Number(minutes), Number(minutes_before)]));
    });
    const want = cuped(old!, fresh!);
    if (!want.ok) throw new Error(want.why);
    const { adjusted, raw, judged } = result.metrics[0]!.contrasts[0]!;
    expect(adjusted!.difference).toBeCloseTo(want.adjusted.difference, 9);
    expect(adjusted!.standardError).toBeCloseTo(want.adjusted.standardError, 9);
    expect(adjusted!.standardError!).toBeLessThan(raw!.standardError! / 2);
    expect(judged!.interval).toEqual(adjusted!.interval);
  });

  test("who got two variants, or none, is left out and counted; an outcome that contradicts itself is not known", async () => {
    const columns = await tableFrom(
      database(),
      "small",
      `who,arm,paid
       a,A,true
       a,A,true
       b,A,false
       b,B,true
       d,B,true
       d,B,false
       e,,true
       f, B ,false
       ,A,true`,
      { who: "varchar", arm: "varchar", paid: "boolean" },
    );
    const data = dataSet("small", columns, { customer: "who", variant: "arm" });
    const { result, request } = await run(database(), abTest, data, { primary: "paid" });
    expect(result.states).toEqual([
      { state: "in", customers: 3 },
      { state: "none", customers: 1 },
      { state: "several", customers: 1 },
    ]);
    expect(result.metrics[0]!.arms.map(({ share, missing }) => [share.x, share.n, missing])).toEqual([
      [1, 1, 0],
      [0, 1, 1],
    ]);
    await expectCustomersBehind(database(), abTest, request, result);
  });
});

describe("a log beside the list", () => {
  const asked = { mode: "log", people: "test_people", goal: "buy", within: 7 };

  test("the event within the days after the assignment, of those who could be seen for all of them", async () => {
    const { people, log } = made;
    const { result, request } = await run(database(), abTest, log, { ...asked, goal2: "open" }, { people });
    expect(result.clock).toEqual({ firstDay: "2024-03-01", asOf: "2024-05-01" });
    // Given by 13 April, seven days end by 20 April: everybody has been there long enough.
    expect(result.arms.map(({ followed }) => followed)).toEqual([600, 600]);
    // "buy" comes three days after; "open" on the first, the fifth and the seventh, and the seventh is past the window.
    expect(result.metrics.map(({ name, arms }) => [name, ...arms.map(({ share }) => share.x)])).toEqual([
      ["buy", 120, 180],
      ["open", 600, 600],
    ]);
    await expectCustomersBehind(database(), abTest, request, result);
    const soon = await run(database(), abTest, log, { ...asked, within: 3 }, { people });
    expect(soon.result.metrics[0]!.arms.map(({ share }) => share.x)).toEqual([0, 0]);
    expect(soon.result.metrics[0]!.contrasts[0]!.finding).toBe("small");
  });

  test("whoever has not been there for all the days is left out of the outcome, not of the split", async () => {
    const { people, log } = made;
    const { result, request } = await run(database(), abTest, log, { ...asked, within: 30 }, { people });
    // 30 days end by 1 May for whoever was given theirs by 1 April, the 28th of 40 days.
    const late = 1200 - 30 * 28;
    expect(result.states.find(({ state }) => state === "late")!.customers).toBe(late);
    expect(result.arms.map(({ assigned }) => assigned)).toEqual([600, 600]);
    expect(result.arms[0]!.followed + result.arms[1]!.followed).toBe(1200 - late);
    const report = abTest.report(result, request, languageOf("en"));
    expect(report.caveats.map(({ id }) => id)).toContain("state-late");
    expectVerdictFromTables(abTest, request, result, [0.02]);
  });

  test("any activity by the rule, where no event is named", async () => {
    const { people, log } = made;
    const { result } = await run(
      database(),
      abTest,
      { ...log, rule: { ...log.rule, form: "listed", events: ["buy"] } },
      { ...asked, goal: "" },
      { people },
    );
    expect(result.metrics[0]!.arms.map(({ share }) => share.x)).toEqual([120, 180]);
  });
});

describe("accounts", () => {
  test("customers of accounts that lie in one arm alone: a warning that accounts were assigned", async () => {
    const data = columnsOf(made.people, { variant: "by_account", parent: "account" });
    const { result, request } = await run(database(), abTest, data, { primary: "kept" });
    expect(result.accounts).toEqual({ all: 400, several: 400, split: 0 });
    expect(abTest.report(result, request, languageOf("en")).caveats.map(({ id }) => id)).toContain(
      "clustered",
    );
    const mixed = await run(database(), abTest, columnsOf(made.people, { parent: "account" }), {
      primary: "kept",
    });
    expect(mixed.result.accounts!.split).toBe(400);
    const { caveats } = abTest.report(mixed.result, mixed.request, languageOf("en"));
    expect(caveats.map(({ id }) => id)).not.toContain("clustered");
  });

  test("assigned by accounts the error is that of accounts, and the split counts them", async () => {
    const data = columnsOf(made.people, { variant: "by_account", parent: "account" });
    const { result, request } = await run(database(), abTest, data, { primary: "kept", unit: "account" });
    expect(result.arms.map(({ accounts }) => accounts)).toEqual([200, 200]);
    expect(result.split!.expected).toEqual([200, 200]);
    const none = { x: 0, n: 0 };
    const want = clusterDifference(
      Array.from({ length: 400 }, (_, i) => {
        const own = { x: i % 20 < 8 + 2 * (i % 2) ? 3 : 0, n: 3 };
        return i % 2 ? { a: none, b: own } : { a: own, b: none };
      }),
    );
    if (!want.ok) throw new Error(want.why);
    const { raw, designEffect } = result.metrics[0]!.contrasts[0]!;
    expect(raw!.difference).toBeCloseTo(want.difference, 14);
    expect(raw!.standardError).toBeCloseTo(want.standardError, 12);
    // Three customers of an account do the same: three count as one, but for G/(G − 1).
    expect(designEffect).toBeCloseTo((3 * 400) / 399, 10);
    expectVerdictFromTables(abTest, request, result, [0.02]);
  });

  test("a number is not compared by accounts, and says so", async () => {
    const data = columnsOf(made.people, { variant: "by_account", parent: "account" });
    const { result, request } = await run(database(), abTest, data, { primary: "minutes", unit: "account" });
    expect(result.metrics[0]!.contrasts[0]!.why).toBe("mean-of-accounts");
    expect(abTest.report(result, request, languageOf("en")).verdict.level).toBe("cannot-tell");
  });
});

test("the order of rows and the names of other arms change nothing; twice the customers, the same shares", async () => {
  const { table } = made.people;
  await database().query(sql`
    create or replace table shuffled as select * from ${name(table)} order by hash(customer)`);
  await database().query(sql`
    create or replace table doubled as
    select * from ${name(table)} union all select * replace (customer || 'x' as customer) from ${name(table)}`);
  const ask = async (other: string) =>
    (await run(database(), abTest, { ...made.people, table: other }, { primary: "paid" })).result;
  const [first, shuffled, doubled] = [await ask(table), await ask("shuffled"), await ask("doubled")];
  expect(shuffled).toEqual(first);
  expect(doubled.metrics[0]!.arms.map(({ share }) => share.rate)).toEqual(
    first.metrics[0]!.arms.map(({ share }) => share.rate),
  );
  expect(doubled.metrics[0]!.arms.map(({ share }) => share.n)).toEqual([1200, 1200]);
});

function momentsOf(pairs: readonly (readonly number[])[]) {
  const n = pairs.length;
  const mean = (at: number) => pairs.reduce((sum, pair) => sum + pair[at]!, 0) / n;
  const [meanY, meanX] = [mean(0), mean(1)];
  const cross = (a: number, b: number, ma: number, mb: number) =>
    pairs.reduce((sum, pair) => sum + (pair[a]! - ma) * (pair[b]! - mb), 0) / (n - 1);
  return {
    n,
    meanY,
    meanX,
    varianceY: cross(0, 0, meanY, meanY),
    varianceX: cross(1, 1, meanX, meanX),
    covariance: cross(0, 1, meanY, meanX),
  };
}

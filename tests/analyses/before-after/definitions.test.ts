import * as v from "valibot";
import { expect, test } from "vitest";
import { beforeAfter } from "../../../src/analyses/before-after";
import { languageOf } from "../../../src/analyses";
import { newcombe } from "../../../src/analyses/stats/newcombe";
import { differenceInDifferences } from "../../../src/analyses/stats/difference-in-differences";
import {
  actionOf,
  driftingBefore,
  levelBefore,
  onlyTouched,
  withOthers,
} from "../../charts/fixtures/before-after";
import { sql } from "../../../src/engine";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet } from "../table-from";
import { expectCustomersBehind } from "../who-counts";
import { expectVerdictFromTables } from "../verdict-numbers";

const database = openedDatabase();

/** One beginner a day from 1 January 2024 for 120 days; who began from day 60 on comes back twice as often. */
async function madeLog() {
  await database().query(sql`
    create or replace table made_action as
    with people as (select 'c' || i as who, i, date '2024-01-01' + i as started, ['pro', 'free'][1 + i % 2] as plan from (select i::integer as i from range(120) t(i)))
    select who, started as at, plan from people
    union all
    select who, started + 12, plan from people where i % 4 = 0 or (i >= 60 and i % 4 = 2)
    union all
    select 'last', date '2024-06-30', 'free'`);
  return dataSet("made_action", await database().describe(sql`from made_action`), {
    customer: "who",
    time: "at",
  });
}

const asked = { action: "2024-03-01", from: 10, within: 14, span: 40 };

test("who is followed wholly before, who began after; the others are left out and counted", async () => {
  const { result, request } = await run(database(), beforeAfter, await madeLog(), asked);
  // 1 March is day 60. Before: began on the days 7 to 46, for 14 days end by day 60, and 40 days are looked at.
  expect(result.states).toEqual([
    { side: "before", customers: 40 },
    { side: "after", customers: 40 },
    { side: "partial", customers: 13 },
    { side: "late", customers: 1 },
    { side: "far", customers: 27 },
  ]);
  const [part] = result.parts;
  expect([part!.before.x, part!.before.n, part!.after.x, part!.after.n]).toEqual([10, 40, 20, 40]);
  const want = newcombe({ x: 20, n: 40 }, { x: 10, n: 40 })!;
  expect(result.change!.estimate).toBeCloseTo(want.difference, 14);
  expect(result.change!.interval).toEqual([...want.interval]);
  expectVerdictFromTables(beforeAfter, request, result);
  await expectCustomersBehind(database(), beforeAfter, request, result);
});

test("a rollout of some days leaves out whoever began in them", async () => {
  const { result } = await run(database(), beforeAfter, await madeLog(), { ...asked, rollout: 10 });
  expect(result.states.find(({ side }) => side === "partial")!.customers).toBe(23);
  expect(result.parts[0]!.after.n).toBe(40);
});

test("beside customers who were not touched: the difference of differences", async () => {
  const { result, request } = await run(database(), beforeAfter, await madeLog(), {
    ...asked,
    segment: "plan",
    touched: "pro",
  });
  const [pro, free] = result.parts;
  expect([pro!.part, free!.part]).toEqual(["touched", "others"]);
  expect([pro!.before.n, pro!.after.n, free!.before.x, free!.after.x]).toEqual([20, 20, 0, 0]);
  const want = differenceInDifferences(
    { before: pro!.before, after: pro!.after },
    { before: free!.before, after: free!.after },
  );
  if (!want.ok) throw new Error(want.why);
  expect(result.beyond!.estimate).toBeCloseTo(want.estimate, 14);
  for (const [key, customers] of [
    ["others before all", 20],
    ["touched after reached", pro!.after.x],
  ] as const) {
    const { rowCount } = await database().query(beforeAfter.customers!(request, result, key)!);
    expect([key, rowCount]).toEqual([key, customers]);
  }
});

test("eight weeks on each side give a line; other actions in the time are named; a cause never is", () => {
  expect(onlyTouched.line).not.toBeNull();
  expect(withOthers.line).toBeNull();
  const crowded = actionOf([["before", true, -20, 30, 90]], {
    action: "2024-04-01",
    others: "2024-03-15, 2019-01-01; 2024-02-30 2024-04-01",
  });
  expect(crowded.overlapping).toEqual(["2024-03-15"]);
  for (const result of [onlyTouched, withOthers])
    for (const locale of ["en", "ru"] as const) {
      const request = {
        data: dataSet("log", [], {}),
        params: { ...beforeAfterDefaults, action: "2024-04-01" },
      };
      const { verdict } = beforeAfter.report(result, request, languageOf(locale));
      expect(verdict.sentence).not.toMatch(/because|caused|due to|raises|lowers|из-за|повыша|снижа/);
      expect(verdict.level).not.toBe("certain");
    }
});

test("the weeks' line: before the action one, after it the old one carried on stands off by the change that is told", () => {
  const { points, level, atEnd } = onlyTouched.line!;
  for (const { week, fitted, without } of points) if (week < 0) expect(without).toBeCloseTo(fitted, 12);
  const last = points.at(-1)!;
  expect(last.fitted - last.without).toBeCloseTo(atEnd.estimate, 12);
  const [first, second] = points.filter(({ week }) => week >= 0);
  expect(first!.week).toBe(0);
  expect(first!.fitted - first!.without).toBeCloseTo(level.estimate, 12);
  // A line that is carried on is known less well the further it goes.
  const width = ({ withoutInterval: [low, high] }: typeof last) => high - low;
  expect(width(last)).toBeGreaterThan(width(second!));
});

test("a result from before there were lines and differences by week still reads", () => {
  const { apart, trend, ...rest } = levelBefore;
  expect([apart.length > 0, trend !== null]).toEqual([true, true]);
  const { points, ...line } = levelBefore.line!;
  expect(points.length).toBeGreaterThan(0);
  const read = v.parse(beforeAfter.result, JSON.parse(JSON.stringify({ ...rest, line })));
  const request = { data: dataSet("log", [], {}), params: { ...beforeAfterDefaults, ...designedParams } };
  const { figures, verdict } = beforeAfter.report(read, request, languageOf("en"));
  expect(figures.map(({ id }) => id)).toEqual(["sides", "weeks"]);
  expect(verdict).toEqual(beforeAfter.report(levelBefore, request, languageOf("en")).verdict);
});

test("the weeks before the action: level ones are no proof, drifting ones turn the verdict", () => {
  const request = { data: dataSet("log", [], {}), params: { ...beforeAfterDefaults, ...designedParams } };
  const said = (result: typeof levelBefore) => beforeAfter.report(result, request, languageOf("en"));
  const { trend, apart } = driftingBefore;
  expect(apart).toHaveLength(24);
  expect(trend!.interval[0]).toBeGreaterThan(0);
  // A weighted line by hand: weights of Agresti and Caffo, through the dozen differences before.
  const before = apart.filter(({ side }) => side === "before");
  const weights = before.map((_, i) => {
    const variance = (x: number, n: number) => (((x + 1) / (n + 2)) * (1 - (x + 1) / (n + 2))) / (n + 2);
    return 1 / (variance(44 + 2 * i + ((i * 5) % 7), 120) + variance(50 + ((i * 3) % 5), 140));
  });
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const middle = sum(before.map(({ week }, i) => weights[i]! * week)) / sum(weights);
  const slope =
    sum(before.map(({ week, difference }, i) => weights[i]! * (week - middle) * difference)) /
    sum(before.map(({ week }, i) => weights[i]! * (week - middle) ** 2));
  expect(trend!.slope).toBeCloseTo(slope, 13);
  // Beginners as many in each week: from the middle of the weeks before to that of the weeks after.
  expect(trend!.drift).toBeCloseTo(slope * (5.5 + 19.5), 12);
  expect(said(driftingBefore).verdict.level).toBe("cannot-tell");
  expect(said(driftingBefore).caveats[0]!.id).toBe("not-parallel");
  expect(said(levelBefore).caveats.map(({ id }) => id)).toContain("parallel");
  expect(said(levelBefore).verdict.level).toBe("likely");
  expect(said(levelBefore).figures.map(({ id }) => id)).toEqual(["sides", "weeks", "apart"]);
});

const designedParams = { action: "2024-04-01", segment: "plan", touched: "pro" };

const beforeAfterDefaults = {
  rule: undefined,
  when: "day",
  own: null,
  done: "",
  since: "auto",
  grain: "month",
  lead: 4,
  ahead: 12,
  compared: "all",
  action: "auto",
  rollout: 0,
  from: 60,
  within: 90,
  span: 180,
  segment: null,
  touched: "",
  others: "",
  asOf: "auto",
} as const;

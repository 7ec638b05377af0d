import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { cohortMatrix } from "../../../src/analyses/cohort-matrix";
import { ratioInterval } from "../../../src/analyses/cohort-matrix/ratio-interval";
import { random } from "../../../src/analyses/stats/random";
import { quantile } from "../../../src/analyses/stats/quantile";
import { studentReach } from "../../../src/analyses/stats/student-t";
import { expectVerdictFromTables } from "../verdict-numbers";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();
const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);

type Pair = readonly [first: number, later: number];

function sumsOf(pairs: readonly Pair[]) {
  const sum = (of: (pair: Pair) => number) => pairs.reduce((all, pair) => all + of(pair), 0);
  return {
    n: pairs.length,
    total: sum(([, y]) => y),
    atFirst: sum(([x]) => x),
    squares: sum(([, y]) => y * y),
    products: sum(([x, y]) => x * y),
    firstSquares: sum(([x]) => x * x),
  };
}

/** Skewed amounts; some come back, the more likely the more they brought. */
function skewed(n: number, seed: string): Pair[] {
  const dice = random(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - dice.uniform())) * Math.cos(2 * Math.PI * dice.uniform());
  return Array.from({ length: n }, () => {
    const first = Math.exp(3 + 0.9 * normal());
    const again = dice.uniform() < 0.35 + 0.1 * Math.tanh(Math.log(first) - 3);
    return [first, again ? first * Math.exp(0.4 * normal()) : 0] as const;
  });
}

/** What the ratio is in samples of the same customers drawn again and again. */
function bootstrapped(pairs: readonly Pair[], times: number): number[] {
  const dice = random("again");
  return Array.from({ length: times }, () => {
    let [x, y] = [0, 0];
    for (let i = 0; i < pairs.length; i++) {
      const [first, later] = pairs[dice.below(pairs.length)]!;
      x += first;
      y += later;
    }
    return y / x;
  });
}

describe("the interval of a ratio of two sums", () => {
  test.each([150, 600])("%i customers: as wide as drawing them again says", (n) => {
    const pairs = skewed(n, `customers ${n}`);
    const [low, high] = ratioInterval(sumsOf(pairs))!;
    const drawn = bootstrapped(pairs, 4000);
    const { total, atFirst } = sumsOf(pairs);
    const centre = total / atFirst;
    // On the log scale the interval is even: half of it is t standard errors.
    const error = Math.log(high / centre) / studentReach(0.95, n - 1);
    expect(Math.log(centre / low)).toBeCloseTo(Math.log(high / centre), 12);
    const logs = drawn.map((ratio) => Math.log(ratio / centre));
    const mean = logs.reduce((sum, one) => sum + one, 0) / logs.length;
    const spread = Math.sqrt(logs.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (logs.length - 1));
    // 4,000 draws tell a standard error to 1.1 %; the rest is of the order 1/n, which the delta method leaves out.
    expect(Math.abs(error / spread - 1)).toBeLessThan(0.06);
    // Limits lean upwards with t and the logarithm; quantiles of the draws lean less.
    const [from, to] = [quantile(drawn, 0.025)!, quantile(drawn, 0.975)!];
    expect(Math.abs(low - from)).toBeLessThan(0.12 * (to - from));
    expect(Math.abs(high - to)).toBeLessThan(0.12 * (to - from));
  });

  test("it covers the true ratio as often as it says", () => {
    const truth = sumsOf(skewed(400_000, "everybody"));
    const ratio = truth.total / truth.atFirst;
    const times = 1000;
    let hits = 0;
    for (let i = 0; i < times; i++) {
      const [low, high] = ratioInterval(sumsOf(skewed(120, `sample ${i}`)))!;
      if (low <= ratio && ratio <= high) hits++;
    }
    // Skewed amounts cost a little of the 95 %; three standard errors of 1,000 samples are 2 %.
    expect(hits / times).toBeGreaterThan(0.92);
    expect(hits / times).toBeLessThan(0.975);
  });

  test("by hand: three customers", () => {
    const pairs: Pair[] = [
      [10, 5],
      [20, 0],
      [30, 25],
    ];
    // R = 30 / 60; residuals 0, -10, 10; s = √(3/2 · 200) / 60.
    const error = Math.sqrt(300) / 60;
    const factor = Math.exp((studentReach(0.95, 2) * error) / 0.5);
    const [low, high] = ratioInterval(sumsOf(pairs))!;
    expect(low).toBeCloseTo(0.5 / factor, 12);
    expect(high).toBeCloseTo(0.5 * factor, 12);
  });

  test("many degrees of freedom: the series meets the exact t", () => {
    for (const n of [101, 102, 400, 5000]) {
      const pairs: Pair[] = Array.from({ length: n }, (_, i) => [1, i % 2] as const);
      const { total, atFirst } = sumsOf(pairs);
      const ratio = total / atFirst;
      const error = Math.sqrt(
        ((n / (n - 1)) * pairs.reduce((sum, [, y]) => sum + (y - ratio) ** 2, 0)) / n ** 2,
      );
      // The series is good to 1e-9 of t.
      expect(Math.log(ratioInterval(sumsOf(pairs))![1] / ratio)).toBeCloseTo(
        (studentReach(0.95, n - 1) * error) / ratio,
        8,
      );
    }
  });

  test("none where nobody differs, nothing came first, or there is one customer; refunds have a plain one", () => {
    const none = (pairs: readonly Pair[]) => expect(ratioInterval(sumsOf(pairs))).toBeNull();
    none([[5, 3]]);
    none([]);
    none([
      [0, 3],
      [0, 4],
    ]);
    none([
      [7, 7],
      [9.1, 9.1],
      [1e7, 1e7],
    ]);
    none([
      [7, 0],
      [9, 0],
    ]);
    const [low, high] = ratioInterval(
      sumsOf([
        [10, -5],
        [10, 1],
        [12, 0],
      ]),
    )!;
    expect(low).toBeLessThan(-4 / 32);
    expect((low + high) / 2).toBeCloseTo(-4 / 32, 12);
  });
});

const ways = [
  { grain: "week" },
  { grain: "week", window: "rolling" },
  { grain: "week", counting: "brackets", brackets: [0, 1, 3, 6] },
  { grain: "week", metric: "orders" },
] as const;

describe.each(ways.map((one) => [JSON.stringify(one), one] as const))("%s", (_, way) => {
  test("every cell and every average: the interval of its own customers' sums, and in the tables", async () => {
    const dice = random("log");
    const rows = Array.from({ length: 900 }, () => ({
      who: `c${dice.below(90)}`,
      at: dice.below(70),
      amount: Math.round(100 * Math.exp(4 * dice.uniform())) / 100,
    }));
    const csv = ["customer,date,amount", ...rows.map(({ who, at, amount }) => `${who},${day(at)},${amount}`)];
    const columns = await tableFrom(database(), "paid", csv.join("\n"), {
      customer: "varchar",
      date: "date",
      amount: "double",
    });
    const data = dataSet("paid", columns, { customer: "customer", time: "date", amount: "amount" });
    const given = { metric: "revenue", ...way, asOf: day(70) };
    const { request, result } = await run(database(), cohortMatrix, data, given);
    const spans =
      "brackets" in way
        ? [
            [0, 1],
            [1, 3],
            [3, 6],
          ]
        : result.steps.map(({ k }) => [k, k + 1]);
    const isRolling = "window" in way;
    const customers = [...new Set(rows.map(({ who }) => who))].map((who) => {
      const own = rows.filter((row) => row.who === who);
      const first = Math.min(...own.map(({ at }) => at));
      const opens = isRolling ? first : 7 * Math.floor(first / 7);
      const inWeeks = ([from, to]: readonly number[]) =>
        own
          .filter(({ at }) => at >= opens + 7 * from! && at < opens + 7 * to!)
          .reduce((sum, { amount }) => sum + (given.metric === "orders" ? 1 : amount), 0);
      return { cohort: day(7 * Math.floor(first / 7)), opens, inWeeks };
    });
    let compared = 0;
    const check = (
      cell: (typeof result.cohorts)[number]["cells"][number],
      members: typeof customers,
      i: number,
    ) => {
      const span = spans[i]!;
      const known = members.filter(({ opens }) => opens + 7 * span[1]! <= 70);
      if (!cell.isElapsed) return;
      expect(known).toHaveLength(cell.n);
      const expected = ratioInterval(sumsOf(known.map(({ inWeeks }) => [inWeeks([0, 1]), inWeeks(span)])));
      expect(cell.interval === null).toBe(expected === null);
      if (!expected) return;
      compared++;
      // Sums of doubles in another order.
      expect(cell.interval![0]).toBeCloseTo(expected[0], 8);
      expect(cell.interval![1]).toBeCloseTo(expected[1], 8);
    };
    for (const { id, cells } of result.cohorts)
      cells.forEach((cell, i) =>
        check(
          cell,
          customers.filter(({ cohort }) => cohort === id),
          i,
        ),
      );
    result.steps.forEach(({ pooled }, i) => check(pooled, customers, i));
    expect(compared).toBeGreaterThan(5);
    const report = cohortMatrix.report(result, request, languageOf("en"));
    expect(report.verdict.number!.interval).not.toBeNull();
    expect(report.findings[0]!.interval).toEqual(result.steps[result.at!]!.pooled.interval);
    expectVerdictFromTables(cohortMatrix, request, result);
  });
});

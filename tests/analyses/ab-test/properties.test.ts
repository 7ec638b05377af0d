import fc from "fast-check";
import { expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { abTest } from "../../../src/analyses/ab-test";
import { armsFrom } from "../../../src/analyses/ab-test/arms";
import { contrastOf, type Asked } from "../../../src/analyses/ab-test/contrast";
import { abTestParams } from "../../../src/analyses/ab-test/params";
import type { ArmRow, Known } from "../../../src/analyses/ab-test/read";
import { readParams } from "../../../src/analyses";
import { name, sql } from "../../../src/engine";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet } from "../table-from";
import { madeTest } from "./made";

const database = openedDatabase();
const plain: Asked = { kind: "share", accounts: null, isAdjusted: false, always: null };

/** An arm with a share or a mean, at least two customers. */
const arm: fc.Arbitrary<Known> = fc
  .tuple(fc.integer({ min: 2, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]) => {
    const ones = Math.round(share * n);
    const mean = ones / n;
    return { n, ones, isFlag: true, mean, variance: (mean * (1 - mean) * n) / (n - 1), both: null };
  });

test.each(["share", "mean"] as const)(
  "%s: arms that change places turn the difference round and nothing else",
  (kind) => {
    fc.assert(
      fc.property(arm, arm, fc.boolean(), (a, b, isAlways) => {
        // At every look the error planned for is that of the customers there are.
        const asked = { ...plain, kind, always: isAlways ? { planned: null } : null };
        const [one, other] = [contrastOf(a, b, asked), contrastOf(b, a, asked)];
        expect(one.why).toBe(other.why);
        if (!one.raw || !other.raw) return;
        for (const [x, y] of [
          [one.raw, other.raw],
          [one.judged, other.judged],
        ]) {
          if (!x || !y) continue;
          expect(x.difference).toBeCloseTo(-y.difference, 12);
          expect(x.interval[0]).toBeCloseTo(-y.interval[1], 10);
          expect(x.interval[1]).toBeCloseTo(-y.interval[0], 10);
          if (x.p !== null && y.p !== null) expect(x.p).toBeCloseTo(y.p, 10);
        }
        if (one.ratio && other.ratio) expect(one.ratio * other.ratio).toBeCloseTo(1, 10);
        if (one.ratioInterval && other.ratioInterval)
          expect(one.ratioInterval[0] * other.ratioInterval[1]).toBeCloseTo(1, 8);
      }),
    );
  },
);

test("everybody twice: the same differences, nearer told; the split as far off in share is twice as far in chi-square", () => {
  fc.assert(
    fc.property(arm, arm, (a, b) => {
      const twice = (one: Known): Known => ({ ...one, n: 2 * one.n, ones: 2 * one.ones });
      const [once, doubled] = [contrastOf(a, b, plain), contrastOf(twice(a), twice(b), plain)];
      if (!once.raw || !doubled.raw) return;
      expect(doubled.raw.difference).toBeCloseTo(once.raw.difference, 14);
      const width = ([low, high]: readonly [number, number]) => high - low;
      expect(width(doubled.raw.interval)).toBeLessThan(width(once.raw.interval));
      const { values } = readParams(abTestParams, {});
      const rows = (times: number): ArmRow[] =>
        [a, b].map((known, i) => ({
          state: "in",
          arm: i ? "new" : "old",
          customers: times * known.n,
          known: [],
        }));
      const [first, second] = [
        armsFrom(rows(1), null, values).split!,
        armsFrom(rows(2), null, values).split!,
      ];
      expect(second.chiSquare).toBeCloseTo(2 * first.chiSquare, 6);
      expect(second.p).toBeLessThanOrEqual(first.p + 1e-12);
    }),
  );
});

test("rows in any order, and arms under other names, say the same; a broken split stays broken", async () => {
  const { people } = await madeTest(database());
  const asked = { primary: "paid", others: ["minutes"], control: "old" };
  const { result } = await run(database(), abTest, people, asked);
  await database().query(sql`
    create or replace table turned as
    select * replace (case when variant = 'old' then 'z' else 'a' end as variant)
    from ${name(people.table)} order by hash(customer)`);
  const turned = dataSet("turned", await database().describe(sql`from turned`), people.roles);
  const other = await run(database(), abTest, turned, { ...asked, control: "z" });
  // Sums of squares in another order differ in their last digit.
  const rounded = (value: unknown) =>
    JSON.parse(JSON.stringify(value), (_, one: unknown) =>
      typeof one === "number" ? Number(one.toPrecision(11)) : one,
    ) as unknown;
  expect(rounded(other.result.metrics)).toEqual(rounded(result.metrics));
  expect(other.result.split).toEqual(result.split);
  expect(other.result.arms.map((one) => one.name)).toEqual(["z", "a"]);
});

test("the alarm of the split reads as one in so many where it is one", () => {
  const request = (alarm: number) => ({
    data: dataSet("people", [], {}),
    params: readParams(abTestParams, { alarm }).values,
  });
  const empty = {
    mode: "columns",
    rows: null,
    clock: null,
    states: [],
    arms: [],
    problem: "no-rows",
  } as const;
  const result = {
    ...empty,
    variants: 0,
    split: null,
    accounts: null,
    metrics: [],
    tests: 0,
    stage: "planned",
    plan: null,
  } as const;
  const said = (alarm: number, locale: string) =>
    abTest.report({ ...result, arms: [], states: [], metrics: [] }, request(alarm), languageOf(locale))
      .definition;
  expect(said(0.001, "en")).toContain("by chance below 1 in 1,000 counts as broken");
  expect(said(0.001, "ru")).toMatch(/случайности ниже 1 из 1.000 считается/);
  expect(said(0.003, "en")).toContain("below 0.003 counts");
});

import { expect, test } from "vitest";
import { languageOf, type DataSet } from "../../../src/analyses";
import { crossProduct } from "../../../src/analyses/cross-product";
import type { CrossProductResult } from "../../../src/analyses/cross-product/result";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { expectCustomersBehind } from "../who-counts";
import { contractsOf, countedByHand, dayOf, lineOf, madeUses, usesOf, type Use } from "./made";

const database = openedDatabase();
const july = { product: "product", moment: "2024-07-01" };

/** Pairs by the names of their products: [left x, n, kept x, n, both left]. */
function told({ products, pairs }: CrossProductResult) {
  const name = (place: number) => products[place]!.product;
  return Object.fromEntries(
    pairs.map(({ first, second, left, kept, bothLeft }) => [
      `${name(first)} ${name(second)}`,
      [left.x, left.n, kept.x, kept.n, bothLeft],
    ]),
  );
}

// On 2 April both are had by a use from 3 March on; on 1 July by one from 1 June on; on 29 September from 30 August on.
const uses = `
  ann,2024-03-20,A ann,2024-03-20,B ann,2024-06-20,B ann,2024-09-10,B
  bob,2024-03-20,A bob,2024-03-20,B bob,2024-06-20,B
  cid,2024-03-20,A cid,2024-03-20,B cid,2024-06-20,A cid,2024-06-20,B cid,2024-08-30,B
  dan,2024-03-20,A dan,2024-03-20,B dan,2024-06-01,A dan,2024-06-20,B dan,2024-08-29,B
  eve,2024-03-20,A eve,2024-03-20,B
  fay,2024-03-20,A fay,2024-06-20,A
  gil,2024-03-20,A gil,2024-06-20,A gil,2024-06-20,B
  hal,2024-03-02,A hal,2024-03-20,B hal,2024-06-20,B
  ian,2024-04-02,A ian,2024-03-20,B ian,2024-05-31,A ian,2024-06-20,B ian,2024-09-28,B
  joy,2024-03-03,A joy,2024-03-20,B joy,2024-05-31,A joy,2024-06-20,B
  kim,2024-10-05,A kim,2024-10-05, kim,2024-10-05,`
  .trim()
  .split(/\s+/);

test("a log by hand: who had both, who left the first, who then left the other, to the day", async () => {
  const data = await usesOf(database(), "by_hand", uses);
  const { request, result } = await run(database(), crossProduct, data, { ...july, gap: 30 });
  expect(result.days).toEqual({
    asOf: "2024-10-06",
    firstDay: "2024-03-02",
    earlier: "2024-04-02",
    moment: "2024-07-01",
    later: "2024-09-29",
  });
  // A then B: ann stays, bob and joy go; cid stays (30 August counts), dan goes (29 August does not). Hal and ian did not have A.
  // B then A: nobody left B with A in hand; of those with both at the moment cid and dan are gone from A.
  expect(told(result)).toEqual({ "A B": [2, 3, 1, 2, 1], "B A": [0, 0, 2, 2, 1] });
  expect(result.products).toMatchObject([
    { product: "A", left: { x: 4, n: 8 } },
    { product: "B", left: { x: 1, n: 8 } },
  ]);
  expect(result.total).toEqual({
    products: 2,
    customers: 10,
    withTwo: 6,
    bothLeft: 1,
    rowsWithoutProduct: 2,
  });

  const keys = await expectCustomersBehind(database(), crossProduct, request, result);
  expect(keys.length).toBeGreaterThan(12);
  const { figures } = crossProduct.report(result, request, languageOf("en"));
  const marks = [figures[0]!.plot(700).marks].flat(9) as readonly { data?: Iterable<unknown> }[];
  const drawn = marks.flatMap(({ data }) => [...(data ?? [])].flatMap((one) => figures[0]!.who!(one) ?? []));
  // Of A then B who had left A and who kept it; for B then A there is nobody who had left B.
  expect(new Set(drawn.map(({ key }) => key))).toEqual(new Set(["pair 0 1 left-gone", "pair 0 1 kept-gone"]));
  for (const { key } of drawn) expect(keys).toContain(key);
});

test("contracts by hand: in force on the day before, days of grace, an open end, a renewal", async () => {
  const data = await contractsOf(database(), "terms_by_hand", [
    "ann,A,2024-01-01,2024-05-01",
    "ann,B,2024-01-01,",
    "bob,A,2024-01-01,2024-06-30",
    "bob,B,2024-01-01,2024-09-28",
    "cid,A,2024-01-01,2024-07-01",
    "cid,B,2024-01-01,2024-08-01",
    "cid,B,2024-08-01,2024-09-29",
    "dan,A,2024-04-02,2025-01-01",
    "dan,B,2024-01-01,2024-08-01",
    "eve,A,2024-04-01,2024-06-01",
    "eve,B,2024-04-01,2024-08-01",
    "zed,B,2024-10-01,",
  ]);
  const params = { ...july, mode: "contracts" };
  const { result } = await run(database(), crossProduct, data, params);
  // Dan's contract for A begins on 2 April: on the day before he had none.
  expect(told(result)).toEqual({ "A B": [2, 3, 0, 1, 0], "B A": [0, 0, 1, 1, 0] });
  const kind = await run(database(), crossProduct, data, { ...params, grace: 1 });
  // A day of grace keeps bob's A until 1 July and his B until 29 September.
  expect(told(kind.result)).toEqual({ "A B": [1, 2, 0, 2, 0], "B A": [0, 0, 2, 2, 0] });
  await expectCustomersBehind(database(), crossProduct, kind.request, kind.result);
});

const asked = { moment: 180, gap: 25, before: 80, within: 90 };
const made = madeUses(300);
const logOf = (table: string, rows: readonly Use[]): Promise<DataSet> =>
  usesOf(database(), table, rows.map(lineOf));
const given = { ...asked, product: "product", moment: dayOf(asked.moment), asOf: dayOf(280) };

test("a log of 300 customers: the counts of a walk through it one by one, intervals and q of their formulas", async () => {
  const { result } = await run(database(), crossProduct, await logOf("made_uses", made), given);
  const expected = countedByHand(made, asked);
  expect(told(result)).toEqual(
    Object.fromEntries(
      [...expected].map(([pair, { left, kept, bothLeft }]) => [pair, [...left, ...kept, bothLeft]]),
    ),
  );
  const tested = result.pairs.filter(({ p }) => p !== null);
  // Too few had the wiki and left it.
  expect(tested.length).toBe(6);
  for (const { left, kept, difference, interval, p, q } of result.pairs) {
    const [d, low, high] = newcombeByHand([left.x, left.n], [kept.x, kept.n]);
    if (left.n === 0 || kept.n === 0) expect(difference).toBeNull();
    else {
      expect(difference).toBeCloseTo(d, 12);
      expect(interval![0]).toBeCloseTo(low, 12);
      expect(interval![1]).toBeCloseTo(high, 12);
    }
    expect(p === null).toBe(Math.min(left.n, kept.n) < 10 || left.x + kept.x === 0);
    if (p === null) continue;
    // q of one is the least of p·m/rank over all that are not smaller.
    const larger = tested.filter((one) => one.p! >= p);
    const rank = (of: number) => tested.filter((one) => one.p! <= of).length;
    expect(q).toBeCloseTo(Math.min(...larger.map((one) => (one.p! * tested.length) / rank(one.p!))), 12);
  }
  const first = result.pairs[result.top[0]!]!;
  expect([first.first, first.second].map((place) => result.products[place]!.product)).toEqual([
    "mail",
    "chat",
  ]);
  expect(result.found).toBe(1);
});

test("rows in another order, all a week later, every customer twice: the same shares", async () => {
  const { result } = await run(database(), crossProduct, await logOf("plain_uses", made), given);
  const turned = await run(database(), crossProduct, await logOf("turned_uses", [...made].reverse()), given);
  expect(turned.result).toEqual(result);
  const later = made.map((use) => ({ ...use, at: use.at + 7 }));
  const shifted = await run(database(), crossProduct, await logOf("later_uses", later), {
    ...given,
    moment: dayOf(asked.moment + 7),
    asOf: dayOf(287),
  });
  expect(shifted.result.pairs).toEqual(result.pairs);
  const twice = [...made, ...made.map((use) => ({ ...use, customer: `${use.customer}'` }))];
  const doubled = await run(database(), crossProduct, await logOf("double_uses", twice), given);
  expect(Object.values(told(doubled.result))).toEqual(
    Object.values(told(result)).map((counts) => counts.map((n) => 2 * n)),
  );
});

/** Newcombe (1998), method 10, from Wilson's formula as it is printed. */
function newcombeByHand([x, n]: [number, number], [y, m]: [number, number]): [number, number, number] {
  const z = 1.959963984540054;
  const wilson = (k: number, of: number) => {
    const middle = (2 * k + z * z) / (2 * (of + z * z));
    const half = (z * Math.sqrt(z * z + 4 * k * (1 - k / of))) / (2 * (of + z * z));
    return [middle - half, middle + half] as const;
  };
  const [l1, u1] = wilson(x, n);
  const [l2, u2] = wilson(y, m);
  const d = x / n - y / m;
  return [
    d,
    d - Math.sqrt((x / n - l1) ** 2 + (u2 - y / m) ** 2),
    d + Math.sqrt((u1 - x / n) ** 2 + (y / m - l2) ** 2),
  ];
}

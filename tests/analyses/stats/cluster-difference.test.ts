import fc from "fast-check";
import { expect, test } from "vitest";
import { cholesky, inverseOf } from "../../../src/analyses/stats/cholesky";
import { clusterDifference, type Account } from "../../../src/analyses/stats/cluster-difference";
import { sandwich } from "../../../src/analyses/stats/sandwich";

const none = { x: 0, n: 0 };
const inA = (x: number, n: number): Account => ({ a: { x, n }, b: none });
const inB = (x: number, n: number): Account => ({ a: none, b: { x, n } });

test("what cannot be compared is said", () => {
  expect(clusterDifference([])).toEqual({ ok: false, why: "no-base" });
  expect(clusterDifference([inA(1, 2), inA(0, 2)])).toEqual({ ok: false, why: "no-base" });
  expect(clusterDifference([inA(3, 2), inB(0, 2)])).toEqual({ ok: false, why: "bad-count" });
  expect(clusterDifference([inA(1, 2), inA(1, 3), inB(0, 2)])).toEqual({
    ok: false,
    why: "too-few-accounts",
  });
  const alike = [inA(2, 2), inA(3, 3), inB(0, 2), inB(0, 5)];
  expect(clusterDifference(alike)).toEqual({ ok: false, why: "no-spread" });
});

test("users who are each an account of their own: the error of independent users but for the small-sample factor", () => {
  const accounts = [
    ...Array.from({ length: 40 }, (_, i) => inA(i < 12 ? 1 : 0, 1)),
    ...Array.from({ length: 60 }, (_, i) => inB(i < 30 ? 1 : 0, 1)),
  ];
  const found = clusterDifference(accounts);
  if (!found.ok) throw new Error(found.why);
  expect(found.difference).toBeCloseTo(0.2, 14);
  expect(found.designEffect).toBeCloseTo(100 / 99, 12);
  expect(found.ratioError).toBeCloseTo(Math.sqrt((0.3 * 0.7) / 39 + 0.25 / 59), 14);
  expect(found.warnings).toEqual([]);
});

test("accounts whose users all do the same count as one user each", () => {
  const accounts = [
    ...Array.from({ length: 10 }, (_, i) => inA(i < 3 ? 8 : 0, 8)),
    ...Array.from({ length: 10 }, (_, i) => inB(i < 6 ? 8 : 0, 8)),
  ];
  const found = clusterDifference(accounts);
  if (!found.ok) throw new Error(found.why);
  expect(found.designEffect).toBeCloseTo((8 * 20) / 19, 12);
  expect(found.warnings).toEqual(["few-accounts"]);
  expect(found.accounts).toEqual({ a: 10, b: 10, both: 0 });
});

test("the error is the sandwich of a regression of users on their arm, accounts in one arm or in both", () => {
  const counted = fc
    .integer({ min: 0, max: 6 })
    .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));
  const account = fc.record({ a: counted, b: counted });
  fc.assert(
    fc.property(fc.array(account, { minLength: 5, maxLength: 25 }), (accounts) => {
      const found = clusterDifference(accounts);
      fc.pre(found.ok);
      if (!found.ok) return;
      const users = (of: (one: Account) => number) => accounts.reduce((sum, one) => sum + of(one), 0);
      const [nA, nB] = [users(({ a }) => a.n), users(({ b }) => b.n)];
      const bread = inverseOf(
        cholesky([
          [nA + nB, nB],
          [nB, nB],
        ])!,
      );
      const meat = [
        [0, 0],
        [0, 0],
      ];
      const { a: p, b: q } = found.shares;
      for (const { a, b } of accounts) {
        const score = [a.x - p * a.n + b.x - q * b.n, b.x - q * b.n];
        score.forEach((u, i) => score.forEach((v, j) => (meat[i]![j]! += u * v)));
      }
      const filled = accounts.filter(({ a, b }) => a.n + b.n > 0).length;
      const variance = sandwich(bread, meat, filled)![1]![1]!;
      expect(found.standardError).toBeCloseTo(Math.sqrt(variance), 10);
      expect(found.interval[0]).toBeLessThanOrEqual(found.difference);
      expect(found.interval[1]).toBeGreaterThanOrEqual(found.difference);
      const back = clusterDifference(accounts.map(({ a, b }) => ({ a: b, b: a })).reverse());
      if (!back.ok) throw new Error(back.why);
      expect(back.difference).toBeCloseTo(-found.difference, 13);
      expect(back.p).toBeCloseTo(found.p, 10);
    }),
    { numRuns: 60 },
  );
});

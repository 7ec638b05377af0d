import fc from "fast-check";
import { expect, test } from "vitest";
import { binomialDraw } from "../../../src/analyses/stats/binomial-draw";
import { differenceInDifferences } from "../../../src/analyses/stats/difference-in-differences";
import { newcombe } from "../../../src/analyses/stats/newcombe";
import { parallelTrends } from "../../../src/analyses/stats/parallel-trends";
import { random } from "../../../src/analyses/stats/random";

const of = (x: number, n: number) => ({ x, n });

test("a side without customers, and counts that are none", () => {
  const full = { before: of(2, 10), after: of(3, 10) };
  expect(differenceInDifferences(full, { before: of(0, 0), after: of(1, 2) })).toEqual({
    ok: false,
    why: "no-base",
  });
  expect(differenceInDifferences(full, { before: of(3, 2), after: of(1, 2) })).toEqual({
    ok: false,
    why: "bad-count",
  });
  expect(parallelTrends([])).toEqual({ ok: false, why: "too-few-periods" });
  const period = { treated: of(2, 10), control: of(4, 12) };
  expect(parallelTrends([1, 2, 2].map((t) => ({ t, ...period })))).toEqual({ ok: false, why: "same-time" });
  expect(parallelTrends([{ t: 1, treated: of(3, 2), control: of(1, 2) }])).toEqual({
    ok: false,
    why: "bad-count",
  });
});

test("nobody of anybody: no certainty, and no test", () => {
  const none = { before: of(0, 20), after: of(0, 20) };
  const found = differenceInDifferences(none, none);
  expect(found).toMatchObject({ ok: true, estimate: 0, standardError: null, p: null });
  if (found.ok) expect(found.interval[1]).toBeGreaterThan(0.1);
});

test("beside an untouched group that is known without error it is Newcombe's difference", () => {
  const treated = { before: of(30, 120), after: of(55, 140) };
  const sure = { before: of(0, 1e12), after: of(0, 1e12) };
  const found = differenceInDifferences(treated, sure);
  if (!found.ok) throw new Error(found.why);
  const plain = newcombe(treated.after, treated.before)!;
  expect(found.estimate).toBeCloseTo(plain.difference, 12);
  // Of a base of 1e12 the Wilson interval of nobody is 4e-12 wide.
  found.interval.forEach((limit, i) => expect(limit).toBeCloseTo(plain.interval[i]!, 10));
  expect(found.changes).toEqual({ treated: 55 / 140 - 30 / 120, control: 0 });
});

test("sides exchanged, the sign changes; a known effect is held by 95 of 100 intervals", () => {
  const counted = fc
    .integer({ min: 1, max: 300 })
    .chain((n) => fc.integer({ min: 0, max: n }).map((x) => of(x, n)));
  const side = fc.record({ before: counted, after: counted });
  fc.assert(
    fc.property(side, side, (a, b) => {
      const [there, back] = [differenceInDifferences(a, b), differenceInDifferences(b, a)];
      if (!there.ok || !back.ok) throw new Error("refused");
      expect(back.estimate).toBeCloseTo(-there.estimate, 12);
      expect(back.interval[0]).toBeCloseTo(-there.interval[1], 12);
      expect(there.estimate).toBeCloseTo(there.changes.treated - there.changes.control, 12);
    }),
    { numRuns: 60 },
  );
  const source = random("did");
  const draw = (n: number, share: number) => of(binomialDraw(n, share, source), n);
  let held = 0;
  const runs = 2000;
  for (let run = 0; run < runs; run++) {
    const found = differenceInDifferences(
      { before: draw(60, 0.2), after: draw(80, 0.4) },
      { before: draw(90, 0.1), after: draw(50, 0.15) },
    );
    if (found.ok && found.interval[0] <= 0.15 && found.interval[1] >= 0.15) held++;
  }
  // 2,000 runs know the coverage to half a point; 93 to 97 % is what is asked.
  expect(held / runs).toBeGreaterThan(0.93);
  expect(held / runs).toBeLessThan(0.97);
});

test("two groups whose difference grows by a point a period are found to, and the more customers the surer", () => {
  const periods = (size: number) =>
    [0, 1, 2, 3, 4].map((t) => ({
      t,
      treated: of(size * (20 + 2 * t), size * 100),
      control: of(size * (30 + t), size * 100),
    }));
  const [small, large] = [parallelTrends(periods(1)), parallelTrends(periods(100))];
  if (!small.ok || !large.ok) throw new Error("refused");
  expect(small.slope).toBeCloseTo(0.01, 12);
  expect(large.slope).toBeCloseTo(0.01, 12);
  expect(small.p).toBeGreaterThan(0.3);
  expect(large.p).toBeLessThan(1e-6);
  // (x + 1)/(n + 2) draws the small shares' variance a little.
  expect(small.standardError / large.standardError).toBeCloseTo(10, 0);
  expect(small.differences[4]!.difference).toBeCloseTo(28 / 100 - 34 / 100, 12);
});

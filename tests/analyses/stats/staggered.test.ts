import { expect, test } from "vitest";
import { random } from "../../../src/analyses/stats/random";
import { staggered, type Cohort } from "../../../src/analyses/stats/staggered";

interface Unit {
  readonly met: number | null;
  readonly y: readonly number[];
}

/** Groups in the order of their periods, those never reached last. */
function cohortsOf(units: readonly Unit[]): Cohort[] {
  const mets = [...new Set(units.map(({ met }) => met))].toSorted((a, b) => (a ?? 99) - (b ?? 99));
  return mets.map((met) => {
    const own = units.filter((unit) => unit.met === met);
    const periods = own[0]!.y.map((_, t) => t);
    const total = (of: (y: readonly number[]) => number) => own.reduce((sum, { y }) => sum + of(y), 0);
    return {
      met,
      n: own.length,
      sums: periods.map((t) => total((y) => y[t]!)),
      products: periods.map((s) => periods.map((t) => total((y) => y[s]! * y[t]!))),
    };
  });
}

/** The same estimates straight from weighted units: a sum for each mean, as the paper writes them for weights of one. */
function plain(units: readonly Unit[], weights: readonly number[], from: number) {
  const mean = (is: (unit: Unit) => boolean, t: number, base: number) => {
    let [sum, n] = [0, 0];
    units.forEach((unit, i) => {
      if (!is(unit)) return;
      sum += weights[i]! * (unit.y[t]! - unit.y[base]!);
      n += weights[i]!;
    });
    return { mean: sum / n, n };
  };
  const periods = units[0]!.y.length;
  const effects = [1, 2, 3, 4, 5].flatMap((g) =>
    Array.from({ length: periods }, (_, t) => t).flatMap((t) => {
      const own = mean(({ met }) => met === g, t, g - 1);
      const others = mean(({ met }) => met !== g && (met === null || met > Math.max(t, g - 1)), t, g - 1);
      return t === g - 1 || !(own.n > 0) || !(others.n > 0)
        ? []
        : [{ g, t, n: own.n, value: own.mean - others.mean }];
    }),
  );
  const over = (some: readonly { n: number; value: number }[]) =>
    some.reduce((sum, { n, value }) => sum + n * value, 0) / some.reduce((sum, { n }) => sum + n, 0);
  const within = [1, 2, 3, 4, 5].flatMap((g) => {
    const own = effects.filter((one) => one.g === g && one.t - g >= from);
    return own.length
      ? [{ n: own[0]!.n, value: own.reduce((sum, { value }) => sum + value, 0) / own.length }]
      : [];
  });
  return {
    effects,
    overall: over(within),
    at: (e: number) => over(effects.filter(({ g, t }) => t - g === e)),
  };
}

/** Units with a level of their own, a common course and, from the action on, an effect that grows by the period. */
function drawn(seed: number, size: number, effect: (g: number, e: number) => number, last = true): Unit[] {
  const next = random(seed).uniform;
  return Array.from({ length: size }, (): Unit => {
    const at = next();
    const met = at < 0.2 ? 2 : at < 0.45 ? 3 : at < 0.6 ? 5 : last ? null : 5;
    const level = 0.25 + 0.3 * next() + (met === 2 ? 0.1 : 0);
    const y = [0, 1, 2, 3, 4, 5].map((t) =>
      next() < level + 0.02 * t + (met !== null && t >= met ? effect(met, t - met) : 0) ? 1 : 0,
    );
    return { met, y };
  });
}

test("a small example by hand", () => {
  const of = (met: number | null, rows: readonly string[]) =>
    rows.map((row): Unit => ({ met, y: [...row].map(Number) }));
  const units = [
    ...of(1, ["011", "010", "111", "001", "000"]),
    ...of(2, ["001", "101", "110", "000", "011"]),
    ...of(null, ["000", "110", "010", "100", "001"]),
  ];
  const { effects, events, overall, before } = staggered(cohortsOf(units), 0);
  // Group 1: shares 1/5, 3/5, 3/5. Group 2: 2/5, 2/5, 3/5. Never: 2/5, 2/5, 1/5.
  const told = effects.map(({ met, period, controls, estimate }) => [met, period, controls, estimate]);
  const want = [
    [1, 1, 10, 2 / 5 - 0],
    [1, 2, 5, 2 / 5 + 1 / 5],
    [2, 0, 5, 0],
    [2, 2, 5, 1 / 5 + 1 / 5],
  ];
  expect(told).toEqual(want.map((row) => row.map((value) => expect.closeTo(value, 14))));
  expect(events.map(({ event, groups }) => [event, groups])).toEqual([
    [-2, 1],
    [0, 2],
    [1, 1],
  ]);
  expect(overall!.estimate).toBeCloseTo((0.5 + 0.4) / 2, 14);
  // One lead: group 2 and those never reached, both 2/5 in both periods.
  expect(before).toEqual({ df: 1, statistic: 0, p: 1 });
});

test("one group beside those never reached: Welch's error of the difference of mean changes", () => {
  const units = drawn(3, 300, () => 0.2).filter(({ met }) => met === 3 || met === null);
  const [effect] = staggered(cohortsOf(units), 0).effects.filter(({ period }) => period === 4);
  const change = (is: (unit: Unit) => boolean) => {
    const changes = units.filter(is).map(({ y }) => y[4]! - y[2]!);
    const mean = changes.reduce((a, b) => a + b, 0) / changes.length;
    const square = changes.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (changes.length - 1);
    return { mean, variance: square / changes.length };
  };
  const [own, others] = [change(({ met }) => met === 3), change(({ met }) => met === null)];
  expect(effect!.estimate).toBeCloseTo(own.mean - others.mean, 13);
  expect(effect!.standardError).toBeCloseTo(Math.sqrt(own.variance + others.variance), 13);
});

test("estimates are those of the units, and errors those of their numeric influence", () => {
  const units = drawn(11, 350, (g, e) => 0.05 * g + 0.04 * e);
  const found = staggered(cohortsOf(units), 1);
  const ones = units.map(() => 1);
  const want = plain(units, ones, 1);
  expect(found.effects).toHaveLength(want.effects.length);
  for (const { g, t, value } of want.effects)
    expect(found.effects.find(({ met, period }) => met === g && period === t)!.estimate).toBeCloseTo(
      value,
      12,
    );
  expect(found.overall!.estimate).toBeCloseTo(want.overall, 12);
  const step = 1e-5;
  const errors = { overall: 0, event: 0 };
  units.forEach((_, i) => {
    const moved = plain(units, ones.with(i, 1 + step), 1);
    errors.overall += ((moved.overall - want.overall) / step) ** 2;
    errors.event += ((moved.at(2) - want.at(2)) / step) ** 2;
  });
  const ratio = (error: number | null, square: number) => error! / Math.sqrt(square);
  const two = found.events.find(({ event }) => event === 2)!;
  expect(two.estimate).toBeCloseTo(want.at(2), 12);
  // n − 1 in place of n: the smallest group has about fifty units, which makes one percent.
  for (const one of [
    ratio(found.overall!.standardError, errors.overall),
    ratio(two.standardError, errors.event),
  ]) {
    expect(one).toBeGreaterThan(0.999);
    expect(one).toBeLessThan(1.012);
  }
});

test("intervals hold the truth as often as they say, and the test of the time before seldom errs", () => {
  const effect = (g: number, e: number) => 0.03 * g + 0.03 * e;
  // From the period after the action on: groups 2 and 3 by their shares, 5 has no such period.
  const truth =
    (0.2 * (0.06 + 0.03 * 2) + 0.25 * (0.09 + 0.03 * 1.5)) / 0.45; /* mean of e = 1, 2, 3 and of e = 1, 2 */
  let [held, refused] = [0, 0];
  const runs = 250;
  for (let run = 0; run < runs; run++) {
    const { overall, before } = staggered(cohortsOf(drawn(1000 + run, 300, effect)), 1);
    const [low, high] = overall!.interval!;
    if (low <= truth && truth <= high) held++;
    if (before!.p < 0.05) refused++;
  }
  // Four binomial errors about 95 and 5 in a hundred.
  expect(held / runs).toBeGreaterThan(0.95 - 0.055);
  expect(held / runs).toBeLessThan(0.95 + 0.055);
  expect(refused / runs).toBeLessThan(0.05 + 0.055);
});

test("what cannot be told: the last group without others, few units, no period before, nothing that varies", () => {
  const last = staggered(cohortsOf(drawn(5, 400, () => 0.1, false)), 1);
  expect(last.notTold).toMatchObject([{ met: 5, why: "no-controls" }]);
  expect(last.effects.some(({ met, period }) => met === 5 && period >= 5)).toBe(false);
  const alike = (met: number | null, n: number, y: readonly number[]): Unit[] =>
    Array.from({ length: n }, () => ({ met, y }));
  const units = [
    ...alike(0, 9, [1, 1, 1]),
    ...alike(1, 4, [0, 1, 1]),
    ...alike(2, 9, [1, 1, 0]),
    ...alike(null, 9, [1, 1, 1]),
  ];
  const found = staggered(cohortsOf(units), 0);
  expect(found.notTold.map(({ met, why }) => [met, why])).toEqual([
    [0, "no-before"],
    [1, "few"],
  ]);
  expect(found.overall).toMatchObject({ estimate: -1, interval: null, p: null });
  expect(found.before).toBeNull();
  expect(staggered([], 0)).toEqual({ effects: [], notTold: [], events: [], overall: null, before: null });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { millerSiegmund, millerSiegmundShort } from "../../../src/analyses/stats/miller-siegmund";
import { isShared, sharedJson } from "../../reference/shared-data";

test("no p below the uncorrected one, none above 1, and no p outside 0..1", () => {
  expect([millerSiegmund(0), millerSiegmund(1), millerSiegmund(0.5)]).toEqual([0, 1, 1]);
  for (const bad of [-0.1, 1.1, NaN]) expect(() => millerSiegmund(bad)).toThrow("probability");
  for (const bad of [0, 0.5, 0.7]) expect(() => millerSiegmund(0.01, bad)).toThrow("share left out");
  expect([millerSiegmundShort(0.2, 0.1), millerSiegmundShort(0.00001, 0.1)]).toEqual([null, null]);
  expect(() => millerSiegmundShort(2, 0.1)).toThrow("probability");
});

test("grows with p and with how much is looked at", () => {
  const p = fc.double({ min: 1e-12, max: 0.2, noNaN: true });
  fc.assert(
    fc.property(p, p, (a, b) => {
      expect(millerSiegmund(Math.min(a, b))).toBeLessThanOrEqual(millerSiegmund(Math.max(a, b)));
      expect(millerSiegmund(a, 0.05)).toBeGreaterThanOrEqual(millerSiegmund(a, 0.1));
      expect(millerSiegmund(a)).toBeGreaterThanOrEqual(a);
    }),
  );
});

const file = "spec/reference/10_pas_synthetic.json";

describe.skipIf(!isShared(file))("reference 10, from R", () => {
  test("the table of both shares, by the formula and by its short form", () => {
    const { ms_table, cut_reach } = sharedJson<{
      ms_table: Record<"pmin" | "ms_eps10" | "altman_eps10" | "ms_eps5" | "altman_eps5", number>[];
      cut_reach: { p_min: number; p_ms_10: number };
    }>(file);
    for (const row of ms_table) {
      near(millerSiegmund(row.pmin, 0.1), row.ms_eps10);
      near(millerSiegmund(row.pmin, 0.05), row.ms_eps5);
      near(millerSiegmundShort(row.pmin, 0.1)!, row.altman_eps10);
      near(millerSiegmundShort(row.pmin, 0.05)!, row.altman_eps5);
    }
    // R's program took the quantile of 1 − p/2, where a p of 2e-14 has two digits left.
    expect(Math.abs(millerSiegmund(cut_reach.p_min) / cut_reach.p_ms_10 - 1)).toBeLessThan(0.01);
  });
});

/** The file holds 13 digits, of the smallest p as well. */
function near(value: number, expected: number) {
  expect(Math.abs(value / expected - 1)).toBeLessThan(1e-10);
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { languageOf, readParams, type Request } from "../../../src/analyses";
import { mixShift } from "../../../src/analyses/mix-shift";
import type { mixShiftParams } from "../../../src/analyses/mix-shift/params";
import type { MixShiftResult } from "../../../src/analyses/mix-shift/result";
import { mixOf } from "../../charts/fixtures/mix-shift";
import { dataSet } from "../table-from";

const request = {
  data: dataSet("t", [], {}),
  params: readParams(mixShift.params, { group: "plan", by: "seats" }).values,
} as unknown as Request<typeof mixShiftParams>;

const reported = (result: MixShiftResult) => mixShift.report(result, request, languageOf("en"));
const levelOf = (result: MixShiftResult) => reported(result).verdict.level;
const apartFromNone = (found: MixShiftResult["crude"]) =>
  found !== null && (found.interval[0] > 0 || found.interval[1] < 0);

const counted = fc
  .integer({ min: 1, max: 900 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
/** Few customers and many, groups alike and far apart. */
const anyStrata = fc
  .array(fc.tuple(counted, counted), { minLength: 1, maxLength: 5 })
  .map((rows) =>
    mixOf(
      rows.map(([[x, n], [y, m]], i) => [`=${i}`, x, n, y, m] as [string, number, number, number, number]),
    ),
  );

test("no verdict is surer of the difference among like customers than its interval", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyStrata, (result) => {
      const { level } = reported(result).verdict;
      seen.add(level);
      const { crude, adjusted, standardised, strata } = result;
      expect(level === "cannot-tell").toBe(!apartFromNone(adjusted));
      if (level !== "certain") return;
      expect(apartFromNone(crude) && apartFromNone(standardised!.difference)).toBe(true);
      const sign = Math.sign(adjusted!.value);
      expect([crude!.value, standardised!.difference.value].map(Math.sign)).toEqual([sign, sign]);
      for (const { difference } of strata)
        if (apartFromNone(difference)) expect(Math.sign(difference!.value)).toBe(sign);
    }),
    { seed: 31, numRuns: 600 },
  );
  expect([...seen].sort()).toEqual(["cannot-tell", "certain", "likely"]);
});

test("a difference of the totals that like customers do not show is not certain", () => {
  const vanished = mixOf([
    ["=a", 180, 400, 46, 100],
    ["=b", 11, 110, 38, 390],
  ]);
  expect(apartFromNone(vanished.crude)).toBe(true);
  expect(levelOf(vanished)).toBe("cannot-tell");
});

test("one that stands every way is certain; one that is turned round in some value is not", () => {
  expect(
    levelOf(
      mixOf([
        ["=a", 210, 400, 90, 380],
        ["=b", 150, 290, 80, 300],
      ]),
    ),
  ).toBe("certain");
  expect(
    levelOf(
      mixOf([
        ["=a", 300, 400, 90, 380],
        ["=b", 30, 290, 80, 300],
      ]),
    ),
  ).toBe("likely");
});

test("that the totals mislead is only said where like customers surely differ by something else", () => {
  const caveatOf = (result: MixShiftResult) =>
    reported(result).caveats.find(({ id }) => id === "reversal")?.text ?? "";
  const turned = (k: number) =>
    mixOf([
      ["=a", 90 * k, 100 * k, 790 * k, 900 * k],
      ["=b", 270 * k, 900 * k, 25 * k, 100 * k],
    ]);
  expect(caveatOf(turned(10))).toMatch(/totals misleads/);
  const few = mixOf([
    ["=a", 16, 40, 6, 20],
    ["=b", 2, 20, 3, 60],
  ]);
  expect(few.reversal).toBe("vanished");
  expect(few.crude!.value).toBeLessThan(few.adjusted!.interval[1]);
  expect(caveatOf(few)).toMatch(/may mislead/);
});

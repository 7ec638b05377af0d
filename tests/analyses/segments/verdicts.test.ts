import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageOf, readParams, type AnyAnalysis, type Locale, type Report } from "../../../src/analyses";
import { mixShift } from "../../../src/analyses/mix-shift";
import { segments } from "../../../src/analyses/segments";
import { usageQuartiles } from "../../../src/analyses/usage-quartiles";
import { mixOf } from "../../charts/fixtures/mix-shift";
import { segmentsOf } from "../../charts/fixtures/segments";
import { usageOf } from "../../charts/fixtures/usage-quartiles";
import { dataSet } from "../table-from";
import { isShown, numbersIn, numbersShown } from "./numbers-told";

const locales: readonly Locale[] = ["en", "ru"];
/** x of n, small and large, with nobody and everybody among them. */
const counts = fc.oneof(
  fc.integer({ min: 1, max: 40 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
  fc
    .integer({ min: 500, max: 90_000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
);

function reports(
  analysis: AnyAnalysis,
  result: unknown,
  given: Readonly<Record<string, unknown>>,
): [Locale, Report][] {
  const request = { data: dataSet("log", [], {}), params: readParams(analysis.params, given).values };
  return locales.map((locale) => [locale, analysis.report(result, request, languageOf(locale))]);
}

function expectTold(all: readonly [Locale, Report][], more: readonly number[]) {
  for (const [locale, report] of all) {
    const shown = numbersShown(report, locale, more);
    for (const number of numbersIn(report.verdict.sentence, locale))
      expect(isShown(number, shown), `${number} in “${report.verdict.sentence}”`).toBe(true);
    expect(JSON.stringify(report.verdict)).not.toMatch(/NaN|undefined|Infinity/);
  }
  expect(new Set(all.map(([, { verdict }]) => verdict.level)).size).toBe(1);
}

describe("whatever was counted, the verdict's numbers are those of the tables", () => {
  test("segments", () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 2, maxLength: 6 }), (found) => {
        const levels = found.map(([x, n], i) => [`=level ${"abcdef"[i]!}`, x, n] as const);
        const result = segmentsOf({ plan: levels });
        expectTold(reports(segments as AnyAnalysis, result, { by: ["plan"] }), [30]);
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  test("usage quartiles", () => {
    fc.assert(
      fc.property(
        counts,
        counts,
        counts,
        fc.option(counts),
        fc.integer({ min: 1, max: 200 }),
        (a, b, c, none, tenths) => {
          const delta = tenths / 1000;
          const result = usageOf([none, a, b, c], {}, delta);
          expectTold(reports(usageQuartiles as AnyAnalysis, result, { delta }), [delta]);
        },
      ),
      { numRuns: 150, seed: 12 },
    );
  });

  test("mix shift", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(counts, counts), { minLength: 1, maxLength: 5 }), (found) => {
        const strata = found.map(([[x, n], [y, m]], i) => [`=value ${"abcde"[i]!}`, x, n, y, m] as const);
        const result = mixOf(strata);
        if (result.decomposition)
          expect(result.decomposition.rateEffect + result.decomposition.mixEffect).toBeCloseTo(
            result.crude!.value,
            12,
          );
        expectTold(reports(mixShift as AnyAnalysis, result, { group: "plan", by: "seats" }), []);
      }),
      { numRuns: 150, seed: 13 },
    );
  });
});

test("a number that stands nowhere is found", () => {
  const result = segmentsOf({
    plan: [
      ["=a", 40, 100],
      ["=b", 10, 100],
    ],
  });
  const [[, report]] = reports(segments as AnyAnalysis, result, { by: ["plan"] }) as [[Locale, Report]];
  const shown = numbersShown(report, "en");
  expect(["40", "25", "30"].map((number) => isShown(number, shown))).toEqual([true, true, true]);
  expect(["57", "25.1", "77"].map((number) => isShown(number, shown))).toEqual([false, false, false]);
});

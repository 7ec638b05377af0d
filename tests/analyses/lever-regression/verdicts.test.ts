import fc from "fast-check";
import { expect, test } from "vitest";
import { languageOf, loadLanguage, readParams, type Locale } from "../../../src/analyses";
import { leverRegression } from "../../../src/analyses/lever-regression";
import type { LeverRegressionResult } from "../../../src/analyses/lever-regression/result";
import { ofASoftware, ofFew, regressionOf } from "../../charts/fixtures/lever-regression";
import { isShown, numbersIn, numbersShown } from "../segments/numbers-told";
import { dataSet } from "../table-from";

function expectTold(result: LeverRegressionResult) {
  const params = readParams(leverRegression.params, { mode: "columns", left: "gone" }).values;
  const levels = (["en", "ru"] as const).map((locale: Locale) => {
    const report = leverRegression.report(
      result,
      { data: dataSet("log", [], {}), params },
      languageOf(locale),
    );
    const names = result.levers.map(({ behaviour, cut }) => [behaviour, cut]).flat();
    const shown = [
      ...numbersShown(report, locale, [
        0.05,
        result.levers.length,
        ...names.filter(Number.isFinite).map(Number),
      ]),
      ...result.levers.map((_, i) => i + 1),
    ];
    for (const number of numbersIn(report.verdict.sentence.replaceAll("−", ""), locale))
      expect(isShown(number, shown), `${number} in “${report.verdict.sentence}”`).toBe(true);
    expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|Infinity/);
    expect(report.caveats.map(({ id }) => id)).toContain("association");
    return report.verdict.level;
  });
  expect(levels[0]).toBe(levels[1]);
}

test("the pictures' results", async () => {
  await loadLanguage("ru");
  expectTold(ofASoftware);
  expectTold(ofFew);
});

test("whatever was counted, the verdict's numbers are those of the tables", async () => {
  await loadLanguage("ru");
  const values = fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(0, 1, null), fc.constantFrom(0, 2, 5));
  const counts = fc
    .integer({ min: 1, max: 60 })
    .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n })));
  const rows = fc.array(fc.tuple(values, fc.constantFrom("=s", "=m"), counts), {
    minLength: 1,
    maxLength: 14,
  });
  await fc.assert(
    fc.asyncProperty(rows, async (found) => {
      const levers = ["first", "second", "third"].map((behaviour) => ({ behaviour, cut: null }));
      expectTold(
        await regressionOf(
          levers,
          found.map(([value, size, [n, lost]]) => [value, size, n, lost]),
          { resamples: 0 },
        ),
      );
    }),
    { numRuns: 60, seed: 16 },
  );
});

test("customers twice: the same estimates, narrower intervals; and whatever order", async () => {
  const counts = [
    [[1, 0], "=s", 60, 20],
    [[0, 0], "=s", 80, 40],
    [[1, 1], "=m", 90, 18],
    [[0, 1], "=m", 50, 25],
    [[0, 0], "=m", 40, 12],
  ] as const;
  const levers = ["first", "second"].map((behaviour) => ({ behaviour, cut: null }));
  const once = await regressionOf(levers, counts, { resamples: 0 });
  const twice = await regressionOf(
    levers,
    counts.map(([values, size, n, lost]) => [values, size, 2 * n, 2 * lost] as const),
    { resamples: 0 },
  );
  const turned = await regressionOf(levers, counts.toReversed(), { resamples: 0 });
  if (!once.model?.ok || !twice.model?.ok || !turned.model?.ok) throw new Error("no model");
  once.model.levers.forEach((lever, i) => {
    const [more, other] = [twice, turned].map(({ model }) => (model?.ok ? model.levers[i]! : null));
    // Estimates to 1e-10 of a standard error.
    expect(more!.coefficient).toBeCloseTo(lever.coefficient!, 8);
    expect(other!.coefficient).toBeCloseTo(lever.coefficient!, 8);
    const width = ({ interval }: typeof lever) => interval![1]! - interval![0]!;
    expect(width(more!)).toBeLessThan(width(lever));
  });
});

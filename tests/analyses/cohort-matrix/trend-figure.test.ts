import { expect, test } from "vitest";
import { languageOf, type Figure } from "../../../src/analyses";
import type { CohortResult } from "../../../src/analyses/cohort-matrix/result";
import { matrixTable } from "../../../src/analyses/cohort-matrix/tables";
import { trendFigure } from "../../../src/analyses/cohort-matrix/trend-figure";
import { cohortsOfMoney } from "../../charts/fixtures/cohort-matrix";

const language = languageOf("en");
const place = cohortsOfMoney.at!;

interface Marked {
  readonly type?: string;
  readonly data?: readonly { readonly low?: number; readonly high?: number; readonly rate?: number }[];
}

function drawn(result: CohortResult) {
  const figure: Figure = trendFigure(result, "retention", language)!;
  const { marks = [], y } = figure.plot(700);
  const all = marks.flat(9) as readonly Marked[];
  const dataOf = (has: "low" | "rate", hasNot?: "rate") =>
    all.flatMap(({ data }) =>
      [...(data ?? [])].filter((one) => Object(one) === one && has in one && !(hasNot && hasNot in one)),
    );
  return { figure, bars: dataOf("low", "rate"), dots: dataOf("rate"), domain: y!.domain as [number, number] };
}

/** The same cohorts with other cells at the step that is drawn. */
function withCells(
  change: (i: number) => Partial<CohortResult["cohorts"][number]["cells"][number]>,
): CohortResult {
  return {
    ...cohortsOfMoney,
    cohorts: cohortsOfMoney.cohorts.map((cohort, i) => ({
      ...cohort,
      cells: cohort.cells.map((cell, k) => (k === place ? { ...cell, ...change(i) } : cell)),
    })),
  };
}

test("amounts, cohort by cohort: the ratios and intervals of the cells, and the customers of the table", () => {
  const { figure, bars, domain } = drawn(cohortsOfMoney);
  const seen = cohortsOfMoney.cohorts
    .map(({ cells }) => cells[place]!)
    .filter(({ state }) => state !== "not observed");
  expect(seen.length).toBeGreaterThan(3);
  expect(bars.map(({ low, high }) => [low, high])).toEqual(seen.map(({ interval }) => interval));
  expect(domain[1]).toBeGreaterThan(Math.max(...seen.map(({ interval }) => interval![1])));
  const keys = matrixTable(cohortsOfMoney, { show: "retention", average: "pooled" }, language).rows.flatMap(
    (row) => Object.values(row).flatMap(({ who }) => who?.key ?? []),
  );
  const { dots } = drawn(cohortsOfMoney);
  for (const dot of dots) expect(keys).toContain(figure.who!(dot)!.key);
});

test("an amount without an interval is a dot alone, a huge interval is cut at the edge, refunds go below nought", () => {
  const bare = drawn(withCells((i) => (i === 0 ? { interval: null } : {})));
  const all = drawn(cohortsOfMoney);
  expect(bare.bars.length).toBe(all.bars.length - 1);
  expect(bare.dots.length).toBe(all.dots.length);
  const huge = drawn(withCells((i) => (i === 0 ? { interval: [0.001, 1e9] } : {})));
  expect(huge.domain[1]).toBeLessThan(3);
  expect(huge.bars[0]!.high).toBe(huge.domain[1]);
  const refunds = drawn(
    withCells((i) => (i === 0 ? { total: -50, atFirst: 100, interval: [-0.7, -0.3] } : {})),
  );
  expect(refunds.domain[0]).toBeLessThan(-0.7);
  expect(refunds.bars[0]).toMatchObject({ low: -0.7, high: -0.3 });
  for (const { figure } of [bare, huge, refunds]) {
    expect(figure.caption).toMatch(/part of what they brought in the first/);
    expect(figure.alternative).not.toMatch(/NaN|undefined/);
  }
});

import { abTest } from "../../../src/analyses/ab-test";
import { planOf } from "../../../src/analyses/ab-test/plan";
import { abTestParams } from "../../../src/analyses/ab-test/params";
import type { AbTestResult } from "../../../src/analyses/ab-test/result";
import { readParams, type AnyAnalysis } from "../../../src/analyses";
import { gateMoved, testOf, threeWelcomes } from "../../charts/fixtures/ab-test";
import { spoken, type Spoken } from "../texts/spoken-one";

const analysis = abTest as AnyAnalysis;
const one = (
  name: string,
  result: AbTestResult,
  given: Readonly<Record<string, unknown>> = { primary: "paid" },
): Spoken => spoken(`test ${name}`, analysis, result, given);

/** A test of two arms with one share. */
const two = (
  a: readonly [number, number],
  b: readonly [number, number],
  given: Readonly<Record<string, unknown>> = {},
  assigned: Readonly<Record<string, number>> = {},
) => testOf({ control: [a], variant: [b] }, { primary: "paid", ...given }, assigned);

const plan = (given: Readonly<Record<string, unknown>>) =>
  one(
    `planned ${JSON.stringify(given)}`,
    {
      ...testOf({}, { primary: "paid" }),
      rows: null,
      problem: "no-rows",
      states: [],
      plan: planOf(readParams(abTestParams, { mode: "plan", ...given }).values),
    },
    { mode: "plan", ...given },
  );

const gate = { primary: "back on day seven", others: ["back on day one", "paid"], planned: 40_000 };
const log = { mode: "log", people: "people", goal: "buy", within: 14, goal2: "open" };

export const spokenAbTest: readonly Spoken[] = [
  one(
    "of a gate",
    testOf(
      {
        early: [
          [8502, 44700],
          [20034, 44700],
          [912, 44700],
        ],
        later: [
          [8279, 45489],
          [20119, 45489],
          [870, 45489],
        ],
      },
      gate,
    ),
    gate,
  ),
  one(
    "of three, at every look",
    {
      ...threeWelcomes,
      metrics: threeWelcomes.metrics.map((metric, i) => ({ ...metric, name: ["imported", "invited"][i]! })),
    },
    { primary: "imported", others: ["invited"], stop: "always", planned: 3000 },
  ),
  one("told with ease", two([200, 1000], [300, 1000], { planned: 1000 }), { primary: "paid", planned: 1000 }),
  one("unplanned", two([200, 1000], [300, 1000])),
  one("too early", two([200, 1000], [300, 1000], { planned: 5000 }), { primary: "paid", planned: 5000 }),
  one("open", two([200, 1000], [210, 1010])),
  one("of no importance", two([20_000, 100_000], [20_010, 100_050])),
  one("of few", two([2, 11], [7, 12])),
  one("with a broken split", two([200, 1000], [300, 1300])),
  one(
    "with a broken split of accounts",
    {
      ...two([200, 1000], [300, 1300]),
      arms: two([200, 1000], [300, 1300]).arms.map((arm, i) => ({ ...arm, accounts: [300, 420][i]! })),
      accounts: { all: 730, several: 500, split: 10 },
    },
    { primary: "paid", unit: "account" },
  ),
  one("of one arm", testOf({ control: [[3, 8]] }, { primary: "paid" })),
  one(
    "of many values",
    testOf(Object.fromEntries([..."abcdefgh"].map((arm) => [arm, [[3, 8]] as const])), { primary: "paid" }),
  ),
  one("without that control", two([2, 11], [7, 12], { control: "nobody" }), {
    primary: "paid",
    control: "nobody",
  }),
  one("of nobody", { ...testOf({}, { primary: "paid" }), problem: "no-rows" }),
  one("without variants", { ...testOf({}, { primary: "paid" }), problem: "no-variant" }),
  one("where all are alike", two([0, 500], [0, 510])),
  one("where nothing is known", two([0, 0], [0, 0])),
  one(
    "of means",
    testOf(
      { control: [{ mean: 52.4, sd: 256, n: 4000 }], variant: [{ mean: 61.25, sd: 103, n: 4100 }] },
      { primary: "paid" },
    ),
  ),
  one(
    "of a mean that does not vary",
    testOf(
      { control: [{ mean: 5, sd: 0, n: 4000 }], variant: [{ mean: 5, sd: 0, n: 4100 }] },
      { primary: "paid" },
    ),
  ),
  one(
    "of a log",
    {
      ...testOf(
        {
          control: [
            [200, 1000],
            [400, 1000],
          ],
          variant: [
            [300, 1000],
            [410, 1000],
          ],
        },
        { ...log },
        { control: 1200, variant: 1210 },
      ),
      clock: { firstDay: "2024-03-01", asOf: "2024-05-01" },
      accounts: { all: 700, several: 600, split: 0 },
      states: [
        { state: "in", customers: 2000 },
        { state: "late", customers: 410 },
        { state: "several", customers: 3 },
        { state: "none", customers: 1 },
        { state: "no-time", customers: 21 },
        { state: "early", customers: 5 },
        { state: "no-account", customers: 2 },
      ],
    },
    log,
  ),
  one(
    "of any activity",
    { ...testOf({ control: [[200, 1000]], variant: [[300, 1000]] }, { mode: "log", people: "people" }) },
    { mode: "log", people: "people" },
  ),
  one(
    "with a number from before",
    {
      ...gateMoved,
      metrics: gateMoved.metrics.slice(0, 1).map((metric) => ({
        ...metric,
        name: "paid",
        arms: metric.arms.map((arm, i) => ({ ...arm, missing: i ? 40 : 900 })),
        contrasts: metric.contrasts.map((contrast) => ({
          ...contrast,
          adjusted: {
            difference: -0.0071,
            interval: [-0.0102, -0.004] as [number, number],
            standardError: 0.0016,
            p: 0.00001,
            varianceRatio: 0.62,
            n: 80_000,
            covariateP: 0.0004,
          },
          judged: { difference: -0.0071, interval: [-0.0102, -0.004] as [number, number], p: 0.00001 },
        })),
      })),
      arms: gateMoved.arms.map((arm, i) => ({ ...arm, name: ["one", "two"][i]! })),
    },
    { primary: "paid", before: "rounds", planned: 40_000 },
  ),
  plan({}),
  plan({ perWeek: 900, baseline: 0.05, effect: 0.01, power: 0.9 }),
  plan({ baseline: 0.5, effect: 0.6 }),
];

import type { Report } from "../../../src/analyses";
import { attrition } from "../../../src/analyses/attrition";
import { attritionCalculator } from "../../../src/analyses/attrition-calculator";
import { attritionOverTime } from "../../../src/analyses/attrition-over-time";
import { relevantActivity } from "../../../src/analyses/relevant-activity";
import type { OverTimeResult } from "../../../src/analyses/attrition-over-time/result";
import { calculate } from "../../../src/analyses/attrition-calculator/compute";
import { languageOf, type Locale } from "../../../src/analyses";
import { shareOf } from "../../../src/analyses/share";
import { attritionResult } from "../../charts/fixtures/attrition";
import { months, quarters, weeks } from "../../charts/fixtures/over-time";
import { relevantActivityResult } from "../../charts/fixtures/relevant-activity";
import { spoken, type Spoken } from "./spoken-one";
import { spokenRenewalProjection } from "../renewal-projection/spoken";
import { spokenRepeatPurchase } from "../repeat-purchase/spoken";
import { spokenBuyTillYouDie } from "../buy-till-you-die/spoken";
import { spokenLeverFinder } from "../lever-finder/spoken";
import { spokenDivided } from "../segments/spoken";
import { spokenDefinitions } from "../retention-definitions/spoken";
import { spokenOnboarding } from "../onboarding/spoken";
import { spokenCohortMatrix } from "../cohort-matrix/spoken";
import { spokenTimeToChurn } from "../time-to-churn/spoken";
import { spokenModelGate } from "../model-gate/spoken";
import { spokenSurvivorship } from "../survivorship/spoken";
import { spokenUnitEconomics } from "../unit-economics/spoken";
import { spokenAbTest } from "../ab-test/spoken";
import { spokenRollback } from "../rollback-signal/spoken";
import { spokenLoop } from "../loop-scorecard/spoken";
import { spokenBeforeAfter } from "../before-after/spoken";
import { spokenCrossProduct } from "../cross-product/spoken";
import { spokenUserLogoLead } from "./spoken-user-logo-lead";

export type { Spoken } from "./spoken-one";

const rising: OverTimeResult["trend"] = {
  found: true,
  periods: 13,
  customers: 1800,
  perPeriod: 0.0031,
  interval: [0.0007, 0.0055],
  oddsRatio: 1.03,
  oddsInterval: [1.01, 1.05],
  p: 0.012,
};
const level: OverTimeResult["trend"] = { ...rising, interval: [-0.0007, 0.0069] };
const falling: OverTimeResult["trend"] = { ...rising, perPeriod: -0.0031, interval: [-0.0055, -0.0007] };

const calculated = (start: number, end: number, fresh: number, returned = 0) =>
  spoken(
    `calculator ${start} ${end} ${fresh} ${returned}`,
    attritionCalculator,
    calculate({ start, end, new: fresh, returned }),
    { start, end, new: fresh, returned },
  );

const small = {
  ...attritionResult.counts,
  atStart: 21,
  lost: 1,
  remaining: 20,
  new: 1,
  returned: 1,
  atEnd: 22,
};
const nothing = {
  atStart: 0,
  lost: 0,
  remaining: 0,
  new: 0,
  returned: 0,
  atEnd: 0,
  withoutFullLookback: 0,
  cameAndLeft: 0,
};

/** Every way a report can turn out, to be listened to in each language. */
export const everythingSpoken: readonly Spoken[] = [
  spoken("attrition", attrition, attritionResult),
  spoken(
    "attrition between periods",
    attrition,
    { ...attritionResult, mode: "interval" },
    { mode: "interval" },
  ),
  spoken(
    "attrition of contracts",
    attrition,
    { ...attritionResult, mode: "contracts", gap: null },
    { mode: "contracts", grace: 30 },
  ),
  spoken("attrition of few", attrition, {
    ...attritionResult,
    counts: small,
    attrition: shareOf(1, 21),
    retention: shareOf(20, 21),
    rows: {
      total: 900,
      used: 700,
      excluded: [
        { why: "no-customer", rows: 100 },
        { why: "no-time", rows: 100 },
      ],
      duplicates: 3,
      customers: 60,
      withoutTime: 4,
    },
  }),
  spoken(
    "attrition with short lookback",
    attrition,
    {
      ...attritionResult,
      gap: { customers: 400, p50: 20, p80: 44.5 },
    },
    { lookback: "gap" },
    {
      rule: {
        form: "listed",
        events: ["login"],
        minPerDay: 2,
        conditions: [{ column: "seconds", operator: ">=", value: 60 }],
        after: { event: "click", withinHours: 24 },
      },
    },
  ),
  spoken("attrition in progress", attrition, {
    ...attritionResult,
    period: { ...attritionResult.period!, state: "in progress", asOf: "2024-06-10" },
  }),
  spoken("attrition not observed", attrition, {
    ...attritionResult,
    period: { ...attritionResult.period!, state: "not observed", asOf: "2024-05-10" },
  }),
  spoken("attrition without base", attrition, {
    ...attritionResult,
    counts: nothing,
    attrition: shareOf(0, 0),
    retention: shareOf(0, 0),
  }),
  spoken("attrition of nothing", attrition, {
    ...attritionResult,
    period: null,
    gap: null,
    counts: nothing,
    attrition: shareOf(0, 0),
    retention: shareOf(0, 0),
  }),
  spoken(
    "months",
    attritionOverTime,
    { ...months, trend: rising, target: "missed", alert: "cannot tell" },
    { target: 0.1, alert: 0.15 },
  ),
  spoken(
    "months falling",
    attritionOverTime,
    { ...months, signal: "below", trend: falling, target: "met", alert: "quiet" },
    { target: 0.2, alert: 0.3 },
  ),
  spoken(
    "months level",
    attritionOverTime,
    { ...months, signal: "two of three above", trend: level, alert: "raised" },
    { alert: 0.1 },
  ),
  spoken(
    "months ever",
    attritionOverTime,
    {
      ...months,
      base: "cumulative",
      conversion: [],
      lifetime: null,
      trend: { found: false, why: "cumulative base" },
    },
    { base: "cumulative" },
  ),
  spoken(
    "weeks",
    attritionOverTime,
    { ...weeks, trend: level, gap: { customers: 100, p50: 5, p80: 21 } },
    { grain: "week" },
  ),
  spoken("quarters", attritionOverTime, quarters, { grain: "quarter" }),
  spoken(
    "weeks of contracts",
    attritionOverTime,
    { ...quarters, mode: "contracts", refused: "weeks", periods: [] },
    { mode: "contracts", grain: "week" },
  ),
  spoken(
    "months of contracts",
    attritionOverTime,
    { ...months, mode: "contracts", gap: null, trend: rising, lonely: { side: "last", opens: "2024-06-01" } },
    { mode: "contracts" },
  ),
  spoken("relevant activity", relevantActivity, relevantActivityResult),
  spoken(
    "relevant activity of logins",
    relevantActivity,
    { ...relevantActivityResult, gap: { ...relevantActivityResult.gap, customers: 12, daysKnown: 40 } },
    {},
    { rule: { form: "except", events: ["a", "b"], minPerDay: 1, conditions: [], after: null } },
  ),
  spoken("relevant activity without gap", relevantActivity, {
    ...relevantActivityResult,
    hasEvents: false,
    gap: { customers: 0, p50: null, p80: null, oneDay: 5, daysKnown: 9, bins: [] },
  }),
  calculated(10_000, 15_000, 7_000),
  calculated(21, 22, 1, 1),
  calculated(100, 150, 0),
  calculated(100, 200, 50),
  calculated(100, 50, 30, 30),
  calculated(0, 10, 10),
  ...spokenRepeatPurchase,
  ...spokenUnitEconomics,
  ...spokenBuyTillYouDie,
  ...spokenRenewalProjection,
  ...spokenDivided,
  ...spokenCrossProduct,
  ...spokenLeverFinder,
  ...spokenCohortMatrix,
  ...spokenTimeToChurn,
  ...spokenDefinitions,
  ...spokenLoop,
  ...spokenOnboarding,
  ...spokenUserLogoLead,
  ...spokenAbTest,
  ...spokenRollback,
  ...spokenBeforeAfter,
  ...spokenSurvivorship,
  ...spokenModelGate,
];

export function reportOf({ analysis, request, result }: Spoken, locale: Locale): Report {
  return analysis.report(result, request, languageOf(locale));
}

/** Every text of a report. */
export function textsOf(report: Report): string[] {
  return [
    report.verdict.sentence,
    report.verdict.next ?? "",
    ...Object.values(report.verdict.number ?? {}).map((one) =>
      one instanceof Object ? one.label : String(one),
    ),
    report.definition,
    ...report.caveats.map(({ text }) => text),
    ...report.findings.flatMap((finding) => [
      finding.label,
      finding.text,
      finding.interval ? finding.intervalText : finding.noInterval,
    ]),
    ...report.figures.flatMap(({ title, caption, alternative }) => [title, caption, alternative]),
    ...report.tables.flatMap(({ title, columns, rows }) => [
      title,
      ...columns.map(({ label }) => label),
      ...rows.flatMap((row) => Object.values(row).map(({ text }) => text)),
    ]),
    ...report.method.formula,
    ...report.method.notes,
    ...report.method.sources,
  ];
}

import { byLevel } from "../caveat-order";
import { intervalText, shareFinding } from "../findings";
import { isPassiveRule } from "../passive-events";
import type { Caveat, Finding, Report, ReportTable } from "../report";
import { rowCaveats, rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { hazardFigure } from "../time-to-churn/hazard-figure";
import type { OnboardingRequest } from "./began";
import { daysFigure } from "./days-figure";
import { stepsFigure } from "./steps-figure";
import { onboardingParams } from "./params";
import type { OnboardingResult } from "./result";
import {
  benchmarkTable,
  daysTable,
  earlyTable,
  funnelTable,
  lossTable,
  valueStepsTable,
  valueTable,
} from "./tables";
import { valueFigure } from "./value-figure";
import { onboardingVerdict } from "./verdict";

export function reportOnboarding(
  result: OnboardingResult,
  request: OnboardingRequest,
  language: Language,
): Report {
  const { texts, format } = language;
  const caveats = caveatsOf(result, request, language);
  const { method, sources } = texts.onboarding;
  const [first] = result.days;
  return {
    verdict: onboardingVerdict(result, request, caveats, language),
    findings: findingsOf(result, language),
    caveats,
    figures: [
      ...(leadsWithValue(request, result) && result.value
        ? [valueFigure(result.value, request.params.days, language)]
        : []),
      ...(hasDays(result) ? [daysFigure(result, request, language)] : []),
      ...(result.losses && result.losses.curve.events > 0
        ? [hazardFigure({ intervals: result.losses.intervals, unit: "day" }, language)]
        : []),
      ...(result.funnel && result.funnel.entered > 0 ? [stepsFigure(result.funnel, language)] : []),
    ],
    tables: [
      daysTable(result, language),
      benchmarkTable(result, request, language),
      ...[
        earlyTable(result, language),
        lossTable(result, language),
        valueTable(result, language),
        valueStepsTable(result, language),
        funnelTable(result, language),
      ].filter((table): table is ReportTable => table !== null),
      rowTable(result.rows, language),
    ],
    definition: definitionOf(
      { form: (all) => all.onboarding.form, params: onboardingParams },
      request.params,
      language,
      {
        rule: texts.base.rule(request.data.rule),
        ...(result.clock && { asOf: format.day(result.clock.asOf), gap: format.count(result.clock.gap) }),
      },
    ),
    method: {
      formula: [
        method.formula,
        ...(first && first.share.rate !== null
          ? [method.first(first.day, first.share.x, first.share.n, format.percent(first.share.rate))]
          : [texts.base.noBase]),
        ...(result.early ? [method.early(result.early.early, result.early.horizon)] : []),
      ],
      notes: [
        texts.onboarding.definition(request.params),
        ...(result.clock ? [method.losses(result.clock.gap)] : []),
        ...(result.value ? [method.value] : []),
        ...(result.funnel ? [method.funnel] : []),
        method.quote,
      ],
      sources: [
        texts.base.sources.wilson,
        sources.delta,
        texts.timeToChurn.sources.kaplanMeier,
        texts.timeToChurn.sources.garwood,
      ],
    },
  };
}

/** Without anybody who could be seen for a whole day there is nothing to draw. */
export function hasDays({ days }: OnboardingResult): boolean {
  return days.some(({ share }) => share.n > 0);
}

/** Who names a first value asks for it: its curve is the first figure. Before there is a result nobody knows better. */
export function leadsWithValue(
  { params }: Pick<OnboardingRequest, "params">,
  result: OnboardingResult | null,
): boolean {
  if (params.value.trim() === "") return false;
  return result === null || (result.value !== null && result.value.curve.events > 0);
}

function findingsOf(result: OnboardingResult, language: Language): Finding[] {
  const { finding } = language.texts.onboarding;
  const { early, value } = result;
  const days = result.days.map(({ day, share }) =>
    shareFinding(
      `day-${day}`,
      finding.day(day),
      share,
      isSmallSample(share) ? [`small-day-${day}`] : [],
      language,
    ),
  );
  const told = early && {
    id: "early",
    label: finding.early(early.early, early.horizon),
    value: early.share,
    text: language.format.percent(early.share),
    n: early.lost,
  };
  const median = value?.curve.median.time;
  return [
    ...days,
    ...(told
      ? [
          early.interval
            ? { ...told, interval: early.interval, intervalText: intervalText(early.interval, language) }
            : { ...told, interval: null, noInterval: finding.noInterval },
        ]
      : []),
    ...(value && median != null
      ? [
          {
            id: "value",
            label: finding.value(value.event),
            value: median,
            text: language.texts.base.days(median),
            n: value.curve.customers,
            interval: null,
            noInterval: finding.valueNoInterval,
          },
        ]
      : []),
  ];
}

function caveatsOf(
  result: OnboardingResult,
  { data, params }: OnboardingRequest,
  { texts }: Language,
): Caveat[] {
  const { caveat } = texts.onboarding;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });
  if (isPassiveRule(data.rule)) add("logins-only", "flips", texts.base.caveat.loginsOnly);
  for (const { day, share } of result.days) {
    if (share.n === 0) add(`unseen-day-${day}`, "limits", caveat.unseen(day));
    else if (isSmallSample(share)) add(`small-day-${day}`, "limits", caveat.small(day, share.x, share.n));
  }
  const [least, most] = extremes(result.days.map(({ share }) => share.n));
  if (!params.same && least < 0.8 * most && least > 0)
    add("other-customers", "limits", caveat.others(least, most));
  if (params.reading === "after") add("after", "limits", caveat.after);
  if (params.days.includes(0) && params.people === null && params.start === null)
    add("day-0", "note", caveat.dayZero);
  if (result.losses && !result.early) add("no-early", "note", caveat.noEarly(params.early));
  if (result.early && result.early.horizon < params.horizon)
    add("short-horizon", "note", caveat.shortHorizon(result.early.horizon, params.horizon));
  if (result.value && result.value.curve.events === 0)
    add("no-value", "limits", caveat.noValue(result.value.event));
  const unmet = result.funnel?.steps.find(({ ofAll }) => ofAll.x === 0);
  if (unmet) add("no-step", "limits", caveat.noStep(unmet.event));
  if (params.people === null && params.start === null) add("first-activity", "note", caveat.firstActivity);
  return byLevel([...caveats, ...rowCaveats(result.rows, texts)]);
}

function extremes(values: readonly number[]): [least: number, most: number] {
  return [Math.min(...values), Math.max(...values)];
}

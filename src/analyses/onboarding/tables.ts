import { intervalColumn } from "../findings";
import type { ReportTable, ReportValue } from "../report";
import { left, right } from "../report-cells";
import type { Share } from "../share";
import type { Language } from "../texts";
import { keyText } from "../time-to-churn/who";
import type { OnboardingRequest } from "./began";
import type { OnboardingResult } from "./result";

/** With the columns of `asSql`, and the interval. */
export function daysTable({ days }: OnboardingResult, language: Language): ReportTable {
  const { table, who } = language.texts.onboarding;
  return {
    id: "n-day",
    title: table.days,
    columns: [
      right("day", table.day, "place"),
      right("eligible", table.eligible, "customers-nested"),
      right("returned", table.returned, "customers"),
      right("missed", table.missed, "customers"),
      right("rate", table.share, "share"),
      right("interval", table.interval, "number"),
    ],
    rows: days.map(({ day, share }) => ({
      day: { text: language.format.count(day), value: day },
      eligible: counted(share.n, `day ${day} eligible`, who.eligible(day), language),
      returned: counted(share.x, `day ${day} returned`, who.returned(day), language),
      missed: counted(share.n - share.x, `day ${day} missed`, who.missed(day), language),
      rate: rateOf(share, language),
      interval: { text: intervalColumn(share.interval, language), value: share.interval },
    })),
  };
}

/** A row for a person's own measure, empty until there is one: nobody else's is any. */
export function benchmarkTable(
  { days }: OnboardingResult,
  { params }: OnboardingRequest,
  language: Language,
): ReportTable {
  const { table } = language.texts.onboarding;
  const [first] = days;
  const { benchmark } = params;
  return {
    id: "benchmark",
    title: table.benchmark,
    columns: [left("what", table.what), right("share", table.share, "share")],
    rows: [
      {
        what: { text: table.here(first?.day ?? 0), value: first?.day ?? null },
        share: first ? rateOf(first.share, language) : empty,
      },
      {
        what: { text: table.own, value: null },
        share:
          benchmark === null ? empty : { text: language.format.percentColumn(benchmark), value: benchmark },
      },
    ],
  };
}

const empty = { text: "—", value: null };

/** Losses early in life, in numbers of those seen to leave. */
export function earlyTable({ early, losses }: OnboardingResult, language: Language): ReportTable | null {
  if (!early || !losses) return null;
  const { format, texts } = language;
  const { table, who } = texts.onboarding;
  const percent = (value: number) => ({ text: format.percentColumn(value), value });
  const lost = (value: number, to: number) =>
    counted(value, keyText({ what: "lost", place: null, from: null, to }), who.lost(to), language);
  return {
    id: "early",
    title: table.early,
    columns: [
      right("first", table.firstDays, "place"),
      right("within", table.withinDays, "place"),
      right("lost_early", table.lostBy(early.early), "customers"),
      right("lost", table.lostBy(early.horizon), "customers"),
      right("share", table.earlyShare(early.early, early.horizon), "share"),
      right("interval", table.interval, "number"),
      right("expected", table.expected, "number"),
      right("difference", table.difference, "number"),
      right("difference_interval", table.interval, "number"),
      right("even", table.even, "number"),
    ],
    rows: [
      {
        first: { text: format.count(early.early), value: early.early },
        within: { text: format.count(early.horizon), value: early.horizon },
        lost_early: lost(early.lostEarly, early.early),
        lost: lost(early.lost, early.horizon),
        share: percent(early.share),
        interval: { text: intervalColumn(early.interval, language), value: early.interval },
        expected: percent(early.expected),
        difference: { text: texts.base.points(early.difference), value: early.difference },
        difference_interval: {
          text: texts.base.interval(
            texts.base.points(early.differenceInterval[0]),
            texts.base.points(early.differenceInterval[1]),
          ),
          value: early.differenceInterval,
        },
        even: percent(early.even),
      },
    ],
  };
}

/** When customers leave, day by day. */
export function lossTable({ losses }: OnboardingResult, language: Language): ReportTable | null {
  if (!losses) return null;
  const { format, texts } = language;
  const { table, who } = texts.onboarding;
  return {
    id: "intervals",
    title: table.losses,
    columns: [
      left("span", table.life),
      right("at_risk", table.followed, "customers-nested"),
      right("lost", table.lost, "customers"),
      right("hazard", table.hazard, "number"),
      right("interval", table.interval, "number"),
    ],
    rows: losses.intervals.map((one) => {
      const from = one.from === 0 ? null : one.from;
      return {
        span: { text: table.span(one.from, one.to), value: [one.from, one.to] },
        at_risk: counted(
          one.atRisk,
          keyText({ what: "after", place: null, at: one.from }),
          who.followed(one.from),
          language,
        ),
        lost: counted(
          one.events,
          keyText({ what: "lost", place: null, from, to: one.to }),
          who.lostOn(one.from, one.to),
          language,
        ),
        hazard: one.hazard === null ? empty : { text: format.percentColumn(one.hazard), value: one.hazard },
        interval: { text: intervalColumn(one.hazardInterval, language), value: one.hazardInterval },
      };
    }),
  };
}

/** How soon the first event of value comes. */
export function valueTable({ value }: OnboardingResult, language: Language): ReportTable | null {
  if (!value) return null;
  const { format, texts } = language;
  const { table, who } = texts.onboarding;
  const { curve } = value;
  return {
    id: "value",
    title: table.value(value.event),
    columns: [
      right("day", table.byDay, "place"),
      right("share", table.reachedShare, "share"),
      right("interval", table.interval, "number"),
      right("reached", table.reachedEver, "customers"),
      right("customers", table.customers, "customers"),
    ],
    rows: curve.horizons.map(({ at, survival, interval }) => ({
      day: { text: format.count(at), value: at },
      share:
        survival === null
          ? { ...empty, unfinished: true as const }
          : { text: format.percentColumn(1 - survival), value: 1 - survival },
      interval:
        interval && survival !== null
          ? {
              text: intervalColumn([1 - interval[1], 1 - interval[0]], language),
              value: [1 - interval[1], 1 - interval[0]],
            }
          : empty,
      reached: counted(curve.events, "value reached", who.reached(value.event), language),
      customers: counted(curve.customers, "value all", who.all, language),
    })),
  };
}

/** Day by day, as it is drawn; the columns are those of `valueCurveQuery`. */
export function valueStepsTable({ value }: OnboardingResult, language: Language): ReportTable | null {
  if (!value || value.curve.events === 0) return null;
  const { format, texts } = language;
  const { table, who } = texts.onboarding;
  const bound = (share: number | null) =>
    share === null ? empty : { text: format.percentColumn(share), value: share };
  let reached = 0;
  return {
    id: "value-steps",
    title: table.valueSteps(value.event),
    columns: [
      right("time", table.byDay, "place"),
      right("at_risk", table.onTheWay, "customers-nested"),
      right("reached", table.reachedThen, "customers"),
      right("followed", table.followedUntil, "customers"),
      right("so_far", table.reachedSoFar, "customers-nested"),
      right("share", table.reachedShare, "share"),
      right("low", table.low, "number"),
      right("high", table.high, "number"),
    ],
    rows: value.curve.steps.map(({ time, atRisk, events, censored, survival, interval }) => {
      reached += events;
      return {
        time: { text: format.count(time), value: time },
        at_risk: { text: format.count(atRisk), value: atRisk },
        reached: { text: format.count(events), value: events },
        followed: { text: format.count(censored), value: censored },
        so_far: counted(reached, `value by ${time}`, who.reachedBy(value.event, time), language),
        share: { text: format.percentColumn(1 - survival), value: 1 - survival },
        low: bound(interval && 1 - interval[1]),
        high: bound(interval && 1 - interval[0]),
      };
    }),
  };
}

export function funnelTable({ funnel }: OnboardingResult, language: Language): ReportTable | null {
  if (!funnel) return null;
  const { format, texts } = language;
  const { table, who } = texts.onboarding;
  const interval = (share: Share) => ({
    text: intervalColumn(share.interval, language),
    value: share.interval,
  });
  return {
    id: "funnel",
    title: table.funnel(funnel.within),
    columns: [
      left("event", table.step),
      right("customers", table.customers, "customers-nested"),
      right("of_all", table.ofAll, "share"),
      right("of_all_interval", table.interval, "number"),
      right("of_before", table.ofBefore, "share"),
      right("of_before_interval", table.interval, "number"),
      right("days", table.days50, "time"),
    ],
    rows: [
      {
        event: { text: table.began, value: null },
        customers: counted(funnel.entered, "step 0", who.all, language),
        of_all: empty,
        of_all_interval: empty,
        of_before: empty,
        of_before_interval: empty,
        days: empty,
      },
      ...funnel.steps.map(({ event, ofAll, ofBefore, medianDays }, i) => ({
        event: { text: event, value: event },
        customers: counted(ofAll.x, `step ${i + 1}`, who.step(i + 1, event), language),
        of_all: rateOf(ofAll, language),
        of_all_interval: interval(ofAll),
        of_before: rateOf(ofBefore, language),
        of_before_interval: interval(ofBefore),
        days: medianDays === null ? empty : { text: format.number(medianDays, 2), value: medianDays },
      })),
    ],
  };
}

function counted(value: number, key: string, label: string, { format }: Language): ReportValue {
  return { text: format.count(value), value, who: { key, label } };
}

function rateOf({ rate }: Share, { texts, format }: Language): ReportValue {
  return { text: rate === null ? texts.base.noBase : format.percentColumn(rate), value: rate };
}

import { intervalText } from "../findings";
import type { Finding } from "../report";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { medianRange, spanText } from "./median";
import { curvesOf, nameOf, timeText } from "./names";
import type { ChurnResult, Curve } from "./result";

/** Medians and shares still there, group by group, and how much longer groups stay than the first. */
export function churnFindings(result: ChurnResult, language: Language): Finding[] {
  if (result.overall.customers === 0) return [];
  return [
    ...[result.overall, ...result.groups].flatMap((curve) => [
      medianFinding(curve, result, language),
      ...horizonFindings(curve, result, language),
    ]),
    ...meanFindings(result, language),
    ...differenceFindings(result, language),
    ...silenceFinding(result, language),
  ];
}

function silenceFinding({ mode, clock, overall }: ChurnResult, { texts, format }: Language): Finding[] {
  if (mode !== "inactivity" || !clock) return [];
  const { silence, chosen } = texts.timeToChurn.finding;
  return [
    {
      id: "silence",
      label: silence,
      value: clock.gap,
      text: format.count(clock.gap),
      n: overall.customers,
      interval: null,
      noInterval: chosen,
    },
  ];
}

function medianFinding(curve: Curve, result: ChurnResult, language: Language): Finding {
  const { texts } = language;
  const { finding, range } = texts.timeToChurn;
  const { time, interval } = curve.median;
  const [low, high] = interval;
  const told = {
    id: idOf("median", curve),
    label: finding.median(nameOf(curve, language)),
    value: time,
    text: time === null ? range.notReached : timeText(time, result, language),
    n: curve.customers,
    caveats: isSmallSample({ x: curve.events, n: curve.customers }) ? ["small-sample"] : [],
  };
  const words = medianRange(curve, result, language);
  return low !== null && high !== null
    ? { ...told, interval: [low, high], intervalText: words }
    : { ...told, interval: null, noInterval: finding.medianOpen(words) };
}

function horizonFindings(curve: Curve, result: ChurnResult, language: Language): Finding[] {
  const { format, texts } = language;
  const { finding, table } = texts.timeToChurn;
  // Horizons of everybody are told; those of groups stand in the table.
  if (curve !== curvesOf(result)[0] || result.groups.length) return [];
  return curve.horizons.map(({ at, survival, interval }): Finding => {
    const told = {
      id: `after-${at}`,
      label: finding.horizon(timeText(at, result, language)),
      value: survival,
      text: survival === null ? table.notObserved : format.percent(survival),
      n: curve.customers,
    };
    return interval && survival !== null
      ? { ...told, interval, intervalText: intervalText(interval, language) }
      : { ...told, interval: null, noInterval: survival === null ? finding.notReached : finding.noInterval };
  });
}

function meanFindings(result: ChurnResult, language: Language): Finding[] {
  const { mean, customers } = result.overall;
  if (!mean || result.tau === null) return [];
  const told = {
    id: "mean",
    label: language.texts.timeToChurn.finding.mean(timeText(result.tau, result, language)),
    value: mean.mean,
    text: timeText(mean.mean, result, language),
    n: customers,
  };
  return [
    mean.interval
      ? { ...told, interval: mean.interval, intervalText: spanText(mean.interval, result, language) }
      : { ...told, interval: null, noInterval: language.texts.timeToChurn.finding.noInterval },
  ];
}

function differenceFindings(result: ChurnResult, language: Language): Finding[] {
  const { comparison, groups } = result;
  const first = groups.find(({ place }) => place === comparison?.first);
  if (!comparison || !first) return [];
  return comparison.differences.map(({ place, difference, interval }) => {
    const group = groups.find((one) => one.place === place)!;
    return {
      id: idOf("difference", group),
      label: language.texts.timeToChurn.finding.difference(nameOf(group, language), nameOf(first, language)),
      value: difference,
      text: timeText(difference, result, language).replace("-", "−"),
      n: group.customers + first.customers,
      interval,
      intervalText: spanText(interval, result, language),
    };
  });
}

function idOf(what: string, { place }: Pick<Curve, "place">): string {
  return place === null ? what : `${what}-${place}`;
}

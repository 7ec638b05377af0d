import type { Request } from "../analysis";
import { bridge, isBridgeStep, type BridgeStep } from "../bridge-figure";
import { intervalText, shareFinding } from "../findings";
import type { Figure, Finding, Report, Verdict } from "../report";
import { rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { bridgedDays } from "./bridged-days";
import { attritionCaveats } from "./caveats";
import { whoIs, type CountKey } from "./kinds";
import { attritionParams } from "./params";
import type { AttritionResult } from "./result";
import { attritionTable } from "./table";

type AttritionRequest = Request<typeof attritionParams>;

export function reportAttrition(
  result: AttritionResult,
  request: AttritionRequest,
  language: Language,
): Report {
  const { texts, format } = language;
  const caveats = attritionCaveats(result, request, language);
  const { period } = result;
  return {
    verdict: verdictOf(
      result,
      caveats.some(({ level }) => level === "flips"),
      language,
    ),
    findings: findingsOf(result, language),
    caveats,
    figures: hasFigure(result) ? [bridgeFigure(result, language)] : [],
    tables: [attritionTable(result, request, language), rowTable(result.rows, language)],
    definition: definitionOf(
      { form: (all) => all.attrition.form, params: attritionParams },
      request.params,
      language,
      {
        rule: texts.base.rule(request.data.rule),
        ...(period && {
          start: format.day(period.start),
          end: format.day(period.end),
          asOf: format.day(period.asOf),
        }),
      },
    ),
    method: methodOf(result, request, language),
  };
}

function bridgeFigure(result: AttritionResult, language: Language): Figure {
  const figure = bridge(result.counts, language, result.period?.state === "complete");
  const keys: Record<BridgeStep, CountKey> = {
    start: "at_start",
    lost: "lost",
    returned: "returned",
    new: "new",
    end: "at_end",
  };
  return {
    ...figure,
    who: (datum) => (isBridgeStep(datum) && whoIs(keys[datum.step], result, language)) || null,
  };
}

/** Without anybody at start and end there is nothing to draw. */
export function hasFigure({ counts }: AttritionResult): boolean {
  return counts.atStart + counts.atEnd > 0;
}

function verdictOf(result: AttritionResult, flips: boolean, language: Language): Verdict {
  const { texts, format } = language;
  const { verdict, next } = texts.attrition;
  const { period, attrition, counts, mode } = result;
  const cannotTell = (sentence: string, way: string): Verdict => ({
    level: "cannot-tell",
    sentence,
    next: way,
  });
  if (!period) return cannotTell(verdict.noRows, next.noRows);
  if (period.end <= period.start)
    return { level: "refused", sentence: verdict.reversed(period.start, period.end), next: next.reversed };
  if (period.state === "not observed")
    return cannotTell(verdict.notObserved(period), next.running(period.end));
  if (attrition.rate === null || attrition.interval === null)
    return result.rows.used === 0
      ? cannotTell(verdict.noRows, next.noRows)
      : cannotTell(verdict.noBase(period.start), next.noBase);
  if (period.state === "in progress")
    return cannotTell(
      verdict.running({ ...period, unseen: counts.lost, n: counts.atStart }),
      next.running(period.end),
    );
  const rate = format.percent(attrition.rate);
  const interval = intervalText(attrition.interval, { texts, format });
  const small = isSmallSample(attrition);
  const who = whoIs("lost", result, language);
  const newcomers =
    counts.new + counts.returned > 0 ? ` ${verdict.newcomers(counts.new, counts.returned)}.` : "";
  return {
    level: flips || small ? "likely" : "certain",
    sentence: `${verdict.found({
      mode,
      n: attrition.n,
      lost: attrition.x,
      start: period.start,
      end: period.end,
      rate,
      interval,
      thatIs: texts.base.thatIs(attrition.rate, attrition.n),
    })}${newcomers}`,
    number: {
      value: rate,
      interval,
      base: texts.base.ofBase(attrition.x, attrition.n),
      ...(who && attrition.x > 0 && { who }),
    },
    next: nextStep(result, flips, small, texts),
  };
}

function nextStep(result: AttritionResult, flips: boolean, small: boolean, texts: Language["texts"]): string {
  const { next } = texts.attrition;
  const p80 = result.gap?.p80;
  if (result.period && p80 != null && bridgedDays(result.period) < p80) return next.lookback(Math.ceil(p80));
  if (flips) return next.rule;
  return small ? next.small(result.attrition.n) : next.found;
}

function findingsOf(result: AttritionResult, language: Language): Finding[] {
  const { texts, format } = language;
  const { finding } = texts.attrition;
  const small = isSmallSample(result.attrition) ? ["small-sample"] : [];
  const counted = (id: string, label: string, value: number, n: number): Finding => ({
    id,
    label,
    value,
    text: format.count(value),
    n,
    interval: null,
    noInterval: texts.base.noInterval.count,
  });
  const { gap, counts } = result;
  return [
    shareFinding("attrition", finding.attrition, result.attrition, small, language),
    shareFinding("retention", finding.retention, result.retention, small, language),
    counted("new", finding.new, counts.new, counts.atEnd),
    counted("returned", finding.returned, counts.returned, counts.atEnd),
    ...(gap?.p80 != null
      ? [
          {
            id: "gap",
            label: finding.gap,
            value: gap.p80,
            text: texts.base.days(gap.p80),
            n: gap.customers,
            interval: null,
            noInterval: finding.gapNoInterval,
          },
        ]
      : []),
  ];
}

function methodOf(
  { counts, attrition, period }: AttritionResult,
  { data, params }: AttritionRequest,
  { texts, format }: Language,
): Report["method"] {
  const { method } = texts.attrition;
  const known = attrition.rate !== null && attrition.interval !== null;
  const note =
    params.mode === "contracts"
      ? method.notes.contracts(params.grace)
      : params.mode === "interval"
        ? method.notes.interval
        : method.notes.snapshot(period?.lookbackDays ?? 0);
  return {
    formula: known
      ? [
          ...method.formula({
            ...counts,
            rate: format.percent(attrition.rate ?? 0),
            low: format.percent(attrition.interval?.[0] ?? 0),
            high: format.percent(attrition.interval?.[1] ?? 0),
          }),
          method.end(counts),
        ]
      : [texts.base.noBase],
    notes: [
      note,
      ...(params.period === "week" ? [texts.base.weeks[data.weekStart]] : []),
      method.notes.new,
      ...(period ? [method.notes.asOf(period.asOf)] : []),
    ],
    sources: [texts.base.sources.formula, texts.base.sources.wilson],
  };
}

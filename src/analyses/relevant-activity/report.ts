import { byLevel } from "../caveat-order";
import { shareFinding } from "../findings";
import { isPassiveRule } from "../passive-events";
import type { Caveat, Finding, Report, Verdict } from "../report";
import { rowCaveats, rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import type { Language } from "../texts";
import { eventsFigure, gapFigure } from "./figures";
import { relevantActivityParams } from "./params";
import type { RelevantActivityRequest } from "./query";
import type { RelevantActivityResult } from "./result";
import { eventsTable, gapsTable, triedTable } from "./tables";

export function reportRelevantActivity(
  result: RelevantActivityResult,
  request: RelevantActivityRequest,
  language: Language,
): Report {
  const { texts, format } = language;
  const { rule } = request.data;
  return {
    verdict: verdictOf(result, request, language),
    findings: findingsOf(result, language),
    caveats: caveatsOf(result, request, language),
    figures: [
      ...(result.hasEvents && result.events.length ? [eventsFigure(result, language)] : []),
      ...(result.gap.bins.length ? [gapFigure(result, language)] : []),
    ],
    tables: [
      eventsTable(result, language),
      triedTable(result, language),
      gapsTable(result, language),
      rowTable(result.rows, language),
    ],
    definition: definitionOf(
      { form: (all) => all.relevantActivity.form, params: relevantActivityParams },
      request.params,
      language,
      { rule: texts.base.rule(rule), ...(result.asOf && { asOf: format.day(result.asOf) }) },
    ),
    method: {
      formula: texts.relevantActivity.method.formula,
      notes: texts.relevantActivity.method.notes,
      sources: [texts.base.sources.wilson, texts.base.sources.quantile],
    },
  };
}

function verdictOf(
  result: RelevantActivityResult,
  request: RelevantActivityRequest,
  language: Language,
): Verdict {
  const { texts, format } = language;
  const { verdict, next } = texts.relevantActivity;
  const { gap } = result;
  if (result.rows.used === 0) return { level: "cannot-tell", sentence: verdict.noRows, next: next.noRows };
  const sentence = [
    inflationSentence(result, language),
    ruleSentence(result, language),
    gap.p50 === null || gap.p80 === null
      ? verdict.noGap
      : verdict.gap(texts.base.days(gap.p50), texts.base.days(gap.p80), Math.ceil(gap.p80)),
  ].filter(Boolean);
  const passive = isPassiveRule(request.data.rule);
  return {
    level: gap.p80 === null ? "cannot-tell" : passive || gap.customers < 30 ? "likely" : "certain",
    sentence: sentence.join(" "),
    ...(gap.p80 !== null && {
      number: { value: texts.base.days(gap.p80), interval: null, base: verdict.base(gap.customers) },
    }),
    next: passive ? next.passive : gap.p80 === null ? next.noGap : next.use(Math.ceil(gap.p80), format.count),
  };
}

/** "With logins counted, 12 % more customers look active; they did nothing else." */
function inflationSentence(
  { tried, period, hasEvents }: RelevantActivityResult,
  { texts, format }: Language,
): string {
  const { verdict } = texts.relevantActivity;
  if (!hasEvents) return verdict.noEvents;
  const any = tried.find(({ rule }) => rule === "any");
  const without = tried.find(({ rule }) => rule === "without_passive");
  if (!any || !without || !period) return "";
  const more = any.atEnd - without.atEnd;
  if (more === 0) return verdict.noInflation(period.start, period.grain);
  return verdict.inflation({
    share: without.atEnd > 0 ? format.percent(more / without.atEnd) : null,
    any: any.atEnd,
    without: without.atEnd,
    start: period.start,
    grain: period.grain,
  });
}

function ruleSentence({ tried, period }: RelevantActivityResult, { texts, format }: Language): string {
  const any = tried.find(({ rule }) => rule === "any")?.attrition;
  const chosen = tried.find(({ rule }) => rule === "chosen")?.attrition;
  if (any?.rate == null || chosen?.rate == null || !period) return "";
  // Same share of the same base: the rule changes nothing.
  if (any.x === chosen.x && any.n === chosen.n) return "";
  return texts.relevantActivity.verdict.sensitivity({
    chosen: format.percent(chosen.rate),
    any: format.percent(any.rate),
    start: period.start,
    grain: period.grain,
  });
}

function findingsOf(result: RelevantActivityResult, language: Language): Finding[] {
  const { texts } = language;
  const { finding } = texts.relevantActivity;
  const { gap } = result;
  const quantile = (id: string, label: string, value: number | null): Finding => ({
    id,
    label,
    value,
    text: value === null ? texts.base.noBase : texts.base.days(value),
    n: gap.customers,
    interval: null,
    noInterval: finding.quantile,
  });
  return [
    quantile("gap-half", finding.half, gap.p50),
    quantile("gap-most", finding.mostOf, gap.p80),
    ...result.tried.map(({ rule, attrition }) =>
      shareFinding(
        `attrition-${rule}`,
        finding.attrition(texts.relevantActivity.tried.rules[rule]),
        attrition,
        [],
        language,
      ),
    ),
  ];
}

function caveatsOf(
  result: RelevantActivityResult,
  { data }: RelevantActivityRequest,
  { texts }: Language,
): Caveat[] {
  const { caveat } = texts.relevantActivity;
  const { gap, events } = result;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });
  if (isPassiveRule(data.rule) || allCountedPassive(result))
    add("logins-only", "flips", texts.base.caveat.loginsOnly);
  if (gap.p80 !== null && gap.p80 > gap.daysKnown / 3 && gap.daysKnown > 0)
    add("short-data", "limits", caveat.shortData(gap.daysKnown, gap.p80));
  if (gap.customers > 0 && gap.customers < 30) add("few-gaps", "limits", caveat.few(gap.customers));
  if (gap.oneDay > 0) add("one-day", "note", caveat.oneDay(gap.oneDay, gap.oneDay + gap.customers));
  if (events.length >= 1000) add("many-events", "note", caveat.manyEvents);
  return byLevel([...caveats, ...rowCaveats(result.rows, texts)]);
}

function allCountedPassive({ events, hasEvents }: RelevantActivityResult): boolean {
  const counted = events.filter(({ isCounted }) => isCounted);
  return hasEvents && counted.length > 0 && counted.every(({ isPassive }) => isPassive);
}

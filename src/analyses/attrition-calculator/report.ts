import type { Request } from "../analysis";
import { byLevel } from "../caveat-order";
import { bridge } from "../bridge-figure";
import { intervalText, shareFinding } from "../findings";
import type { Caveat, Report, ReportTable, Verdict } from "../report";
import { bridgeColumns } from "../bridge-columns";
import { cellsIn, left, right } from "../report-cells";
import { definitionOf } from "../sentence";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { calculatorParams } from "./params";
import type { CalculatorResult } from "./result";

export function reportCalculator(
  result: CalculatorResult,
  { params }: Request<typeof calculatorParams>,
  language: Language,
): Report {
  const { texts, format } = language;
  const { attrition, retention, remaining, figures } = result;
  const known = attrition?.rate != null && attrition.interval !== null;
  const finding = texts.attrition.finding;
  return {
    verdict: verdictOf(result, language),
    findings:
      known && retention
        ? [
            shareFinding("attrition", finding.attrition, attrition, [], language),
            shareFinding("retention", finding.retention, retention, [], language),
          ]
        : [],
    caveats: caveatsOf(result, language),
    figures: known
      ? [
          bridge(
            {
              atStart: figures.start,
              lost: attrition.x,
              remaining,
              new: figures.new,
              returned: figures.returned,
              atEnd: figures.end,
            },
            language,
          ),
        ]
      : [],
    tables: [totalsTable(result, language), exampleTable(result, language)],
    definition: definitionOf(
      { form: (all) => all.calculator.form, params: calculatorParams },
      params,
      language,
      {},
    ),
    method: {
      formula: known
        ? [
            ...texts.calculator.formula(figures, remaining),
            ...texts.attrition.method.formula({
              atStart: figures.start,
              remaining,
              lost: attrition.x,
              rate: format.percent(attrition.rate ?? 0),
              low: format.percent(attrition.interval?.[0] ?? 0),
              high: format.percent(attrition.interval?.[1] ?? 0),
            }),
          ]
        : texts.calculator.formula(figures, remaining),
      notes: [texts.attrition.method.notes.new, texts.calculator.exampleNote],
      sources: [texts.base.sources.formula, texts.base.sources.wilson, texts.base.sources.noble],
    },
  };
}

/** Totals that contradict each other, or have no base, are not drawn. */
export function hasFigure({ attrition }: CalculatorResult): boolean {
  return attrition?.rate != null && attrition.interval !== null;
}

function verdictOf(
  { refused, figures, remaining, naive, attrition }: CalculatorResult,
  language: Language,
): Verdict {
  const { texts, format } = language;
  const { verdict, next } = texts.calculator;
  if (refused)
    return {
      level: "refused",
      sentence: verdict.refused[refused.why]({
        ...figures,
        remaining,
        figure: refused.figure,
        naive: naive ?? 0,
      }),
      next: next[refused.figure],
    };
  if (attrition?.rate == null || attrition.interval === null)
    return { level: "cannot-tell", sentence: verdict.noBase, next: next.noBase };
  const rate = format.percent(attrition.rate);
  const interval = intervalText(attrition.interval, language);
  return {
    level: isSmallSample(attrition) ? "likely" : "certain",
    sentence: verdict.found({
      n: attrition.n,
      lost: attrition.x,
      rate,
      interval,
      thatIs: texts.base.thatIs(attrition.rate, attrition.n),
      new: figures.new,
      returned: figures.returned,
    }),
    number: { value: rate, interval, base: texts.base.ofBase(attrition.x, attrition.n) },
    next: next.found,
  };
}

function caveatsOf({ attrition, naive, figures, refused }: CalculatorResult, { texts }: Language): Caveat[] {
  const caveats: Caveat[] = [];
  if (attrition && isSmallSample(attrition))
    caveats.push({
      id: "small-sample",
      level: "limits",
      text: texts.base.caveat.smallSample(attrition.x, attrition.n),
    });
  if (naive !== null && !refused && figures.new + figures.returned > 0)
    caveats.push({
      id: "totals-mislead",
      level: "note",
      text: texts.calculator.naive({ ...figures, naive }),
    });
  if (!refused) caveats.push({ id: "trusted", level: "limits", text: texts.calculator.trusted });
  return byLevel(caveats);
}

function totalsTable(
  { figures, remaining, attrition, retention }: CalculatorResult,
  language: Language,
): ReportTable {
  const { table } = language.texts.attrition;
  const cell = cellsIn(language);
  return {
    id: "attrition",
    title: table.title,
    columns: [...bridgeColumns(table), right("retention", table.retention, "share")],
    rows: [
      {
        at_start: cell.count(figures.start),
        lost: cell.count(figures.start - remaining),
        remaining: cell.count(remaining),
        new: cell.count(figures.new),
        returned: cell.count(figures.returned),
        at_end: cell.count(figures.end),
        attrition: cell.share({ rate: attrition?.rate ?? null }),
        interval: cell.interval({ interval: attrition?.interval ?? null }),
        retention: cell.share({ rate: retention?.rate ?? null }),
      },
    ],
  };
}

function exampleTable({ example }: CalculatorResult, language: Language): ReportTable {
  const { texts, format } = language;
  const told = texts.calculator.example;
  const cell = cellsIn(language);
  const share = (value: number) => ({ text: format.number(value * 100, 2), value });
  return {
    id: "example",
    title: told.title,
    columns: [
      left("month", told.month),
      ...(["start", "lostOld", "new", "lostNew", "end", "anyOverStart", "attrition"] as const).map((key) =>
        right(key, told[key], "mixed"),
      ),
    ],
    rows: example.map((month, i) => ({
      month: { text: told.months[i] ?? "", value: i },
      start: cell.count(month.start),
      lostOld: cell.count(month.lostOld),
      new: cell.count(month.new),
      lostNew: cell.count(month.lostNew),
      end: cell.count(month.end),
      anyOverStart: share(month.anyOverStart),
      attrition: share(month.attrition.rate ?? 0),
    })),
  };
}

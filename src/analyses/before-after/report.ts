import { byLevel } from "../caveat-order";
import { isPassiveRule } from "../passive-events";
import type { Caveat, Figure, Finding, Report, Verdict } from "../report";
import { rowCaveats, rowTable } from "../row-caveats";
import { rateRowsPlot, whoOf } from "../segments/rate-rows";
import { definitionOf } from "../sentence";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { beforeAfterParams, hasOwnDays } from "./params";
import { pointsInterval } from "./points-interval";
import type { BeforeAfterRequest } from "./query";
import { both, type BeforeAfterResult, type Change } from "./result";
import { apartFigure } from "./apart-figure";
import { sideFills, sideLegend } from "./side-fills";
import { staggeredCaveats } from "./staggered-caveats";
import { coursesFigure, eventsFigure } from "./staggered-figures";
import { staggeredFindings, staggeredMethod, staggeredVerdict } from "./staggered-report";
import { staggeredTables } from "./staggered-tables";
import { apartTable, changesTable, sidesTable, statesTable, weeksTable } from "./tables";
import { weeksFigure } from "./weeks-figure";

export function hasFigure({ parts, staggered }: BeforeAfterResult): boolean {
  return parts.length > 0 || (staggered !== null && staggered.cohorts.length > 0);
}

export function reportBeforeAfter(
  result: BeforeAfterResult,
  request: BeforeAfterRequest,
  language: Language,
): Report {
  const { texts } = language;
  if (hasOwnDays(request.params)) return reportOwnDays(result, request, language);
  const { method } = texts.beforeAfter;
  const caveats = caveatsOf(result, request, language);
  const [touched] = result.parts;
  return {
    verdict: verdictOf(result, request, caveats, language),
    findings: findingsOf(result, language),
    caveats,
    figures: hasFigure(result)
      ? [sidesFigure(result, language), ...weeksFigure(result, language), ...apartFigure(result, language)]
      : [],
    tables: [
      ...(hasFigure(result) ? [sidesTable(result, language), changesTable(result, language)] : []),
      ...(result.weeks.length ? [weeksTable(result, language)] : []),
      ...(result.apart.length ? [apartTable(result, language)] : []),
      ...(result.states.length ? [statesTable(result, language)] : []),
      rowTable(result.rows, language),
    ],
    definition: definitionIn(result, request, language),
    method: {
      formula: [
        touched && result.change
          ? method.change(touched.after, touched.before, texts.base.points(result.change.estimate))
          : texts.beforeAfter.nothing,
      ],
      notes: [
        method.equal,
        method.ladder,
        method.steps,
        ...(result.line ? [method.line] : []),
        ...(result.beyond ? [method.beyond] : []),
        ...(result.trend ? [method.trend] : []),
      ],
      sources: [
        texts.base.sources.wilson,
        texts.abTest.method.sources.newcombe,
        ...(result.line ? [method.sources.line] : []),
        ...(result.beyond ? [method.sources.beyond] : []),
        ...(result.trend ? [method.sources.trend] : []),
        ...(request.params.rollout > 0 ? [method.sources.steps] : []),
      ],
    },
  };
}

/** Each customer has a day of its own: other numbers, told in the same places. */
function reportOwnDays(result: BeforeAfterResult, request: BeforeAfterRequest, language: Language): Report {
  const { staggered } = result;
  const { params } = request;
  const { texts } = language;
  return {
    verdict: staggeredVerdict(result, request, language),
    findings: staggered ? staggeredFindings(staggered, language) : [],
    caveats: byLevel([
      ...(staggered ? staggeredCaveats(staggered, request, language) : []),
      ...(isPassiveRule(request.data.rule)
        ? [{ id: "logins-only", level: "flips" as const, text: texts.base.caveat.loginsOnly }]
        : []),
      ...rowCaveats(result.rows, texts),
    ]),
    figures: staggered
      ? [...coursesFigure(staggered, params, language), ...eventsFigure(staggered, language)]
      : [],
    tables: [
      ...(staggered ? staggeredTables(staggered, params, language) : []),
      rowTable(result.rows, language),
    ],
    definition: definitionIn(result, request, language),
    method: staggeredMethod(staggered, language),
  };
}

function definitionIn(
  result: BeforeAfterResult,
  { data, params }: BeforeAfterRequest,
  language: Language,
): string {
  const { texts, format } = language;
  return definitionOf({ form: (all) => all.beforeAfter.form, params: beforeAfterParams }, params, language, {
    rule: texts.base.rule(data.rule),
    ...(result.clock && { asOf: format.day(result.clock.asOf) }),
  });
}

function verdictOf(
  result: BeforeAfterResult,
  { params }: BeforeAfterRequest,
  caveats: readonly Caveat[],
  language: Language,
): Verdict {
  const { texts, format } = language;
  const { verdict, next } = texts.beforeAfter;
  const cannotTell = (sentence: string, way: string): Verdict => ({
    level: "cannot-tell",
    sentence,
    next: way,
  });
  if (result.rows.used === 0 || !result.clock) return cannotTell(verdict.noRows, next.rows);
  if (params.action === "auto") return cannotTell(verdict.noAction, next.action);
  if (params.from >= params.within)
    return { level: "refused", sentence: verdict.noDays(params.from, params.within), next: next.days };
  const touched = result.parts.find(({ part }) => part === "touched");
  if (!touched || !result.change) return cannotTell(verdict.nobody(params.within), next.time);
  const [before, after] = [touched.before.rate ?? 0, touched.after.rate ?? 0];
  const main = result.beyond ?? result.change;
  const said = {
    before: format.percentBeside(before, [after]),
    after: format.percentBeside(after, [before]),
    by: texts.base.points(result.change.estimate),
    interval: pointsInterval(result.change.interval, language),
  };
  const isApart = main.interval[0] > 0 || main.interval[1] < 0;
  const isDrifting = caveats.some(({ id }) => id === "not-parallel");
  return {
    level: isApart && !isDrifting && (main.p ?? 0) <= 0.05 ? "likely" : "cannot-tell",
    sentence: [
      verdict.change(said),
      ...(result.beyond
        ? [
            verdict.beyond(
              texts.base.points(result.beyond.estimate),
              pointsInterval(result.beyond.interval, language),
            ),
          ]
        : [verdict.weak]),
      ...(result.line
        ? [
            verdict.line(
              texts.base.points(result.line.level.estimate),
              pointsInterval(result.line.level.interval, language),
            ),
          ]
        : []),
      ...(isApart ? [] : [verdict.chance]),
      ...(isDrifting ? [verdict.drifting] : []),
    ].join(" "),
    number: {
      value: texts.base.points(main.estimate),
      interval: pointsInterval(main.interval, language),
      base: texts.base.customers(touched.before.n + touched.after.n),
    },
    next: caveats.some(({ id }) => id === "overlapping") ? next.one : next.test,
  };
}

function caveatsOf(
  result: BeforeAfterResult,
  { data, params }: BeforeAfterRequest,
  language: Language,
): Caveat[] {
  const { texts, format } = language;
  const { caveat } = texts.beforeAfter;
  const told: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => told.push({ id, level, text });
  if (result.overlapping.length)
    add("overlapping", "flips", caveat.overlapping(result.overlapping.map((day) => format.day(day))));
  if (isPassiveRule(data.rule)) add("logins-only", "flips", texts.base.caveat.loginsOnly);
  if (result.change && !result.beyond) add("weak", "flips", caveat.weak);
  if (result.beyond) told.push(parallelCaveat(result, language));
  if (result.change && params.rollout > 0) add("steps", "limits", caveat.steps(params.rollout));
  if (result.change && !result.line)
    add("few-weeks", "note", caveat.fewWeeks(result.weeksBefore, result.weeksAfter));
  if (result.line?.isLikeInTime) add("like-in-time", "note", caveat.likeInTime);
  const shares = result.parts.flatMap(({ before, after }) => [before, after]);
  if (shares.some(isSmallSample)) add("small", "limits", caveat.small);
  return byLevel([...told, ...rowCaveats(result.rows, texts)]);
}

/** What the weeks before the action say of the one thing on which the difference of differences stands. */
function parallelCaveat({ trend }: BeforeAfterResult, language: Language): Caveat {
  const { texts } = language;
  const { caveat } = texts.beforeAfter;
  if (!trend) return { id: "parallel", level: "limits", text: caveat.parallel };
  const [low, high] = trend.driftInterval;
  const said = {
    weeks: trend.weeks,
    drift: texts.base.points(trend.drift),
    interval: pointsInterval(trend.driftInterval, language),
  };
  return low > 0 || high < 0
    ? { id: "not-parallel", level: "flips", text: caveat.notParallel(said) }
    : { id: "parallel", level: "limits", text: caveat.noDrift(said) };
}

function findingsOf({ parts, change, beyond }: BeforeAfterResult, language: Language): Finding[] {
  const { texts } = language;
  const { finding } = texts.beforeAfter;
  const n = parts.reduce((sum, { before, after }) => sum + before.n + after.n, 0);
  const one = (id: string, label: string, found: Change | null): Finding[] =>
    found
      ? [
          {
            id,
            label,
            value: found.estimate,
            text: texts.base.points(found.estimate),
            n,
            interval: found.interval,
            intervalText: pointsInterval(found.interval, language),
          },
        ]
      : [];
  return [...one("change", finding.change, change), ...one("beyond", finding.beyond, beyond)];
}

export function sidesFigure({ parts }: BeforeAfterResult, language: Language): Figure {
  const { texts, format } = language;
  const { figure, part: names, side: when, who } = texts.beforeAfter;
  const rows = parts.map(({ part, ...shares }) => ({
    group: "",
    label: names[part],
    marks: both.flatMap((side) => {
      const { rate, interval, x, n } = shares[side];
      if (rate === null || !interval) return [];
      return [
        {
          side,
          rate,
          low: interval[0],
          high: interval[1],
          of: texts.segments.of(format.count(x), format.count(n)),
          fill: sideFills[side],
          who: { key: `${part} ${side} reached`, label: who(names[part], when[side]) },
        },
      ];
    }),
  }));
  return {
    id: "sides",
    title: figure.title,
    caption: figure.caption,
    alternative: figure.alternative(
      format.list(
        rows.flatMap(({ label, marks }) =>
          marks.map(({ side, rate }) => `${label}, ${when[side]}: ${format.percent(rate)}`),
        ),
      ),
    ),
    table: "sides",
    plot: (width) =>
      rateRowsPlot(
        { rows, reference: null, legend: sideLegend(language), axis: figure.axis },
        width,
        language,
      ),
    who: whoOf,
  };
}

import { leverText } from "../levers/lever";
import type { ReportTable, ReportValue } from "../report";
import { cellsIn, left, right } from "../report-cells";
import { shareOf } from "../share";
import type { Language } from "../texts";
import { stepOf } from "./judge";
import { nameOf, segmentLabel, thingName, whoOf } from "./names";
import type { Fitted, LeverEstimate, LeverRegressionResult, LeverResult } from "./result";

/** Odds ratio of a step from log odds by a unit; one digit more than is usually written where it is near 0. */
export function oddsText(value: number | null, { format, texts }: Language): string {
  if (value === null) return texts.base.none;
  if (value < 0.0005) return `< ${format.number(0.001, 3)}`;
  if (value >= 1000) return format.number(value, 0);
  return format.number(value, value < 0.095 ? 3 : 2);
}

export function oddsInterval(
  interval: LeverEstimate["interval"],
  step: number,
  language: Language,
): ReportValue {
  const { texts } = language;
  if (!interval) return { text: texts.base.none, value: null };
  const [low, high] = interval.map((bound) => (bound === null ? null : Math.exp(bound * step)));
  return {
    text: texts.leverRegression.openInterval(
      low == null ? null : oddsText(low, language),
      high == null ? null : oddsText(high, language),
    ),
    value: [low, high],
  };
}

/** The lever with the step its effect is told by: "logins (per standard deviation, 2.1)". */
export function stepName(
  result: LeverRegressionResult,
  model: Fitted,
  place: number,
  language: Language,
): string {
  const name = nameOf(result, place, language);
  const { isSwitch } = result.levers[place]!;
  return isSwitch
    ? name
    : language.texts.leverRegression.perDeviation(
        name,
        language.format.number(model.levers[place]!.deviation, 2),
      );
}

/** One row a lever, with the columns of `asSql`. */
export function leverTable(result: LeverRegressionResult, model: Fitted, language: Language): ReportTable {
  const { texts } = language;
  const { table, verdictOf } = texts.leverRegression;
  const cell = cellsIn(language);
  return {
    id: "levers",
    title: table.levers,
    columns: [
      left("lever", texts.levers.table.lever),
      left("verdict", table.verdict),
      right("odds_ratio", table.oddsRatio, "number"),
      right("interval", table.interval, "number"),
      right("points", table.points, "number"),
      right("points_interval", table.pointsInterval, "number"),
      right("p", table.p, "number"),
      right("q", table.q, "number"),
      right("crude", table.crude, "number"),
      right("crude_q", table.crudeQ, "number"),
    ],
    rows: result.levers.map((lever, i) => {
      const one = model.levers[i]!;
      const step = stepOf(one, lever.isSwitch);
      const odds = one.coefficient === null ? null : Math.exp(one.coefficient * step);
      const crude = one.crude ? Math.exp(one.crude.coefficient * step) : null;
      return {
        lever: { text: stepName(result, model, i, language), value: leverText(lever) },
        verdict: {
          text: verdictOf(lever.judged.kind, otherName(result, model, i, language)),
          value: lever.judged.kind,
        },
        odds_ratio: { text: oddsText(odds, language), value: odds },
        interval: oddsInterval(one.interval, step, language),
        points: cell.points(one.effect && one.effect.points * step),
        points_interval: cell.pointsInterval(
          one.effect && [one.effect.interval[0] * step, one.effect.interval[1] * step],
        ),
        p: cell.p(one.p),
        q: cell.p(one.q),
        crude: { text: oddsText(crude, language), value: crude },
        crude_q: cell.p(one.crude?.q ?? null),
      };
    }),
  };
}

/** What a lever should be merged with, what explains it, or all that it repeats. */
export function otherName(
  result: LeverRegressionResult,
  model: Fitted,
  place: number,
  language: Language,
): string | null {
  const { kind, other } = result.levers[place]!.judged;
  const repeats = model.levers[place]!.repeats ?? [];
  if (kind === "repeats") return language.format.list(repeats.map((one) => thingName(result, one, language)));
  return other && thingName(result, other, language);
}

/** Of each lever who has it, who has not, who is not known, and how many of them stayed. */
export function countsTable(result: LeverRegressionResult, language: Language): ReportTable {
  const { texts } = language;
  const { table } = texts.leverRegression;
  const cell = cellsIn(language);
  const used = result.facts?.used ?? 0;
  const lost = result.facts?.lost ?? 0;
  const side = (place: number, share: LeverResult["on"], value: "on" | "off") => ({
    [value]: share
      ? cell.count(share.n, whoOf({ lever: place, value, outcome: null }, result, language))
      : none(language),
    [`stayed_${value}`]: share
      ? cell.count(share.x, whoOf({ lever: place, value, outcome: "stayed" }, result, language))
      : none(language),
    [`retention_${value}`]: share ? cell.share(share) : none(language),
  });
  return {
    id: "counts",
    title: table.counts,
    columns: [
      left("lever", texts.levers.table.lever),
      right("on", table.on, "customers"),
      right("stayed_on", table.stayedOn, "customers"),
      right("retention_on", table.retentionOn, "share"),
      right("off", table.off, "customers"),
      right("stayed_off", table.stayedOff, "customers"),
      right("retention_off", table.retentionOff, "share"),
      right("unknown", table.unknown, "customers"),
      right("retention_unknown", table.retentionUnknown, "share"),
    ],
    rows: result.levers.map((lever, i) => {
      const unknown = shareOf(used - lever.known - (lost - lever.knownLost), used - lever.known);
      return {
        lever: { text: nameOf(result, i, language), value: leverText(lever) },
        ...side(i, lever.on, "on"),
        ...side(i, lever.off, "off"),
        unknown: cell.count(
          unknown.n,
          whoOf({ lever: i, value: "unknown", outcome: null }, result, language),
        ),
        retention_unknown: unknown.n > 0 ? cell.share(unknown) : none(language),
      };
    }),
  };
}

/** Measures by a unit, beside the standard deviation by which they are shown. Null without one. */
export function unitTable(
  result: LeverRegressionResult,
  model: Fitted,
  language: Language,
): ReportTable | null {
  const { texts } = language;
  const { table } = texts.leverRegression;
  const cell = cellsIn(language);
  const measures = result.levers.flatMap(({ isSwitch }, i) => (isSwitch ? [] : [i]));
  if (measures.length === 0) return null;
  return {
    id: "units",
    title: table.units,
    columns: [
      left("lever", texts.levers.table.lever),
      right("mean", table.mean, "number"),
      right("deviation", table.deviation, "number"),
      right("odds_ratio", table.oddsUnit, "number"),
      right("interval", table.interval, "number"),
      right("points", table.pointsUnit, "number"),
      right("points_interval", table.pointsInterval, "number"),
      right("bent", table.bent, "number"),
    ],
    rows: measures.map((i) => {
      const one = model.levers[i]!;
      const odds = one.coefficient === null ? null : Math.exp(one.coefficient);
      return {
        lever: { text: nameOf(result, i, language), value: leverText(result.levers[i]!) },
        mean: cell.number(one.mean),
        deviation: cell.number(one.deviation),
        odds_ratio: { text: odds === null ? texts.base.none : language.format.number(odds, 4), value: odds },
        interval: oddsInterval(one.interval, 1, language),
        points: cell.points(one.effect?.points ?? null),
        points_interval: cell.pointsInterval(one.effect && [...one.effect.interval]),
        bent: cell.p(one.bent),
      };
    }),
  };
}

/** How much of what the model knows each lever has: strong by itself, on average, for itself alone. */
export function sharesTable(result: LeverRegressionResult, language: Language): ReportTable | null {
  const { shares } = result;
  if (!shares) return null;
  const { texts } = language;
  const { table } = texts.leverRegression;
  const cell = cellsIn(language);
  const interval = (part: readonly [number, number] | null): ReportValue => ({
    text: part ? texts.base.interval(r2(part[0], language), r2(part[1], language)) : texts.base.none,
    value: part,
  });
  const value = (number: number): ReportValue => ({ text: r2(number, language), value: number });
  return {
    id: "shares",
    title: table.shares,
    columns: [
      left("lever", texts.levers.table.lever),
      right("first", table.first, "number"),
      right("first_interval", table.interval, "number"),
      right("shapley", table.shapley, "number"),
      right("shapley_interval", table.interval, "number"),
      right("last", table.last, "number"),
      right("last_interval", table.interval, "number"),
      right("share", table.share, "number"),
      right("largest", table.largest, "number"),
    ],
    rows: shares.levers.map((one, i) => ({
      lever: { text: nameOf(result, i, language), value: leverText(result.levers[i]!) },
      first: value(one.first.value),
      first_interval: interval(one.first.interval),
      shapley: value(one.shapley.value),
      shapley_interval: interval(one.shapley.interval),
      last: value(one.last.value),
      last_interval: interval(one.last.interval),
      share: cell.share({
        rate: shares.whole > shares.controls ? one.shapley.value / (shares.whole - shares.controls) : null,
      }),
      largest: one.largest === null ? none(language) : cell.share({ rate: one.largest }),
    })),
  };
}

/** R² is small: four digits. */
export function r2(value: number, { format }: Language): string {
  return format.number(Math.abs(value) < 0.00005 ? 0 : value, 4).replace("-", "−");
}

export function none({ texts }: Language): ReportValue {
  return { text: texts.base.none, value: null };
}

/** Controls, as groups and segment by segment. */
export function controlTable(
  result: LeverRegressionResult,
  model: Fitted,
  language: Language,
): ReportTable | null {
  if (model.controls.length === 0) return null;
  const { table } = language.texts.leverRegression;
  const cell = cellsIn(language);
  return {
    id: "controls",
    title: table.controls,
    columns: [
      left("column", table.column),
      left("segment", table.segment),
      left("reference", table.reference),
      right("odds_ratio", table.oddsRatio, "number"),
      right("interval", table.interval, "number"),
      right("p", table.pOfAll, "number"),
      right("gvif", table.gvif, "number"),
    ],
    rows: model.controls.flatMap(({ control, segments, test, gvif }) => {
      const { column, isBanded, reference } = result.controls[control]!;
      return segments.map(({ segment, coefficient, interval }) => {
        const odds = coefficient === null ? null : Math.exp(coefficient);
        return {
          column: cell.text(column),
          segment: { text: segmentLabel(segment, isBanded, language), value: segment },
          reference: { text: segmentLabel(reference, isBanded, language), value: reference },
          odds_ratio: { text: oddsText(odds, language), value: odds },
          interval: oddsInterval(interval, 1, language),
          p: cell.p(test?.p ?? null),
          gvif: cell.number(gvif?.gvif ?? null),
        };
      });
    }),
  };
}

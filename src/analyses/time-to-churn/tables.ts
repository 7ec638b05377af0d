import { intervalColumn } from "../findings";
import type { ReportTable, ReportValue } from "../report";
import { left, right } from "../report-cells";
import type { Language } from "../texts";
import { curvesOf, nameOf } from "./names";
import type { ChurnResult, Curve } from "./result";
import { keyText, type Key } from "./who";

/** Share still there at each horizon, by group. */
export function horizonTable(result: ChurnResult, language: Language): ReportTable {
  const { texts, format } = language;
  const { table, who } = texts.timeToChurn;
  const rows = [...result.groups, result.overall].flatMap((curve) =>
    curve.horizons.map(({ at, survival, interval, atRisk }) => {
      const unseen = { text: table.notObserved, value: null, unfinished: true as const };
      const share = (value: number) => ({ text: format.percentColumn(value), value });
      const name = nameOf(curve, language);
      return {
        group: { text: name, value: curve.level },
        at: { text: format.number(at, 2), value: at },
        at_risk: counted(
          atRisk,
          { what: "risk", place: curve.place, at },
          who.risk(name, texts.timeToChurn.time(at, result.unit)),
          language,
        ),
        share: survival === null ? unseen : share(survival),
        interval:
          survival === null
            ? unseen
            : interval
              ? { text: intervalColumn(interval, language), value: interval }
              : { text: texts.timeToChurn.range.edge, value: null },
        gone: survival === null ? unseen : share(1 - survival),
      };
    }),
  );
  return {
    id: "horizons",
    title: table.horizons,
    columns: [
      left("group", table.group),
      right("at", table.at(result.unit), "place"),
      right("at_risk", table.atRisk, "customers-nested"),
      right("share", table.share, "share-nested"),
      right("interval", table.interval, "number"),
      right("gone", table.gone, "customers"),
    ],
    rows,
  };
}

/** How many leave in each interval, everybody together. */
export function intervalTable(result: ChurnResult, language: Language): ReportTable {
  const { texts, format } = language;
  const { table, who } = texts.timeToChurn;
  const number = (value: number) => format.number(value, 2);
  return {
    id: "intervals",
    title: table.intervals,
    columns: [
      left("span", table.span(result.unit)),
      right("at_risk", table.started, "customers-nested"),
      right("lost", table.lost, "customers"),
      right("censored", table.censored, "customers"),
      right("entered", table.entered, "customers"),
      right("time", table.time(result.unit), "place"),
      right("hazard", table.hazard(result.unit), "number"),
      right("interval", table.interval, "number"),
    ],
    rows: result.intervals.map((one) => {
      const span = one.from === 0 ? table.first(number(one.to)) : table.to(number(one.from), number(one.to));
      const from = one.from === 0 ? null : one.from;
      const within = { place: null, from, to: one.to };
      const group = texts.timeToChurn.names.all;
      return {
        span: { text: span, value: [one.from, one.to] },
        at_risk: counted(
          one.atRisk,
          { what: "after", place: null, at: one.from },
          who.risk(group, number(one.from)),
          language,
        ),
        lost: counted(one.events, { what: "lost", ...within }, who.lostAt(group, span), language),
        censored: counted(one.censored, { what: "kept", ...within }, who.keptAt(group, span), language),
        entered: counted(
          one.entered,
          { what: "entered", place: null, from: one.from, to: one.to },
          who.entered(group, span),
          language,
        ),
        time: { text: number(one.personTime), value: one.personTime },
        hazard: {
          text: one.hazard === null ? texts.base.noBase : ofHundred(one.hazard, language),
          value: one.hazard,
        },
        interval: {
          text: one.hazardInterval
            ? texts.base.interval(
                ofHundred(one.hazardInterval[0], language),
                ofHundred(one.hazardInterval[1], language),
              )
            : texts.base.noBase,
          value: one.hazardInterval,
        },
      };
    }),
  };
}

/** The whole curve, with the columns of `asSql`. */
export function stepTable(result: ChurnResult, language: Language): ReportTable {
  const { texts, format } = language;
  const { table, who } = texts.timeToChurn;
  const rows = curvesOf(result).flatMap((curve) =>
    curve.steps.map((step) => {
      const name = nameOf(curve, language);
      const at = { place: curve.place, from: step.time, to: step.time };
      const when = texts.timeToChurn.time(step.time, result.unit);
      const risk: Key = { what: "risk", place: curve.place, at: step.time };
      return {
        level: { text: name, value: curve.level },
        time: { text: format.number(step.time, 4), value: step.time },
        at_risk: counted(step.atRisk, risk, who.risk(name, when), language),
        events: counted(step.events, { what: "lost", ...at }, who.lostAt(name, when), language),
        censored: counted(step.censored, { what: "kept", ...at }, who.keptAt(name, when), language),
        entered: counted(step.entered, { what: "entered", ...at }, who.entered(name, when), language),
        survival: { text: format.percentColumn(step.survival), value: step.survival },
        standard_error: estimated(step.standardError, language),
        interval: {
          text: step.interval ? intervalColumn(step.interval, language) : texts.timeToChurn.range.edge,
          value: step.interval,
        },
      };
    }),
  );
  return {
    id: "steps",
    title: table.steps,
    columns: [
      left("level", table.group),
      right("time", table.atTime(result.unit), "place"),
      right("at_risk", table.atRisk, "customers-nested"),
      right("events", table.lost, "customers"),
      right("censored", table.censored, "customers"),
      right("entered", table.entered, "customers"),
      right("survival", table.share, "share-nested"),
      right("standard_error", table.error, "number"),
      right("interval", table.interval, "number"),
    ],
    rows,
  };
}

/** A rate per unit of time, of 100: with the digits that say something of it. */
export function ofHundred(rate: number, { format }: Pick<Language, "format">): string {
  const value = rate * 100;
  return format.number(value, value === 0 ? 0 : Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(value)))));
}

/** Customers who take no part, and why. */
export function omittedTable({ omitted }: ChurnResult, language: Language): ReportTable {
  const { table, why, who } = language.texts.timeToChurn;
  return {
    id: "omitted",
    title: table.omitted,
    columns: [left("reason", table.reason), right("customers", table.customers, "customers-nested")],
    rows: omitted.map((one) => ({
      reason: { text: why[one.why], value: one.why },
      customers: counted(
        one.customers,
        { what: "omitted", why: one.why },
        who.omitted(why[one.why]),
        language,
      ),
    })),
  };
}

/** A number that counts customers, with the way to them. */
export function counted(value: number, key: Key, label: string, { format }: Language): ReportValue {
  return { text: format.count(value), value, who: { key: keyText(key), label } };
}

export function estimated(value: number | null, { format, texts }: Language): ReportValue {
  return value === null ? { text: texts.base.noBase, value } : { text: format.number(value, 4), value };
}

/** All of a curve's customers. */
export function allOf(curve: Pick<Curve, "place">, what: "all" | "lost" | "kept"): Key {
  return { what, place: curve.place, from: null, to: null };
}

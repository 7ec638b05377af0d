import { leverTitle } from "../adoption-score/names";
import type { ReportTable, ReportValue } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import { bandName, whoOf, type Asked } from "./names";
import type { ReportRequest } from "./params";
import type { MonthResult, ReportResult } from "./result";

/** Cells, and the ways to the customers whom they count. */
export function toolsOf(result: ReportResult, language: Language) {
  const cell = cellsIn(language);
  const { format, texts } = language;
  const none: ReportValue = { text: texts.base.none, value: null };
  return {
    cell,
    none,
    day: (iso: string | null): ReportValue => (iso ? { text: format.day(iso), value: iso } : none),
    mean: (value: number | null): ReportValue => cell.number(value, 1),
    meanInterval: (interval: readonly [number, number] | null): ReportValue =>
      interval
        ? {
            text: texts.base.interval(format.number(interval[0], 1), format.number(interval[1], 1)),
            value: interval,
          }
        : none,
    signed: (value: number | null): ReportValue =>
      value === null ? none : { text: texts.adoptionReport.signed(value), value },
    counted: (value: number, asked: Asked, title = "") =>
      cell.count(value, whoOf(asked, result, title, language)),
    titles: result.levers.map((lever) => leverTitle(lever, language)),
  };
}

/** A month that is over has shares; of another only its state is told. */
export function toldMonth({ dates, months }: ReportResult, date: number): MonthResult | null {
  const place = dates[date]!.month;
  const month = place === null ? null : months[place]!;
  return month?.state === "complete" ? month : null;
}

/** One row a date: the numbers of the first figure. */
export function weeksTable(result: ReportResult, language: Language): ReportTable {
  const { texts } = language;
  const { table } = texts.adoptionReport;
  const { cell, none, day, mean, meanInterval, counted } = toolsOf(result, language);
  const hasMoney = result.months.some(({ money }) => money !== null);
  return {
    id: "weeks",
    title: table.weeks,
    columns: [
      left("day", table.day),
      right("customers", table.customers, "customers"),
      right("too_new", table.tooNew, "customers"),
      right("mean", table.mean, "number"),
      right("interval", table.interval, "number"),
      right("median", table.median, "number"),
      left("month", table.month),
      right("logos", table.logos, "share"),
      ...(hasMoney ? [right("gross", table.gross, "number"), right("net", table.net, "number")] : []),
    ],
    rows: result.dates.map((one, i) => {
      const month = toldMonth(result, i);
      const known = one.month === null ? null : result.months[one.month]!;
      const rate = (value: number | null | undefined): ReportValue =>
        value === null || value === undefined ? unfinished(known, none) : cell.share({ rate: value });
      return {
        day: day(one.day),
        customers: counted(one.customers, { form: "date", date: i, list: "scored" }),
        too_new: counted(one.tooNew, { form: "date", date: i, list: "new" }),
        mean: mean(one.mean),
        interval: meanInterval(one.interval),
        median: mean(one.median),
        month: known ? { text: texts.base.periodShort(known.opens, "month"), value: known.opens } : none,
        logos: rate(month?.logos.rate),
        ...(hasMoney && { gross: rate(month?.money?.gross.rate), net: rate(month?.money?.net.rate) }),
      };
    }),
  };
}

function unfinished(month: MonthResult | null, none: ReportValue): ReportValue {
  return month && month.state !== "complete" ? { ...none, unfinished: true } : none;
}

export function monthsTable(result: ReportResult, language: Language): ReportTable {
  const { texts, format } = language;
  const { table } = texts.adoptionReport;
  const { cell, none, counted } = toolsOf(result, language);
  const hasMoney = result.months.some(({ money }) => money !== null);
  return {
    id: "months",
    title: table.months,
    columns: [
      left("month", table.month),
      left("state", table.state),
      right("at_start", table.atStart, "customers"),
      right("stayed", table.stayed, "customers"),
      right("logos", table.logos, "share"),
      right("interval", table.interval, "number"),
      ...(hasMoney
        ? [
            right("mrr", table.mrr, "money"),
            right("gross", table.gross, "number"),
            right("gross_interval", table.interval, "number"),
            right("net", table.net, "number"),
            right("net_interval", table.interval, "number"),
          ]
        : []),
    ],
    rows: result.months.map(({ opens, state, logos, money }, i) => {
      const isTold = state === "complete";
      return {
        month: { text: texts.base.periodShort(opens, "month"), value: opens },
        state: cell.text(texts.base.state[state]),
        at_start: isTold ? counted(logos.n, { form: "month", month: i, list: "start" }) : none,
        stayed: isTold ? counted(logos.x, { form: "month", month: i, list: "stayed" }) : none,
        logos: isTold ? cell.share(logos) : none,
        interval: isTold ? cell.interval(logos) : none,
        ...(hasMoney && {
          mrr: isTold && money ? { text: format.number(money.start, 0), value: money.start } : none,
          gross: isTold && money ? cell.share(money.gross) : none,
          gross_interval: isTold && money ? cell.interval(money.gross) : none,
          net: isTold && money ? cell.share(money.net) : none,
          net_interval: isTold && money ? cell.interval(money.net) : none,
        }),
      };
    }),
    unfinished: result.months.flatMap(({ state }, i) => (state === "complete" ? [] : [i])),
  };
}

/** What moved the mean since the date before. */
export function movesTable(result: ReportResult, language: Language): ReportTable {
  const { table } = language.texts.adoptionReport;
  const { none, day, mean, signed, counted } = toolsOf(result, language);
  return {
    id: "moves",
    title: table.moves,
    columns: [
      left("day", table.day),
      right("mean", table.mean, "number"),
      right("change", table.change, "customers"),
      right("same", table.same, "customers"),
      right("came", table.came, "customers"),
      right("went", table.went, "customers"),
      right("both", table.both, "customers"),
      right("up", table.up, "customers"),
      right("down", table.down, "customers"),
    ],
    rows: result.dates.map((one, i) => {
      const { step } = one;
      const list = (name: "both" | "up" | "down") =>
        step ? counted(step[name], { form: "date", date: i, list: name }) : none;
      return {
        day: day(one.day),
        mean: mean(one.mean),
        change: signed(step && step.same + step.came + step.went),
        same: signed(step && step.same),
        came: signed(step && step.came),
        went: signed(step && step.went),
        both: list("both"),
        up: list("up"),
        down: list("down"),
      };
    }),
  };
}

/** Customers in each band, date by date. */
export function distributionTable(
  result: ReportResult,
  { params }: ReportRequest,
  language: Language,
): ReportTable {
  const { table } = language.texts.adoptionReport;
  const { day, counted } = toolsOf(result, language);
  const names = [...params.bands, 100].map((_, i) => bandName(i, params.bands, language));
  const shown = (result.dates[0]?.bands ?? []).map((_, i) => names[i] ?? bandName(i, params.bands, language));
  return {
    id: "distribution",
    title: table.distribution,
    columns: [left("day", table.day), ...shown.map((name, i) => right(`band_${i}`, name, "customers"))],
    rows: result.dates.map((one, date) => ({
      day: day(one.day),
      ...Object.fromEntries(
        one.bands.map((n, place) => [
          `band_${place}`,
          counted(n, { form: "band", date, place }, shown[place]),
        ]),
      ),
    })),
  };
}

export function coverageTable(result: ReportResult, language: Language): ReportTable {
  const { table } = language.texts.adoptionReport;
  const { cell, day, titles } = toolsOf(result, language);
  return {
    id: "coverage",
    title: table.coverage,
    columns: [left("day", table.day), ...titles.map((title, i) => right(`lever_${i}`, title, "share"))],
    rows: result.dates.map((one) => ({
      day: day(one.day),
      ...Object.fromEntries(one.levers.map((share, i) => [`lever_${i}`, cell.share(share)])),
    })),
  };
}

/** Since when the score is used, and until when. */
export function versionTable(
  result: ReportResult,
  { params }: ReportRequest,
  language: Language,
): ReportTable {
  const { table } = language.texts.adoptionReport;
  const { cell, day } = toolsOf(result, language);
  return {
    id: "version",
    title: table.version,
    columns: [
      left("version", table.versionName),
      right("from", table.validFrom, "time"),
      right("until", table.validUntil, "time"),
      right("goal", table.goal, "number"),
    ],
    rows: [
      {
        version: cell.text(params.version || table.unnamed),
        from: day(params.validFrom === "auto" ? null : params.validFrom),
        until: day(result.validUntil),
        goal: cell.number(params.goal, 1),
      },
    ],
  };
}

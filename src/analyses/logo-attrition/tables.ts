import { moneyText } from "../money";
import type { ReportTable, ReportValue } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Share } from "../share";
import type { Language } from "../texts";
import { whoIs, type WhoName } from "./customers";
import type { LogoPeriod, LogoResult } from "./result";
import { stepsOf } from "./steps";

/** How values of this analysis are written; counts carry their logos. */
function writer({ grain, currency }: LogoResult, language: Language) {
  const { texts } = language;
  const cell = cellsIn(language);
  return {
    text: (text: string, value: string): ReportValue => ({ text, value }),
    count: (value: number, opens: string, who: WhoName): ReportValue =>
      cell.count(value, whoIs(opens, who, grain, language)),
    money: (value: number | null): ReportValue => ({
      text: value === null ? texts.base.noBase : moneyText(value, currency, language),
      value,
    }),
    rate: (rate: number | null): ReportValue => cell.share({ rate }),
    interval: cell.interval,
  };
}

/** From start to end, with the columns of `asSql`. */
export function movementsTable(result: LogoResult, focal: LogoPeriod, language: Language): ReportTable {
  const { movements } = language.texts.logoAttrition;
  const write = writer(result, language);
  const start = focal.money?.start ?? 0;
  return {
    id: "movements",
    title: focal.money ? movements.title : movements.titleLogos,
    columns: [
      left("step", movements.step),
      right("logos", movements.logos, "customers"),
      ...(focal.money
        ? [right("mrr", movements.mrr, "money"), right("share", movements.share, "number")]
        : []),
    ],
    rows: stepsOf(focal).map(({ step, logos, mrr }) => ({
      step: write.text(movements.steps[step], step),
      logos: write.count(logos, focal.opens, step),
      ...(focal.money && {
        mrr: write.money(mrr),
        share: write.rate(start > 0 && mrr !== null ? Math.abs(mrr) / start : null),
      }),
    })),
    unfinished: focal.state === "complete" ? [] : stepsOf(focal).flatMap((_, i) => (i === 0 ? [] : [i])),
  };
}

export function seriesTable(result: LogoResult, language: Language): ReportTable {
  const { texts } = language;
  const { series: told } = texts.logoAttrition;
  const write = writer(result, language);
  const hasRenewal = result.series.some(({ renewal }) => renewal !== null);
  return {
    id: "series",
    title: told.title,
    columns: [
      left("period", told.period),
      left("state", told.state),
      right("at_start", told.atStart, "customers"),
      right("lost", told.lost, "customers"),
      right("returned", told.returned, "customers"),
      right("new", told.new, "customers"),
      right("at_end", told.atEnd, "customers"),
      right("attrition", told.attrition, "share"),
      right("interval", told.interval, "number"),
      ...(result.hasMoney
        ? [
            right("mrr_start", told.mrrStart, "money"),
            right("gross", told.gross, "number"),
            right("net", told.net, "number"),
            right("mrr_end", told.mrrEnd, "money"),
          ]
        : []),
      ...(hasRenewal ? [right("renewal", told.renewal, "mixed")] : []),
    ],
    rows: result.series.map((period) => {
      const isUnseen = period.state === "not observed";
      const seen = (value: ReportValue): ReportValue =>
        isUnseen ? { text: texts.base.state["not observed"], value: null } : value;
      const count = (value: number, who: WhoName) => seen(write.count(value, period.opens, who));
      return {
        period: write.text(texts.base.periodShort(period.opens, result.grain), period.opens),
        state: write.text(texts.base.state[period.state], period.state),
        at_start: count(period.counts.atStart, "start"),
        lost: count(period.counts.lost, "lost"),
        returned: count(period.counts.returned, "returned"),
        new: count(period.counts.new, "new"),
        at_end: count(period.counts.atEnd, "end"),
        attrition: seen(write.rate(period.attrition.rate)),
        interval: seen(write.interval(period.attrition)),
        ...(result.hasMoney && {
          mrr_start: seen(write.money(period.money?.start ?? null)),
          gross: seen(write.rate(period.money?.gross ?? null)),
          net: seen(write.rate(period.money?.net ?? null)),
          mrr_end: seen(write.money(period.money?.end ?? null)),
        }),
        ...(hasRenewal && { renewal: seen(write.rate(period.renewal?.share.rate ?? null)) }),
      };
    }),
    unfinished: result.series.flatMap(({ state }, i) => (state === "complete" ? [] : [i])),
  };
}

/** Both bases: everybody, and those with a contract that ran out. */
export function basesTable(result: LogoResult, focal: LogoPeriod, language: Language): ReportTable {
  const { bases } = language.texts.logoAttrition;
  const write = writer(result, language);
  const { due, money } = focal;
  const row = (
    base: string,
    label: string,
    who: readonly [WhoName, WhoName],
    attrition: Share,
    told: { readonly mrr: number; readonly gross: number | null; readonly net: number | null } | null,
  ) => ({
    base: write.text(label, base),
    logos: write.count(attrition.n, focal.opens, who[0]),
    lost: write.count(attrition.x, focal.opens, who[1]),
    attrition: write.rate(attrition.rate),
    interval: write.interval(attrition),
    ...(result.hasMoney && {
      mrr: write.money(told?.mrr ?? null),
      gross: write.rate(told?.gross ?? null),
      net: write.rate(told?.net ?? null),
    }),
  });
  return {
    id: "bases",
    title: bases.title,
    columns: [
      left("base", bases.base),
      right("logos", bases.logos, "customers"),
      right("lost", bases.lost, "customers"),
      right("attrition", bases.attrition, "share"),
      right("interval", bases.interval, "number"),
      ...(result.hasMoney
        ? [
            right("mrr", bases.mrr, "money"),
            right("gross", bases.gross, "number"),
            right("net", bases.net, "number"),
          ]
        : []),
    ],
    rows: [
      row(
        "all",
        bases.all,
        ["start", "lost"],
        focal.attrition,
        money && { mrr: money.start, gross: money.gross, net: money.net },
      ),
      ...(due ? [row("due", bases.due, ["due", "due-lost"], due.attrition, due)] : []),
    ],
    unfinished: focal.state === "complete" ? [] : [0, 1].slice(0, due ? 2 : 1),
  };
}

export function currencyTable({ currencies }: LogoResult, language: Language): ReportTable {
  const told = language.texts.logoAttrition.currencies;
  const cell = cellsIn(language);
  return {
    id: "currencies",
    title: told.title,
    columns: [
      left("currency", told.currency),
      right("rows", told.rows, "events"),
      right("logos", told.logos, "customers"),
    ],
    rows: currencies.map(({ currency, rows, logos }) => ({
      currency: { text: currency ?? told.none, value: currency },
      rows: cell.count(rows),
      logos: cell.count(logos),
    })),
  };
}

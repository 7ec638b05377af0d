import { moneyText } from "../money";
import type { ReportTable, ReportValue } from "../report";
import { left, right } from "../report-cells";
import type { Language } from "../texts";
import { whoInWeek } from "./names";
import type { Listed, RadarResult } from "./result";
import type { RadarRequest } from "./source";

/** One row a band, from what is overdue to what has no end. */
export function bandsTable(result: RadarResult, { params }: RadarRequest, language: Language): ReportTable {
  const { texts, format } = language;
  const { bandsTable: told, band: named, who } = texts.renewalRadar;
  return {
    id: "bands",
    title: told.title,
    columns: [
      left("band", told.band),
      right("contracts", told.contracts, "events"),
      right("logos", told.logos, "customers"),
      ...(result.hasMoney ? [right("mrr", told.mrr, "money")] : []),
    ],
    rows: result.bands.map(({ band, contracts, logos, mrr }) => ({
      band: { text: named[band](params), value: band },
      contracts: number(contracts, language),
      logos: { text: format.count(logos), value: logos, who: { key: band, label: who[band] } },
      ...(result.hasMoney && { mrr: money(mrr, result, language) }),
    })),
  };
}

/** The contracts to act on, the first to end first. */
export function listTable(result: RadarResult, request: RadarRequest, language: Language): ReportTable {
  const { listTable: told } = language.texts.renewalRadar;
  const { params } = request;
  const usage = result.usage && told[result.usage.unit];
  const hasStatus = request.data.roles.status !== undefined;
  return {
    id: "list",
    title: told.title,
    columns: [
      left("logo", told.logo),
      left("ends", told.ends),
      right("days_left", told.daysLeft, "time"),
      ...(result.hasMoney ? [right("mrr", told.mrr, "money")] : []),
      ...(hasStatus ? [left("status", told.status)] : []),
      ...(params.qbr === null ? [] : [left("qbr", told.qbr)]),
      ...(params.contact === null ? [] : [left("contact", told.contact)]),
      ...(usage
        ? [
            right("before", usage.before, "customers"),
            right("now", usage.now, "customers"),
            right("gone", usage.gone, "customers"),
          ]
        : []),
    ],
    rows: result.list.map((one) => ({
      logo: { text: one.logo, value: one.logo },
      ends: date(one.ends, language),
      days_left: number(one.daysLeft, language),
      ...(result.hasMoney && { mrr: money(one.mrr, result, language) }),
      ...(hasStatus && { status: { text: one.status ?? "", value: one.status } }),
      ...(params.qbr !== null && { qbr: date(one.qbr, language) }),
      ...(params.contact !== null && { contact: date(one.contact, language) }),
      ...usageCells(one, result, language),
    })),
  };
}

/** The rows of `asSql`: contracts by week and band. */
export function weeksTable(result: RadarResult, { params }: RadarRequest, language: Language): ReportTable {
  const { weeksTable: told, band: named } = language.texts.renewalRadar;
  return {
    id: "weeks",
    title: told.title,
    columns: [
      left("week", told.week),
      left("band", told.band),
      right("contracts", told.contracts, "events"),
      right("logos", told.logos, "customers"),
      ...(result.hasMoney ? [right("mrr", told.mrr, "money")] : []),
    ],
    rows: result.weeks.map(({ week, band, contracts, logos, mrr }) => ({
      week: date(week, language),
      band: { text: named[band](params), value: band },
      contracts: number(contracts, language),
      logos:
        logos === undefined
          ? { text: language.texts.base.none, value: null }
          : { text: language.format.count(logos), value: logos, who: whoInWeek(week, band, language) },
      ...(result.hasMoney && { mrr: money(mrr, result, language) }),
    })),
  };
}

export function reviewsTable(
  { logos, late, never }: NonNullable<RadarResult["qbr"]>,
  { params }: RadarRequest,
  language: Language,
): ReportTable {
  const { reviews: told, who } = language.texts.renewalRadar;
  const row = (label: string, n: ReportValue) => ({ what: { text: label, value: label }, n });
  return {
    id: "reviews",
    title: told.title,
    columns: [left("what", told.what), right("n", told.n, "mixed")],
    rows: [
      row(told.all, number(logos, language)),
      row(told.late(params.qbrDays), {
        ...number(late, language),
        who: { key: "late-qbr", label: who["late-qbr"] },
      }),
      row(told.never, number(never, language)),
    ],
  };
}

function usageCells({ usage }: Listed, result: RadarResult, language: Language): Record<string, ReportValue> {
  if (!result.usage || !usage) return {};
  const change = result.usage.unit === "users" ? usage.gone : usage.now - usage.before;
  const text = language.format.number(change).replace("-", "−");
  return {
    before: number(usage.before, language),
    now: number(usage.now, language),
    gone: { text: result.usage.unit === "days" && change > 0 ? `+${text}` : text, value: change },
  };
}

function number(value: number, { format }: Language): ReportValue {
  return { text: format.count(value).replace("-", "−"), value };
}

function money(value: number | null, { currencies }: RadarResult, language: Language): ReportValue {
  return { text: value === null ? "" : moneyText(value, currencies[0] ?? null, language), value };
}

function date(day: string | null, { texts, format }: Language): ReportValue {
  return { text: day === null ? texts.renewalRadar.listTable.none : format.dayShort(day), value: day };
}

import type { ReportTable, ReportValue } from "../report";
import { cellsIn, left, right } from "../report-cells";
import { labelOf as segmentLabel } from "../segments/names";
import { reversalColumns } from "../segments/tables";
import type { Language } from "../texts";
import { whoIn } from "./names";
import type { UsageResult } from "./result";

/** One row a segment, with the columns of `asSql` and the intervals. */
export function quarterTable({ segments }: UsageResult, language: Language): ReportTable {
  const { table, quarter: names } = language.texts.usageQuartiles;
  const cell = cellsIn(language);
  return {
    id: "quarters",
    title: table.quarters,
    columns: [
      left("quarter", table.quarter),
      right("least", table.least, "place"),
      right("most", table.most, "place"),
      right("customers", table.customers, "customers"),
      right("lost", table.lost, "customers"),
      right("attrition", table.attrition, "share"),
      right("interval", table.interval, "number"),
    ],
    rows: segments.map(({ quarter, least, most, share }) => ({
      quarter: { text: names[quarter], value: quarter },
      least: cell.number(least),
      most: cell.number(most),
      customers: cell.count(share.n, whoIn(quarter, false, language)),
      lost: cell.count(share.x, whoIn(quarter, true, language)),
      attrition: cell.share(share),
      interval: cell.interval(share),
    })),
  };
}

export function decileTable({ deciles }: UsageResult, language: Language): ReportTable {
  const { table } = language.texts.usageQuartiles;
  const cell = cellsIn(language);
  return {
    id: "deciles",
    title: table.deciles,
    columns: [
      right("decile", table.decile, "place"),
      right("least", table.least, "place"),
      right("most", table.most, "place"),
      right("mean", table.mean, "number"),
      right("customers", table.customers, "customers"),
      right("lost", table.lost, "customers"),
      right("attrition", table.attrition, "share"),
      right("interval", table.interval, "number"),
    ],
    rows: deciles.map(({ decile, least, most, mean, share }) => ({
      decile: cell.count(decile),
      least: cell.number(least),
      most: cell.number(most),
      mean: cell.number(mean),
      customers: cell.count(share.n, whoIn(decile, false, language)),
      lost: cell.count(share.x, whoIn(decile, true, language)),
      attrition: cell.share(share),
      interval: cell.interval(share),
    })),
  };
}

/** Every difference and test the verdict rests on. */
export function comparisonTable(result: UsageResult, language: Language): ReportTable {
  const { table } = language.texts.usageQuartiles;
  const cell = cellsIn(language);
  const { difference, usersLessNone, homogeneity, trend, adjusted } = result;
  const none = cell.p(null);
  const row = (
    label: string,
    value: ReportValue,
    interval: ReportValue,
    test: { readonly p: number | null; readonly q: number | null } | null,
  ) => ({
    comparison: cell.text(label),
    value,
    interval,
    p: cell.p(test?.p ?? null),
    q: cell.p(test?.q ?? null),
  });
  const points = (label: string, found: UsageResult["difference"]) =>
    found ? [row(label, cell.points(found.value), cell.pointsInterval(found.interval), null)] : [];
  const odds = adjusted?.odds;
  return {
    id: "comparisons",
    title: table.comparisons,
    columns: [
      left("comparison", table.comparison),
      right("value", table.value, "number"),
      right("interval", table.valueInterval, "number"),
      right("p", table.p, "number"),
      right("q", table.q, "number"),
    ],
    rows: [
      ...points(table.topBottom, difference),
      ...points(table.usersNone, usersLessNone),
      ...(homogeneity ? [row(table.homogeneity, cell.number(homogeneity.chiSquare), none, homogeneity)] : []),
      ...(trend ? [row(table.trend, cell.number(trend.chiSquare), none, trend)] : []),
      ...(adjusted ? points(table.adjusted(adjusted.by), adjusted.difference) : []),
      ...(adjusted && odds
        ? [
            row(
              table.odds(adjusted.by),
              cell.number(odds.value),
              odds.interval
                ? {
                    text: language.texts.base.interval(
                      language.format.number(odds.interval[0], 2),
                      language.format.number(odds.interval[1], 2),
                    ),
                    value: odds.interval,
                  }
                : none,
              adjusted,
            ),
          ]
        : []),
    ],
  };
}

/** Who uses it: top and bottom by the column that was adjusted for. */
export function mixTable(
  { adjusted }: UsageResult & { adjusted: NonNullable<UsageResult["adjusted"]> },
  language: Language,
): ReportTable {
  const { table } = language.texts.usageQuartiles;
  const cell = cellsIn(language);
  const total = (side: "top" | "bottom") => adjusted.strata.reduce((sum, one) => sum + one[side].n, 0);
  const [top, bottom] = [total("top"), total("bottom")];
  return {
    id: "mix",
    title: table.mix(adjusted.by),
    columns: [
      left("stratum", table.stratum(adjusted.by)),
      right("top_customers", table.topCustomers, "customers"),
      right("top_share", table.topShare, "share"),
      right("top_lost", table.topLost, "customers"),
      right("bottom_customers", table.bottomCustomers, "customers"),
      right("bottom_share", table.bottomShare, "share"),
      right("bottom_lost", table.bottomLost, "customers"),
    ],
    rows: adjusted.strata.map((stratum) => ({
      stratum: cell.text(nameOf(stratum, adjusted.isBanded, language)),
      top_customers: cell.count(stratum.top.n),
      top_share: cell.share({ rate: top > 0 ? stratum.top.n / top : null }),
      top_lost: cell.count(stratum.top.x),
      bottom_customers: cell.count(stratum.bottom.n),
      bottom_share: cell.share({ rate: bottom > 0 ? stratum.bottom.n / bottom : null }),
      bottom_lost: cell.count(stratum.bottom.x),
    })),
  };
}

function nameOf(
  { key, low, high }: NonNullable<UsageResult["adjusted"]>["strata"][number],
  isBanded: boolean,
  language: Language,
): string {
  const kind = key === "?" ? "unknown" : key === "*" ? "others" : isBanded ? "band" : "level";
  return segmentLabel({ kind, level: kind === "level" ? key.slice(1) : null, low, high }, language);
}

export function reversalTable({ reversals }: UsageResult, language: Language): ReportTable {
  const { table } = language.texts.segments;
  const { row, columns } = reversalColumns(language);
  return {
    id: "reversals",
    title: table.reversals,
    columns,
    rows: reversals.map(row),
  };
}

/** Who was seen, who plays no part and why, who is compared. */
export function flowTable(result: UsageResult, language: Language): ReportTable {
  const { table } = language.texts.usageQuartiles;
  const cell = cellsIn(language);
  const row = (label: string, customers: ReportValue) => ({ step: cell.text(label), customers });
  return {
    id: "flow",
    title: table.flow,
    columns: [left("step", table.step), right("customers", table.customers, "customers-nested")],
    rows: [
      row(table.all, cell.count(result.customers)),
      ...result.excluded.map(({ why, customers }) => row(table.why[why], cell.count(-customers))),
      row(table.used, cell.count(result.overall.n, whoIn(null, false, language))),
    ],
  };
}

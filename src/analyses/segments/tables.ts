import { intervalColumn } from "../findings";
import type { ReportTable, ReportValue, Who } from "../report";
import type { Share } from "../share";
import type { Language } from "../texts";
import { fullName, labelOf, whoIn } from "./names";
import type { Outcome, SegmentsResult } from "./result";

const left = (key: string, label: string) => ({ key, label, align: "left" as const });
const right = (key: string, label: string) => ({ key, label, align: "right" as const });

/** Cells that several tables of shares have. */
export function cellsIn(language: Language) {
  const { texts, format } = language;
  const none = texts.segments.table.none;
  return {
    text: (text: string): ReportValue => ({ text, value: text }),
    count: (value: number, who?: Who): ReportValue => ({
      text: format.count(value),
      value,
      ...(who && { who }),
    }),
    share: ({ rate }: Pick<Share, "rate">): ReportValue => ({
      text: rate === null ? texts.base.noBase : format.percentColumn(rate),
      value: rate,
    }),
    interval: ({ interval }: Pick<Share, "interval">): ReportValue => ({
      text: intervalColumn(interval, language),
      value: interval,
    }),
    points: (value: number | null): ReportValue => ({
      text: value === null ? none : format.points(value),
      value,
    }),
    pointsInterval: (interval: readonly [number, number] | null): ReportValue => ({
      text: interval ? texts.base.interval(format.points(interval[0]), format.points(interval[1])) : none,
      value: interval,
    }),
    number: (value: number | null, digits = 2): ReportValue => ({
      text: value === null ? none : format.number(value, digits),
      value,
    }),
    p: (value: number | null): ReportValue => ({
      text: value === null ? none : probability(value, language),
      value,
    }),
  };
}

/** Never 0: what is smaller than four digits can show is said to be so. */
function probability(p: number, { format }: Language): string {
  return p < 0.0001 ? `< ${format.number(0.0001, 4)}` : format.number(p, 4);
}

/** One row a segment, with the columns of `asSql`. */
export function segmentTable({ dimensions }: SegmentsResult, language: Language): ReportTable {
  const { table } = language.texts.segments;
  const cell = cellsIn(language);
  return {
    id: "segments",
    title: table.title,
    columns: [
      left("dimension", table.column),
      left("segment", table.segment),
      right("customers", table.customers),
      right("lost", table.lost),
      right("attrition", table.attrition),
      right("interval", table.interval),
      right("rest", table.rest),
      right("difference", table.difference),
      right("difference_interval", table.differenceInterval),
      right("p", table.p),
      right("q", table.q),
    ],
    rows: dimensions.flatMap((dimension, place) =>
      dimension.segments.map((segment) => ({
        dimension: cell.text(dimension.column),
        segment: { text: labelOf(segment, language), value: segment.level ?? segment.kind },
        customers: cell.count(segment.share.n, whoIn(place, dimension, segment, false, language)),
        lost: cell.count(segment.share.x, whoIn(place, dimension, segment, true, language)),
        attrition: cell.share(segment.share),
        interval: cell.interval(segment.share),
        rest: cell.share(segment.rest),
        difference: cell.points(segment.difference),
        difference_interval: cell.pointsInterval(segment.interval),
        p: cell.p(segment.p),
        q: cell.p(segment.q),
      })),
    ),
  };
}

export function dimensionTable({ dimensions }: SegmentsResult, language: Language): ReportTable {
  const { table } = language.texts.segments;
  const cell = cellsIn(language);
  return {
    id: "dimensions",
    title: table.dimensions,
    columns: [
      left("dimension", table.column),
      right("levels", table.levels),
      right("chi_square", table.chiSquare),
      right("df", table.df),
      right("p", table.p),
      right("v", table.cramerV),
    ],
    rows: dimensions.map(({ column, levels, homogeneity }) => ({
      dimension: cell.text(column),
      levels: levels === null ? { text: table.bands, value: null } : cell.count(levels),
      chi_square: cell.number(homogeneity?.chiSquare ?? null),
      df: cell.number(homogeneity?.df ?? null, 0),
      p: cell.p(homogeneity?.p ?? null),
      v: cell.number(homogeneity?.cramerV ?? null),
    })),
  };
}

export function overlapTable({ dimensions, overlaps }: SegmentsResult, language: Language): ReportTable {
  const { table } = language.texts.segments;
  const cell = cellsIn(language);
  return {
    id: "overlaps",
    title: table.overlaps,
    columns: [left("a", table.a), left("b", table.b), right("v", table.cramerV)],
    rows: overlaps.map(({ a, b, cramerV }) => ({
      a: cell.text(dimensions[a]!.column),
      b: cell.text(dimensions[b]!.column),
      v: cell.number(cramerV),
    })),
  };
}

type Reversal = Omit<SegmentsResult["reversals"][number], "top">;

/** How a difference changes among customers alike in another column, one row a column. */
export function reversalColumns(language: Language) {
  const { table } = language.texts.segments;
  const cell = cellsIn(language);
  return {
    columns: [
      left("by", table.by),
      right("v", table.cramerV),
      right("crude", table.crude),
      right("adjusted", table.adjusted),
      right("adjusted_interval", table.adjustedInterval),
    ],
    row: ({ by, cramerV, crude, adjusted, adjustedInterval }: Reversal) => ({
      by: cell.text(by),
      v: cell.number(cramerV),
      crude: cell.points(crude),
      adjusted: cell.points(adjusted),
      adjusted_interval: cell.pointsInterval(adjustedInterval),
    }),
  };
}

export function reversalTable(result: SegmentsResult, language: Language): ReportTable {
  const { table } = language.texts.segments;
  const { columns, row } = reversalColumns(language);
  const cell = cellsIn(language);
  return {
    id: "reversals",
    title: table.reversals,
    columns: [left("segment", table.segment), ...columns],
    rows: result.reversals.map(({ top, ...reversal }) => {
      const { dimension, segment } = result.top[top]!;
      const found = result.dimensions[dimension]!;
      return {
        segment: cell.text(fullName(found, found.segments[segment]!, language)),
        ...row(reversal),
      };
    }),
  };
}

/** Within each column, the highest steadied share first. */
export function shrunkenTable({ dimensions }: SegmentsResult, language: Language): ReportTable {
  const { table } = language.texts.segments;
  const cell = cellsIn(language);
  return {
    id: "shrunken",
    title: table.shrunken,
    columns: [
      left("dimension", table.column),
      left("segment", table.segment),
      right("customers", table.customers),
      right("attrition", table.attrition),
      right("steadied", table.steadied),
    ],
    rows: dimensions.flatMap((dimension, place) =>
      dimension.segments
        .filter(({ shrunken }) => shrunken !== null)
        .sort((a, b) => b.shrunken! - a.shrunken! || (a.key < b.key ? -1 : 1))
        .map((segment) => ({
          dimension: cell.text(dimension.column),
          segment: { text: labelOf(segment, language), value: segment.level ?? segment.kind },
          customers: cell.count(segment.share.n, whoIn(place, dimension, segment, false, language)),
          attrition: cell.share(segment.share),
          steadied: cell.share({ rate: segment.shrunken }),
        })),
    ),
  };
}

/** The values of the status column, for whoever has to choose one. */
export function statusTable(
  values: NonNullable<Outcome["status"]>["values"],
  language: Language,
): ReportTable {
  const { table } = language.texts.segments;
  const cell = cellsIn(language);
  return {
    id: "statuses",
    title: table.statuses,
    columns: [left("status", table.status), right("customers", table.customers)],
    rows: values.map(({ value, customers }) => ({
      status: cell.text(value),
      customers: cell.count(customers),
    })),
  };
}

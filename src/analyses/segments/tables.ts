import type { ReportTable } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import { valueText } from "../value-text";
import { fullName, labelOf, whoIn } from "./names";
import type { Outcome, SegmentsResult } from "./result";

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
      right("customers", table.customers, "customers"),
      right("lost", table.lost, "customers"),
      right("attrition", table.attrition, "share"),
      right("interval", table.interval, "number"),
      right("rest", table.rest, "share"),
      right("difference", table.difference, "number"),
      right("difference_interval", table.differenceInterval, "number"),
      right("p", table.p, "number"),
      right("q", table.q, "number"),
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
      right("levels", table.levels, "number"),
      right("chi_square", table.chiSquare, "number"),
      right("df", table.df, "number"),
      right("p", table.p, "number"),
      right("v", table.cramerV, "number"),
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
    columns: [left("a", table.a), left("b", table.b), right("v", table.cramerV, "number")],
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
      right("v", table.cramerV, "number"),
      right("crude", table.crude, "number"),
      right("adjusted", table.adjusted, "number"),
      right("adjusted_interval", table.adjustedInterval, "number"),
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
      right("customers", table.customers, "customers"),
      right("attrition", table.attrition, "share"),
      right("steadied", table.steadied, "number"),
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
    columns: [left("status", table.status), right("customers", table.customers, "customers-nested")],
    rows: values.map(({ value, customers }) => ({
      status: { text: valueText(value, language), value },
      customers: cell.count(customers),
    })),
  };
}

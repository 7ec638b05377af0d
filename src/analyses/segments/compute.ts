import type { Answers } from "../analysis";
import { countAt, textAt } from "../answer";
import { reversalOf } from "../mix-shift/reversal";
import { rowCounts } from "../row-counts";
import { shareOf } from "../share";
import { benjaminiHochberg } from "../stats/benjamini-hochberg";
import { contingency, homogeneity } from "../stats/homogeneity";
import { newcombe, type Counted } from "../stats/newcombe";
import type { Stratum } from "../stats/mantel-haenszel";
import { others, unknown, type Dimension } from "./dimensions";
import { chosenOf, dimensionsFrom, otherColumns, type SegmentsRequest } from "./dimensions-of";
import { boundariesOf, type OutcomeRequest } from "./outcome";
import { pairsOf, readCells, type Cell, type Cells } from "./read-cells";
import type { DimensionResult, Outcome, Segment, SegmentsResult } from "./result";
import { sameShare } from "./same-share";
import { shrunkenRates } from "./shrunken";

export function computeSegments(answers: Answers, request: SegmentsRequest): SegmentsResult {
  const { data, columns } = chosenOf(request);
  const extra = otherColumns(data, columns);
  const dimensions = dimensionsFrom(data, [...columns, ...extra], answers, request.params.most);
  const cells = answers.cells ? readCells(answers.cells, dimensions) : null;
  const found = cells ? withQ(columns.map((_, i) => dimensionOf(i, dimensions[i]!, cells, request))) : [];
  const top = topOf(found);
  return {
    ...outcomeOf(answers, request),
    overall: shareOf(cells?.all.x ?? 0, cells?.all.n ?? 0),
    dimensions: found,
    isStatic: data.roles.time === undefined && data.roles.start === undefined,
    overlaps: cells ? overlapsOf(columns.length, cells) : [],
    top,
    heldAgainst: top.length && cells ? against(dimensions, cells).map((i) => dimensions[i]!.column) : [],
    reversals: cells ? reversalsOf(top, found, dimensions, cells) : [],
  };
}

/** What is told of the outcome whatever the customers are divided by. */
export function outcomeOf(answers: Answers, { params }: OutcomeRequest): Outcome {
  const known = boundariesOf(answers);
  const { statuses } = answers;
  const rows = statuses
    ? statuses.rows().map((_, i) => ({
        value: statuses.text(i, "value"),
        isClear: textAt(statuses, i, "is_clear") === "true",
        customers: countAt(statuses, i, "customers"),
      }))
    : [];
  const countOf = (isClear: boolean) =>
    rows.find((one) => one.value === null && one.isClear === isClear)?.customers ?? 0;
  return {
    mode: params.mode,
    rows: rowCounts(answers),
    period: known && {
      ...known,
      state: known.end <= known.asOf ? "complete" : known.start < known.asOf ? "in progress" : "not observed",
    },
    status: statuses
      ? {
          values: rows.flatMap(({ value, customers }) => (value === null ? [] : [{ value, customers }])),
          unknown: countOf(true),
          contradictory: countOf(false),
        }
      : null,
  };
}

function dimensionOf(
  i: number,
  { column, isBanded }: Dimension,
  cells: Cells,
  { params }: SegmentsRequest,
): DimensionResult {
  const found = [...cells.single[i]!].sort(inOrder);
  const told = homogeneity(found);
  const shrunken = params.shrink ? shrunkenRates(found.filter(isNamed)) : null;
  return {
    column,
    isBanded,
    ...cells.facts[i]!,
    homogeneity: told && { chiSquare: told.chiSquare, df: told.df, p: told.p, cramerV: told.cramerV },
    isLeak: told !== null && told.cramerV >= leastLeak,
    segments: found.map((cell) =>
      segmentOf(cell, cells.all, isBanded, shrunken?.[found.filter(isNamed).indexOf(cell)] ?? null),
    ),
  };
}

/** Cramér's V with the outcome from which a column is taken for the outcome under another name. */
export const leastLeak = 0.95;

/** Columns that can stand behind a difference: those that are not the outcome itself. */
function against(dimensions: readonly Dimension[], cells: Cells): number[] {
  return dimensions.flatMap((_, i) =>
    (homogeneity(cells.single[i]!)?.cramerV ?? 0) >= leastLeak ? [] : [i],
  );
}

function segmentOf(cell: Cell, all: Counted, isBanded: boolean, shrunken: number | null): Segment {
  const { segment, low, high, x, n } = cell;
  const rest = { x: all.x - x, n: all.n - n };
  const compared = newcombe(cell, rest);
  const kind = segment === unknown ? "unknown" : segment === others ? "others" : isBanded ? "band" : "level";
  return {
    key: segment,
    kind,
    level: kind === "level" ? segment.slice(1) : null,
    low: kind === "band" ? low : null,
    high: kind === "band" ? high : null,
    share: shareOf(x, n),
    rest: shareOf(rest.x, rest.n),
    difference: compared?.difference ?? null,
    interval: compared ? [...compared.interval] : null,
    p: isNamed(cell) ? sameShare(cell, rest) : null,
    q: null,
    shrunken,
  };
}

/** Others and those of whom nothing is known are no group that anybody could act on: shown, not tested. */
function isNamed({ segment }: Cell): boolean {
  return segment !== unknown && segment !== others;
}

/** As the query for code orders its rows: bands as they follow, levels by attrition; others and unknown last. */
function inOrder(a: Cell, b: Cell): number {
  return (
    lastness(a) - lastness(b) ||
    (a.low ?? 0) - (b.low ?? 0) ||
    b.x / b.n - a.x / a.n ||
    b.n - a.n ||
    (a.segment < b.segment ? -1 : 1)
  );
}

function lastness({ segment }: Cell): number {
  return segment === unknown ? 2 : segment === others ? 1 : 0;
}

/** One family: every segment of every dimension that is tested. */
function withQ(dimensions: readonly DimensionResult[]): DimensionResult[] {
  const tested = dimensions.flatMap(({ segments }) => segments.flatMap(({ p }) => (p === null ? [] : [p])));
  const q = benjaminiHochberg(tested);
  let place = 0;
  return dimensions.map((dimension) => ({
    ...dimension,
    segments: dimension.segments.map((segment) =>
      segment.p === null ? segment : { ...segment, q: q[place++] ?? null },
    ),
  }));
}

export const largestQ = 0.05;
const mostTold = 3;

/** The largest differences that survive; of a dimension with two segments, whose differences mirror each other, the higher. */
export function topOf(dimensions: readonly DimensionResult[]): SegmentsResult["top"] {
  return dimensions
    .flatMap(({ segments, isLeak }, dimension) =>
      segments.flatMap((one, segment) => {
        if (isLeak || one.q === null || one.q >= largestQ || one.difference === null) return [];
        const isMirrored = segments.length === 2 && segments.every(({ p }) => p !== null);
        return isMirrored && one.difference < 0
          ? []
          : [{ dimension, segment, size: Math.abs(one.difference) }];
      }),
    )
    .sort((a, b) => b.size - a.size)
    .slice(0, mostTold)
    .map(({ dimension, segment }) => ({ dimension, segment }));
}

function overlapsOf(chosen: number, cells: Cells): SegmentsResult["overlaps"] {
  const overlaps: SegmentsResult["overlaps"] = [];
  for (let a = 0; a < chosen; a++)
    for (let b = a + 1; b < chosen; b++) {
      const table = tableOf(pairsOf(cells, a, b), cells.single[a]!, cells.single[b]!);
      const told = contingency(table);
      if (told) overlaps.push({ a, b, cramerV: told.cramerV });
    }
  return overlaps;
}

function tableOf(
  pairs: readonly { a: string; b: string; n: number }[],
  rows: readonly Cell[],
  columns: readonly Cell[],
) {
  const counts = new Map(pairs.map(({ a, b, n }) => [JSON.stringify([a, b]), n]));
  return rows.map((row) =>
    columns.map((column) => counts.get(JSON.stringify([row.segment, column.segment])) ?? 0),
  );
}

/** Each difference of the verdict held against every other column. Spec C08: it must run by itself. */
function reversalsOf(
  top: SegmentsResult["top"],
  found: readonly DimensionResult[],
  dimensions: readonly Dimension[],
  cells: Cells,
): SegmentsResult["reversals"] {
  return top.flatMap(({ dimension, segment }, place) => {
    const { key } = found[dimension]!.segments[segment]!;
    return against(dimensions, cells).flatMap((by) => {
      if (by === dimension) return [];
      const inside = new Map(
        pairsOf(cells, dimension, by).flatMap((pair) => (pair.a === key ? [[pair.b, pair] as const] : [])),
      );
      const strata = cells.single[by]!.map(({ segment: stratum, x, n }): Stratum => {
        const a = inside.get(stratum) ?? { x: 0, n: 0 };
        return { a: { x: a.x, n: a.n }, b: { x: x - a.x, n: n - a.n } };
      });
      const told = reversalOf(strata);
      return told ? [{ top: place, by: dimensions[by]!.column, ...told }] : [];
    });
  });
}

import type { Table } from "../../engine";
import type { Answers } from "../analysis";
import { countAt, dayAt, numberAt } from "../answer";
import { reversalOf } from "../mix-shift/reversal";
import { rowCounts } from "../row-counts";
import { leastLeak } from "../segments/compute";
import { letter, type Dimension } from "../segments/dimensions";
import { dimensionsFrom, otherColumns } from "../segments/dimensions-of";
import { readStatuses } from "../statuses";
import { shareOf } from "../share";
import { benjaminiHochberg } from "../stats/benjamini-hochberg";
import { homogeneity } from "../stats/homogeneity";
import { mantelHaenszel } from "../stats/mantel-haenszel";
import { newcombe, type Counted } from "../stats/newcombe";
import { trend } from "../stats/trend";
import { armSize } from "./arm-size";
import { judge } from "./judge";
import { overlaps } from "./params";
import { exclusions, quarters, strataOf, type Quarter } from "./query";
import { nothing, readCells, strataBy, summed } from "./read-cells";
import type { UsageResult } from "./result";
import type { UsageRequest } from "./spans";

/** Values of a stratum's column beyond which a number is told apart by quartiles. */
export const mostStrata = 20;

/** The chosen stratum first, then other columns that could stand behind the difference. */
export function dimensionsOf(request: UsageRequest, answers: Answers): Dimension[] {
  const { data, by } = strataOf(request);
  const chosen = by === null ? [] : [by];
  const taken = [...chosen, ...(request.params.usage === null ? [] : [request.params.usage])];
  return dimensionsFrom(data, [...chosen, ...otherColumns(data, taken)], answers, mostStrata);
}

export function computeUsage(answers: Answers, request: UsageRequest): UsageResult {
  const { params } = request;
  const dimensions = answers.cells ? dimensionsOf(request, answers) : [];
  const cells = answers.cells ? readCells(answers.cells) : nothing;
  const of = (...wanted: readonly Quarter[]) =>
    summed(cells.byQuarter.filter(({ quarter }) => wanted.includes(quarter)));
  const [bottom, middle, top] = [of("bottom"), of("middle"), of("top")];
  const three = [bottom, middle, top];
  const difference = apart(top, bottom);
  const { by } = strataOf(request);
  const adjusted = by === null || !answers.cells ? null : adjustedBy(by, 0, dimensions[0]!, answers.cells);
  const tests = { ...testsOf(three), adjusted: adjusted?.p ?? null };
  const q = qOf([tests.homogeneity?.p ?? null, tests.trend?.p ?? null, tests.adjusted]);
  const overall = of(...quarters);
  return {
    mode: params.mode,
    refused: overlaps(params) ? "overlap" : hasCurrencies(answers) ? "currencies" : null,
    rows: answers.rows ? rowCounts(answers) : null,
    status: readStatuses(answers.statuses),
    ...factsOf(answers.facts),
    negative: cells.negative,
    overall: shareOf(overall.x, overall.n),
    segments: cells.byQuarter.map(({ quarter, least, most, x, n }) => ({
      quarter,
      least,
      most,
      share: shareOf(x, n),
    })),
    deciles: cells.byDecile,
    homogeneity: tests.homogeneity && {
      chiSquare: tests.homogeneity.chiSquare,
      df: tests.homogeneity.df,
      p: tests.homogeneity.p,
      q: q[0]!,
    },
    trend: tests.trend && {
      chiSquare: tests.trend.chiSquare,
      z: tests.trend.z,
      p: tests.trend.p,
      q: q[1]!,
    },
    difference,
    usersLessNone: apart(of("bottom", "middle", "top"), of("none")),
    adjusted: adjusted && { ...adjusted, q: q[2]! },
    heldAgainst:
      difference && answers.cells ? against(dimensions, answers.cells).map((i) => dimensions[i]!.column) : [],
    reversals: answers.cells
      ? against(dimensions, answers.cells).flatMap((i) => {
          const told = reversalOf(strataBy(i, answers.cells!).map(({ stratum }) => stratum));
          return told ? [{ by: dimensions[i]!.column, ...told }] : [];
        })
      : [],
    verdict: judge(three, difference, q[1] ?? null, params.delta),
    perArm: top.n > 0 && bottom.n > 0 ? armSize(top.x / top.n, bottom.x / bottom.n) : null,
  };
}

/** Several of them in the table whose column is summed. */
export function hasCurrencies({ currencies }: Answers): boolean {
  return currencies !== undefined && countAt(currencies, 0, "currencies") > 1;
}

/** Columns that can stand behind the difference: those that are not the outcome itself. */
function against(dimensions: readonly Dimension[], table: Table): number[] {
  return dimensions.flatMap((_, i) => {
    const strata = new Map<string, Counted>();
    for (let row = 0; row < table.rowCount; row++) {
      const key = table.text(row, `segment_${letter(i)}`);
      if (key === null) continue;
      const { x, n } = strata.get(key) ?? { x: 0, n: 0 };
      strata.set(key, { x: x + countAt(table, row, "lost"), n: n + countAt(table, row, "customers") });
    }
    return (homogeneity([...strata.values()])?.cramerV ?? 0) >= leastLeak ? [] : [i];
  });
}

function testsOf(three: readonly Counted[]) {
  const whole = three.every(({ n }) => n > 0);
  return { homogeneity: whole ? homogeneity(three) : null, trend: whole ? trend(three) : null };
}

/** Adjusted for being asked together; null stays null. */
function qOf(p: readonly (number | null)[]): (number | null)[] {
  const q = benjaminiHochberg(p.flatMap((one) => (one === null ? [] : [one])));
  let place = 0;
  return p.map((one) => (one === null ? null : q[place++]!));
}

function apart(a: Counted, b: Counted): UsageResult["difference"] {
  const told = newcombe(a, b);
  return told && { value: told.difference, interval: [...told.interval] };
}

function adjustedBy(by: string, i: number, { isBanded }: Dimension, table: Table) {
  const strata = strataBy(i, table);
  const told = mantelHaenszel(strata.map(({ stratum }) => stratum));
  return {
    by,
    isBanded,
    difference: told?.differenceInterval
      ? { value: told.difference, interval: [...told.differenceInterval] as [number, number] }
      : null,
    odds:
      told?.oddsRatio == null
        ? null
        : {
            value: told.oddsRatio,
            interval: told.oddsInterval && ([...told.oddsInterval] as [number, number]),
          },
    p: told?.corrected?.p ?? null,
    strata: strata.map(({ key, low, high, stratum: { a, b } }) => ({
      key,
      low,
      high,
      top: shareOf(a.x, a.n),
      bottom: shareOf(b.x, b.n),
    })),
  };
}

function factsOf(
  table: Table | undefined,
): Pick<UsageResult, "customers" | "firstPeriod" | "asOf" | "excluded" | "from" | "until" | "cuts" | "auc"> {
  if (!table || table.rowCount === 0)
    return {
      customers: 0,
      firstPeriod: 0,
      asOf: null,
      excluded: [],
      from: null,
      until: null,
      cuts: null,
      auc: null,
    };
  const [q1, q3] = [numberAt(table, 0, "q1"), numberAt(table, 0, "q3")];
  return {
    customers: countAt(table, 0, "customers"),
    firstPeriod: countAt(table, 0, "first_period"),
    asOf: dayAt(table, 0, "as_of"),
    excluded: exclusions.flatMap((why) => {
      const customers = countAt(table, 0, why.replaceAll("-", "_"));
      return customers > 0 ? [{ why, customers }] : [];
    }),
    from: dayAt(table, 0, "first_observed"),
    until: dayAt(table, 0, "last_outcome"),
    cuts: q1 === null || q3 === null ? null : { q1, q3 },
    auc: numberAt(table, 0, "auc"),
  };
}

import type { Table } from "../../engine";
import { AnalysisError } from "../analysis-error";
import { countAt, dayAt, numberAt, textAt } from "../answer";
import type { CohortRequest } from "./lives";
import { isInTime, stepsOf } from "./params";
import { ratioInterval } from "./ratio-interval";
import type { Cell, Cohort, CohortResult } from "./result";

interface Average {
  readonly pooled: Cell;
  readonly simple: number | null;
  readonly mixpanel: number | null;
}

export interface Matrix {
  readonly cohorts: readonly Omit<Cohort, "isCut">[];
  readonly averages: ReadonlyMap<number, Average>;
  readonly total: CohortResult["total"];
}

/** The answer's rows as cohorts with a cell for each step, and the averages by step. What contradicts itself is never shown. */
export function readMatrix(table: Table, { params }: CohortRequest): Matrix {
  const cohorts = new Map<string, { id: string; size: number; cells: Cell[] }>();
  const averages = new Map<number, Average>();
  let total = { cohorts: 0, customers: 0 };
  for (let row = 0; row < table.rowCount; row++) {
    const cell = readCell(table, row, params.metric !== "customers");
    if (textAt(table, row, "what") === "average") {
      // Each step has a cell of every cohort, so that the sizes sum up to all customers.
      total = { cohorts: countAt(table, row, "cohorts"), customers: countAt(table, row, "size") };
      averages.set(countAt(table, row, "k"), {
        pooled: cell,
        simple: numberAt(table, row, "simple"),
        mixpanel: numberAt(table, row, "mixpanel"),
      });
      continue;
    }
    const id = isInTime(params) ? (dayAt(table, row, "cohort") ?? "") : textAt(table, row, "cohort");
    const known = cohorts.get(id);
    if (known) known.cells.push(cell);
    else cohorts.set(id, { id, size: countAt(table, row, "size"), cells: [cell] });
  }
  const steps = stepsOf(params).filter(({ k }) => averages.has(k)).length;
  for (const { id, cells } of cohorts.values())
    if (cells.length !== steps)
      throw new AnalysisError("identity", `cohort ${id} has ${cells.length} of ${steps} cells`);
  return { cohorts: [...cohorts.values()], averages, total };
}

function readCell(table: Table, row: number, hasTotals: boolean): Cell {
  const state = stateOf(textAt(table, row, "state"));
  const n = numberAt(table, row, "n") ?? 0;
  const x = numberAt(table, row, "returned") ?? 0;
  if (!(x >= 0 && x <= n)) throw new AnalysisError("identity", `identity broken: ${x} of ${n} returned`);
  const isSeen = state !== "not observed" && n > 0;
  return {
    state: isSeen ? state : "not observed",
    n: isSeen ? n : 0,
    x: isSeen ? x : 0,
    isElapsed: isSeen && table.value(row, "is_elapsed") === true,
    total: hasTotals && isSeen ? (numberAt(table, row, "total") ?? 0) : null,
    atFirst: hasTotals && isSeen ? (numberAt(table, row, "at_first") ?? 0) : null,
    ...(hasTotals && { interval: isSeen ? intervalAt(table, row, n) : null }),
  };
}

function intervalAt(table: Table, row: number, n: number): Cell["interval"] {
  const sum = (column: string) => numberAt(table, row, column) ?? 0;
  return ratioInterval({
    n,
    total: sum("total"),
    atFirst: sum("at_first"),
    squares: sum("squares"),
    products: sum("products"),
    firstSquares: sum("first_squares"),
  });
}

function stateOf(text: string): Cell["state"] {
  return text === "complete" || text === "in progress" ? text : "not observed";
}

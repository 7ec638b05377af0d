import type { Table } from "../../engine";
import { AnalysisError } from "../analysis-error";
import { countAt, dayAt, numberAt } from "../answer";
import { assertMovement } from "../identities";
import { shareOf } from "../share";
import type { LogoPeriod, Money } from "./result";

export interface Known {
  readonly asOf: string;
  readonly hasMoney: boolean;
  /** Whether NRR counts logos that came back. */
  readonly withReturned: boolean;
  /** Months that a sheet speaks of; null for contracts. */
  readonly months: ReadonlySet<string> | null;
}

/** The answer's rows, checked: what contradicts itself is never shown. */
export function readSeries(table: Table, known: Known): LogoPeriod[] {
  return Array.from({ length: table.rowCount }, (_, row) => readPeriod(table, row, known));
}

function readPeriod(table: Table, row: number, { asOf, hasMoney, withReturned, months }: Known): LogoPeriod {
  const count = (column: string) => countAt(table, row, column);
  const opens = dayAt(table, row, "opens") ?? "";
  const closes = dayAt(table, row, "closes") ?? "";
  const counts = {
    atStart: count("at_start"),
    lost: count("lost"),
    remaining: count("remaining"),
    new: count("new"),
    returned: count("returned"),
    atEnd: count("at_end"),
  };
  assertMovement(counts, opens);
  const pending = count("pending");
  const dueMrr = numberAt(table, row, "due_mrr") ?? 0;
  return {
    opens,
    closes,
    state: stateOf(opens, closes, asOf, months),
    counts,
    late: count("is_late"),
    attrition: shareOf(counts.lost, counts.atStart),
    money: hasMoney ? readMoney(table, row, opens, withReturned) : null,
    due: months
      ? null
      : {
          attrition: shareOf(count("due_lost"), count("due")),
          mrr: dueMrr,
          gross: hasMoney ? ratio(numberAt(table, row, "due_retained") ?? 0, dueMrr) : null,
          net: hasMoney ? ratio(numberAt(table, row, "due_after") ?? 0, dueMrr) : null,
        },
    renewal: months
      ? null
      : {
          ending: count("ending"),
          pending,
          share: shareOf(count("renewed"), count("ending") - pending),
        },
  };
}

/** A boundary of a sheet is observed when the month before it is there; without one nobody knows who was there. */
function stateOf(
  opens: string,
  closes: string,
  asOf: string,
  months: ReadonlySet<string> | null,
): LogoPeriod["state"] {
  // Contracts say what is signed beyond the day; a sheet has no amounts yet for a month that is not over.
  if (closes > asOf) return !months && opens < asOf ? "in progress" : "not observed";
  if (!months || [opens, closes].every((boundary) => months.has(monthBefore(boundary)))) return "complete";
  return "not observed";
}

function monthBefore(boundary: string): string {
  const date = new Date(`${boundary}T00:00:00Z`);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1, 1)).toISOString().slice(0, 10);
}

function readMoney(table: Table, row: number, where: string, withReturned: boolean): Money {
  const number = (column: string) => numberAt(table, row, column) ?? 0;
  const money = {
    start: number("mrr_start"),
    lost: number("mrr_lost"),
    contraction: number("mrr_contraction"),
    expansion: number("mrr_expansion"),
    returned: number("mrr_returned"),
    new: number("mrr_new"),
    end: number("mrr_end"),
    late: number("mrr_late"),
    expanded: countAt(table, row, "expanded"),
    contracted: countAt(table, row, "contracted"),
    unknown: countAt(table, row, "unknown"),
  };
  assertMoney(money, where);
  const { start, lost, contraction, expansion } = money;
  const returned = withReturned ? money.returned : 0;
  return {
    ...money,
    gross: ratio(start - lost - contraction, start),
    net: ratio(start - lost - contraction + expansion + returned, start),
  };
}

/** Spec C09: the movements of all logos make up what lies between the MRR at the start and at the end. */
export function assertMoney(money: Omit<Money, "gross" | "net">, where: string): void {
  const { start, lost, contraction, expansion, returned, new: fresh, end } = money;
  const moved = start - lost - contraction + expansion + returned + fresh;
  // Sums of floating-point numbers in any order: a part in a thousand million of what was added up.
  const most = start + lost + contraction + expansion + returned + fresh + end;
  if (!(Math.abs(moved - end) <= 1e-9 * most))
    throw new AnalysisError(
      "identity",
      `identity broken in ${where}: MRR at end = start + movements with ${JSON.stringify(money)}`,
    );
}

/** Never below nought: what was lost cannot exceed what was there by more than the last bit. */
export function ratio(part: number, whole: number): number | null {
  return whole > 0 ? Math.max(0, part) / whole : null;
}

import type { Table } from "../../engine";
import { scoreOf } from "../adoption-score/weights";
import { roundedScore } from "../adoption-score/bands";
import { countAt, dayAt, numberAt, textAt } from "../answer";
import { columnFor } from "../segments/dimensions";

/** Customers of a date alike in all levers and in whether they stay. */
export interface Pattern {
  readonly day: string;
  readonly isShown: boolean;
  readonly isAudit: boolean;
  /** There since the window began; only these have a score. */
  readonly isSeen: boolean;
  readonly on: readonly number[];
  readonly score: number;
  readonly stays: boolean | null;
  readonly customers: number;
}

/** Customers of a shown date whose score moved alike since the date before. */
export interface Change {
  readonly day: string;
  readonly change: number;
  readonly customers: number;
  /** Of their scores today, in millionths. */
  readonly sum: number;
}

export function readCounts(
  table: Table,
  weights: readonly number[],
): { readonly patterns: readonly Pattern[]; readonly changes: readonly Change[] } {
  const patterns: Pattern[] = [];
  const changes: Change[] = [];
  for (let row = 0; row < table.rowCount; row += 1) {
    const day = dayAt(table, row, "day") ?? "";
    const customers = countAt(table, row, "customers");
    if (textAt(table, row, "form") === "change") {
      changes.push({
        day,
        change: numberAt(table, row, "change") ?? 0,
        customers,
        sum: numberAt(table, row, "score_sum") ?? 0,
      });
      continue;
    }
    const on = weights.map((_, i) => numberAt(table, row, columnFor("on", i).text) ?? 0);
    const stays = table.value(row, "stays");
    patterns.push({
      day,
      isShown: table.value(row, "is_shown") === true,
      isAudit: table.value(row, "is_audit") === true,
      isSeen: table.value(row, "is_seen") === true,
      on,
      score: roundedScore(scoreOf(weights, on) ?? 0),
      stays: typeof stays === "boolean" ? stays : null,
      customers,
    });
  }
  return { patterns, changes };
}

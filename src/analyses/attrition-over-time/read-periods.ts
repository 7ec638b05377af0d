import type { Table } from "../../engine";
import { countAt, dayAt, textAt } from "../answer";
import { assertMovement, assertShares } from "../identities";
import { shareOf } from "../share";
import type { Period } from "./result";

/** The answer's rows, checked: what contradicts itself is never shown. */
export function readPeriods(table: Table): Period[] {
  return Array.from({ length: table.rowCount }, (_, row) => readPeriod(table, row));
}

function readPeriod(table: Table, row: number): Period {
  const counted = {
    atStart: countAt(table, row, "at_start"),
    lost: countAt(table, row, "lost"),
    remaining: countAt(table, row, "remaining"),
    new: countAt(table, row, "new"),
    returned: countAt(table, row, "returned"),
    atEnd: countAt(table, row, "at_end"),
  };
  const opens = dayAt(table, row, "opens") ?? "";
  const state = stateOf(textAt(table, row, "state"));
  const everBefore = countAt(table, row, "ever_before");
  const everRemaining = countAt(table, row, "ever_remaining");
  const attrition = shareOf(counted.lost, counted.atStart);
  if (state !== "not observed") {
    assertMovement(counted, opens);
    assertShares(attrition, shareOf(counted.remaining, counted.atStart), opens);
  }
  return {
    opens,
    closes: dayAt(table, row, "closes") ?? "",
    state,
    isCut: table.value(row, "is_cut") === true,
    isJudged: table.value(row, "is_judged") === true,
    inBaseline: false,
    ...counted,
    attrition,
    ever: shareOf(everBefore - everRemaining, everBefore),
    pulse: counted.lost > 0 ? (counted.new + counted.returned) / counted.lost : null,
    limits: null,
    side: null,
  };
}

function stateOf(text: string): Period["state"] {
  return text === "complete" || text === "in progress" ? text : "not observed";
}

import type { Answers } from "../analysis";
import { countAt, numberAt, textAt } from "../answer";
import type { Counted } from "../stats/newcombe";
import type { Side } from "./query";

/** Beginners of one week on one side, of one part: n, of whom x were active in the days asked for. */
export interface WeekRow extends Counted {
  readonly side: Side;
  readonly touched: boolean;
  readonly week: number;
}

export function readWeeks({ weeks }: Answers): readonly WeekRow[] {
  if (!weeks) return [];
  return weeks.rows().map((_, row) => ({
    side: textAt(weeks, row, "side") as Side,
    touched: weeks.value(row, "touched") === true,
    week: numberAt(weeks, row, "week") ?? 0,
    n: countAt(weeks, row, "customers"),
    x: countAt(weeks, row, "reached"),
  }));
}

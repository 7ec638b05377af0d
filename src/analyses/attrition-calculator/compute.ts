import { assertMovement, assertShares } from "../identities";
import { shareOf } from "../share";
import { example } from "./example";
import type { CalculatorParams } from "./params";
import type { CalculatorResult } from "./result";

/** Attrition from totals; figures that contradict each other are refused, and the one that must be wrong is named. */
export function calculate(figures: CalculatorParams): CalculatorResult {
  const { start, end, returned } = figures;
  const remaining = end - figures.new - returned;
  const refused = contradiction(figures, remaining);
  const known = refused === null;
  const attrition = known ? shareOf(start - remaining, start) : null;
  const retention = known ? shareOf(remaining, start) : null;
  if (attrition && retention) {
    assertMovement(
      { atStart: start, lost: attrition.x, remaining, new: figures.new, returned, atEnd: end },
      "totals",
    );
    assertShares(attrition, retention, "totals");
  }
  return {
    figures,
    refused,
    remaining,
    naive: start > 0 ? (start - end) / start : null,
    attrition,
    retention,
    example: [...example],
  };
}

function contradiction(figures: CalculatorParams, remaining: number): CalculatorResult["refused"] {
  if (remaining < 0) return { figure: figures.new > figures.end ? "new" : "returned", why: "more than end" };
  if (remaining <= figures.start) return null;
  const nobodyCame = figures.new === 0 && figures.returned === 0;
  return { figure: "new", why: nobodyCame ? "growth without newcomers" : "remaining more than start" };
}

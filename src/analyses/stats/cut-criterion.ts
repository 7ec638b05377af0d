import type { TwoByTwo } from "./phi";

/**
 * What a threshold is chosen by: Youden's J = sensitivity + specificity − 1; Pearson's chi-square without correction; or
 * money: `gain` for each customer on the good side with the outcome less `cost` for each without it.
 * Youden (1950), Cancer 3, 32–35; Miller & Siegmund (1982), Biometrics 38, 1011–1016; net benefit: Vickers & Elkin (2006),
 * Med. Decis. Making 26, 565–574.
 */
export type CutCriterion =
  | { readonly type: "youden" }
  | { readonly type: "chi-square" }
  | { readonly type: "value"; readonly gain: number; readonly cost: number };

/** On which side of a threshold the outcome is expected; `either`: the side is part of the choice. */
export type CutDirection = "above" | "below" | "either";

/** The side with more of the outcome than the other. */
export type CutSide = "above" | "below";

export function sideOf({ a, b, c, d }: TwoByTwo): CutSide {
  return a * d >= b * c ? "above" : "below";
}

/**
 * The criterion of a table whose first row is above the threshold; larger is better. −Infinity where a row or a column is
 * empty, and on the side that is not expected.
 */
export function criterionOf(
  a: number,
  above: number,
  events: number,
  customers: number,
  criterion: CutCriterion,
  direction: CutDirection,
): number {
  const others = customers - events;
  if (above === 0 || above === customers || events === 0 || others === 0) return -Infinity;
  const cross = a * customers - above * events;
  switch (criterion.type) {
    case "youden": {
      const j = cross / events / others;
      return direction === "above" ? j : direction === "below" ? -j : Math.abs(j);
    }
    case "chi-square": {
      if ((direction === "above" && cross < 0) || (direction === "below" && cross > 0)) return -Infinity;
      return (cross / above / (customers - above)) * (cross / events) * (customers / others);
    }
    case "value": {
      const valueOf = (kept: number, all: number) => criterion.gain * kept - criterion.cost * (all - kept);
      const up = valueOf(a, above);
      const down = valueOf(events - a, customers - above);
      return direction === "above" ? up : direction === "below" ? down : Math.max(up, down);
    }
  }
}

import { shareOf } from "../share";
import type { ExampleMonth } from "./result";

/**
 * Two months with the same behaviour: 5 % of the old customers and 125 of the 5,000 new ones leave in each.
 * Counted over those at the start, the second looks better. Noble (2011).
 */
export const example: readonly ExampleMonth[] = [
  monthOf({ start: 10_000, lostOld: 500, new: 5_000, lostNew: 125 }),
  monthOf({ start: 14_375, lostOld: 719, new: 5_000, lostNew: 125 }),
];

function monthOf(m: Pick<ExampleMonth, "start" | "lostOld" | "new" | "lostNew">): ExampleMonth {
  return {
    ...m,
    end: m.start - m.lostOld + m.new - m.lostNew,
    anyOverStart: (m.lostOld + m.lostNew) / m.start,
    attrition: shareOf(m.lostOld, m.start),
  };
}

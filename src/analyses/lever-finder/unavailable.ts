import type { Lever } from "../levers/lever";
import { others, unknown, type Dimension } from "../segments/dimensions";
import type { Counts } from "./read-counts";
import type { FinderResult } from "./result";

/** A segment of fewer says nothing by having no user; a behaviour of fewer is rare everywhere. */
const fewest = { customers: 30, share: 0.1 };

/**
 * Segments of a control in which nobody has a behaviour that a tenth of all others has: it may be that they cannot have it, and
 * then the behaviour stands for the segment.
 */
export function unavailableIn(
  segments: Counts["segments"],
  levers: readonly Lever[],
  controls: readonly Dimension[],
): FinderResult["unavailable"] {
  return controls.flatMap(({ column, isBanded }, i) => {
    const those = segments.filter(({ control }) => control === i);
    return levers.flatMap(({ behaviour }, lever) =>
      those.flatMap(({ segment, customers, users }) => {
        const rest = those.filter((one) => one.segment !== segment);
        const all = rest.reduce((sum, one) => sum + one.customers, 0);
        const having = rest.reduce((sum, one) => sum + (one.users[lever] ?? 0), 0);
        const isNone =
          users[lever] === 0 && customers >= fewest.customers && having >= fewest.share * all && having > 0;
        if (!isNone || segment === others || segment === unknown) return [];
        return [{ behaviour, control: column, level: isBanded ? null : segment.slice(1), customers }];
      }),
    );
  });
}

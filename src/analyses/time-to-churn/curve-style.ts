import { colour } from "../chart-style";
import { mostGroups } from "./params";
import { unknownPlace } from "./places";
import type { Curve } from "./result";

export interface CurveStyle {
  readonly stroke: string;
  readonly dash: string | null;
}

const strokes = [colour.first, colour.second, colour.new, colour.returned, colour.lost];

/** A curve keeps its style whatever else is drawn: five colours, then the first three again, dashed. */
export function styleOf({ place }: Pick<Curve, "place">): CurveStyle {
  if (place === unknownPlace) return { stroke: "currentColor", dash: "2,3" };
  const i = (place ?? 1) - 1;
  return { stroke: strokes[i % strokes.length]!, dash: i < strokes.length ? null : "6,3" };
}

/** The styles by place, 0 to 8, as code writes them down. */
export const styles = Array.from({ length: mostGroups + 1 }, (_, place) => styleOf({ place }));

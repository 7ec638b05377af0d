import { fewAtRisk } from "./few";
import type { Curve } from "./result";

/** A corner of a curve that goes down in steps. Corners of one `piece` are joined. */
export interface Corner {
  readonly place: number | null;
  readonly piece: string;
  readonly isFew: boolean;
  readonly time: number;
  readonly survival: number;
  /** The band has no width where nobody or everybody is gone. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Three corners a stretch between two steps: down to its height, and along it. A stretch is drawn grey when few are
 * followed at its end, so a curve falls into pieces.
 */
export function cornersOf({ place, steps }: Pick<Curve, "place" | "steps">): Corner[] {
  let piece = 0;
  let wasFew = false;
  return [...steps, null].flatMap((step, i): Corner[] => {
    const before = steps[i - 1];
    const isFew = step ? step.atRisk < fewAtRisk : wasFew;
    if (i === 0 || isFew !== wasFew) piece = i;
    wasFew = isFew;
    const start = before?.time ?? 0;
    const corner = (time: number, survival: number): Corner => ({
      place,
      piece: `${place ?? ""} ${piece}`,
      isFew,
      time,
      survival,
      low: before?.interval?.[0] ?? null,
      high: before?.interval?.[1] ?? null,
    });
    const survival = before?.survival ?? 1;
    return [
      corner(start, steps[i - 2]?.survival ?? 1),
      corner(start, survival),
      corner(step?.time ?? start, survival),
    ];
  });
}

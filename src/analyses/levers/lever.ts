/** A behaviour of customers, and from which value on it counts as done; null: as it was measured. */
export interface Lever {
  /** A column, an event, or one of the `whole` behaviours. */
  readonly behaviour: string;
  readonly cut: number | null;
}

/** Of a log as a whole: days with any event, and how many different events. */
export const wholeBehaviours = ["*days", "*kinds"] as const;

const written = /^(.*\S)\s*(?:>=|≥)\s*(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/su;

/** "reach_pct >= 25", or a bare name. As it stands in parameters and files. */
export function leverOf(text: string): Lever {
  const found = written.exec(text.trim());
  const cut = found ? Number(found[2]) : null;
  return found && Number.isFinite(cut)
    ? { behaviour: found[1]!, cut }
    : { behaviour: text.trim(), cut: null };
}

export function leverText({ behaviour, cut }: Lever): string {
  return cut === null ? behaviour : `${behaviour} >= ${cut}`;
}

/** As people read it. */
export function leverName({ behaviour, cut }: Lever, number: (value: number) => string): string {
  return cut === null ? behaviour : `${behaviour} ≥ ${number(cut)}`;
}

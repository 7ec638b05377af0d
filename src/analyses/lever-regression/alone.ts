import { fitLevers, type TermGroup } from "../levers/fit";
import type { Design } from "../levers/design";
import { reduced } from "./reduced";

type Terms = Pick<Design, "terms" | "patterns">;

/** A lever with nothing held alike; null where it is the same for all. */
export function alone(
  design: Terms,
  groups: readonly TermGroup[],
  place: number,
): { coefficient: number; p: number } | null {
  return told(
    design,
    ofLever(groups, place),
    groups.find((one) => one.form === "lever" && one.place === place)!,
  );
}

/**
 * What explains that a lever looks otherwise alone: the one other thing without which it looks most like that again, where
 * that is a quarter of the way back. Null where none is: several together.
 */
export function explanation(
  design: Terms,
  groups: readonly TermGroup[],
  lever: TermGroup,
  { crude, beside }: { readonly crude: number; readonly beside: number },
): { form: "lever" | "control"; place: number; coefficient: number; p: number } | null {
  const [most] = groups
    .filter((one) => one !== lever && one.form !== "missing")
    .flatMap((other) => {
      const form = other.form === "lever" ? ("lever" as const) : ("control" as const);
      const fit = told(design, withoutThing(groups, other), lever);
      return fit ? [{ form, place: other.place, ...fit }] : [];
    })
    .sort((a, b) => Math.sign(crude - beside) * (b.coefficient - a.coefficient));
  return most && (most.coefficient - beside) / (crude - beside) >= leastBack ? most : null;
}

const leastBack = 0.25;

/** p of a lever beside all others but one. */
export function withoutOther(
  design: Terms,
  groups: readonly TermGroup[],
  lever: TermGroup,
  other: TermGroup,
): number | null {
  return told(design, withoutThing(groups, other), lever)?.p ?? null;
}

/** A lever goes with what is not known of it. */
function withoutThing(groups: readonly TermGroup[], thing: TermGroup): TermGroup[] {
  return groups.filter(
    (one) => one.place !== thing.place || (one.form === "control") !== (thing.form === "control"),
  );
}

/** With what is not known of it, where that has a column. */
function ofLever(groups: readonly TermGroup[], place: number): TermGroup[] {
  return groups.filter((one) => one.form !== "control" && one.place === place);
}

function told(design: Terms, kept: readonly TermGroup[], lever: TermGroup) {
  const columns = [0, ...kept.flatMap((one) => one.columns)].sort((a, b) => a - b);
  const column = columns.indexOf(lever.columns[0]!);
  const fit = fitLevers(reduced(design, columns), { profiles: false, tested: column });
  if (!fit.ok) return null;
  const coefficient = fit.estimate.coefficients[column] ?? null;
  const [test] = fit.estimate.terms;
  return coefficient === null || !test ? null : { coefficient, p: test.p };
}

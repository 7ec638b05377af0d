import { shareOf } from "../share";
import { chiSquareUpper } from "../stats/chi-square";
import { criterionOf } from "../stats/cut-criterion";
import { millerSiegmund } from "../stats/miller-siegmund";
import { newcombe } from "../stats/newcombe";
import { phi } from "../stats/phi";
import type { LeverCells, LeverChoice } from "../workers/lever-cuts-task";
import type { FoundLine } from "./result";

/** What the chosen line says on the customers at hand, and what is left of it on others. `auc` is that of the measure. */
export function lineOf(
  cuts: readonly number[],
  { customers, stayed }: LeverCells,
  choice: LeverChoice,
  auc: number,
): FoundLine | null {
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
  const all = { n: sum(customers), x: sum(stayed) };
  const sideAt = (place: number) => ({ n: sum(customers.slice(place + 1)), x: sum(stayed.slice(place + 1)) });
  const above = sideAt(choice.cut);
  const below = { n: all.n - above.n, x: all.x - above.x };
  const table = { a: above.x, b: above.n - above.x, c: below.x, d: below.n - below.x };
  const correlation = phi(table);
  const difference = newcombe(above, below);
  if (!correlation || !difference) return null;
  const isAbove = choice.side === "above";
  const [good, other] = isAbove ? [above, below] : [below, above];
  const lost = all.n - all.x;
  const largest = Math.max(
    ...cuts.map((_, place) => {
      const { x, n } = sideAt(place);
      return criterionOf(x, n, all.x, all.n, { type: "chi-square" }, "either");
    }),
  );
  const plain = chiSquareUpper(largest, 1);
  const lineAuc = (1 + good.x / all.x - (good.n - good.x) / lost) / 2;
  return {
    place: choice.cut,
    cut: cuts[choice.cut]!,
    side: choice.side,
    above: shareOf(above.x, above.n),
    below: shareOf(below.x, below.n),
    difference: { value: difference.difference, interval: [...difference.interval] },
    ppv: shareOf(good.x, good.n),
    npv: shareOf(other.n - other.x, other.n),
    sensitivity: shareOf(good.x, all.x),
    specificity: shareOf(other.n - other.x, lost),
    phi: { value: correlation.phi, interval: correlation.interval && [...correlation.interval] },
    measureAuc: isAbove ? auc : 1 - auc,
    lineAuc,
    honestAuc: choice.auc && { ...choice.auc, range: [...choice.auc.range] },
    honestPhi: choice.phi && { ...choice.phi, range: [...choice.phi.range] },
    resamples: choice.resamples,
    withinOneStep: choice.withinOneStep,
    same: choice.resamples > 0 ? choice.timesChosen[choice.cut]! / choice.resamples : 0,
    range: rangeOf(cuts, choice.timesChosen, choice.cut),
    plain,
    millerSiegmund: cuts.length > 1 ? millerSiegmund(plain) : null,
    p: choice.p,
    pOfAll: choice.pOfAll,
    q: choice.p,
  };
}

/** The narrowest run of lines around the middle that leaves at most 5 in 100 resamples on either side. */
function rangeOf(cuts: readonly number[], times: readonly number[], chosen: number): [number, number] {
  const total = times.reduce((sum, one) => sum + one, 0);
  if (total === 0) return [cuts[chosen]!, cuts[chosen]!];
  const reach = (share: number) => {
    let before = 0;
    return times.findIndex((one) => (before += one) >= share * total);
  };
  return [cuts[reach(0.05)]!, cuts[reach(0.95)]!];
}

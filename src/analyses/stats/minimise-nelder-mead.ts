import type { Objective } from "./minimise-derivative";

/**
 * Lowest point that a simplex finds without slopes, begun `size` wide about `start`; stops when it is as flat as roundings
 * (1e-12 of the value) or after `most` evaluations. Not for an answer but for a way out where a slope leads nowhere.
 * Nelder & Mead (1965), Computer Journal 7, 308–313, with their coefficients 1, 2, ½, ½.
 */
export function nelderMead(
  objective: Objective,
  start: readonly number[],
  { size = 0.5, most = 200 * start.length }: { size?: number; most?: number } = {},
): { readonly x: readonly number[]; readonly value: number; readonly evaluations: number } {
  let evaluations = 0;
  const measured = (x: readonly number[]) => {
    evaluations++;
    const value = objective(x);
    return { x, value: Number.isNaN(value) ? Infinity : value };
  };
  const corners = [
    measured(start),
    ...start.map((_, i) => measured(start.map((value, j) => (i === j ? value + size : value)))),
  ];
  const byValue = () => corners.sort((a, b) => a.value - b.value);
  byValue();
  while (evaluations < most) {
    const best = corners[0]!;
    const worst = corners[corners.length - 1]!;
    if (worst.value - best.value <= 1e-12 * Math.abs(best.value)) break;
    const centre = start.map(
      (_, j) => corners.slice(0, -1).reduce((sum, { x }) => sum + x[j]!, 0) / start.length,
    );
    const along = (share: number) =>
      measured(centre.map((value, j) => value + share * (worst.x[j]! - value)));
    const reflected = along(-1);
    let replaced = reflected;
    if (reflected.value < best.value) {
      const expanded = along(-2);
      if (expanded.value < reflected.value) replaced = expanded;
    } else if (!(reflected.value < corners[corners.length - 2]!.value)) {
      const contracted = along(reflected.value < worst.value ? -0.5 : 0.5);
      if (contracted.value < Math.min(reflected.value, worst.value)) replaced = contracted;
      else {
        for (let i = 1; i < corners.length; i++)
          corners[i] = measured(corners[i]!.x.map((value, j) => (value + best.x[j]!) / 2));
        byValue();
        continue;
      }
    }
    corners[corners.length - 1] = replaced;
    byValue();
  }
  return { ...corners[0]!, evaluations };
}

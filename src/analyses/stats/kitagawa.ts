import { bothPresent, type Stratum } from "./mantel-haenszel";

export interface Decomposition {
  /** Share of b less share of a: what there is to explain. Equals rateEffect + mixEffect. */
  readonly difference: number;
  /** The strata's own shares changed: Σ w̄·Δr. */
  readonly rateEffect: number;
  /** Customers moved between strata: Σ r̄·Δw. */
  readonly mixEffect: number;
  /** The same per stratum, in the given order. A stratum's mix effect is told against the mean of both shares. */
  readonly strata: readonly { readonly rateEffect: number; readonly mixEffect: number }[];
}

/**
 * Difference of the shares of two groups (or two periods, a before b) split into rates and mix. In a stratum that one group
 * does not have, the other's share stands for both: it moved the mix and no rate. Null where a group is empty.
 * Kitagawa (1955), J. Amer. Statist. Assoc. 50, 1168–1194.
 */
export function kitagawa(strata: readonly Stratum[]): Decomposition | null {
  bothPresent(strata);
  const [sizeA, sizeB] = (["a", "b"] as const).map((group) =>
    strata.reduce((sum, one) => sum + one[group].n, 0),
  );
  if (!sizeA || !sizeB) return null;
  const [a, b] = (["a", "b"] as const).map(
    (group) => strata.reduce((sum, one) => sum + one[group].x, 0) / (group === "a" ? sizeA : sizeB),
  ) as [number, number];
  const parts = strata.map((one) => {
    if (one.a.n + one.b.n === 0) return { rateEffect: 0, mixEffect: 0 };
    const before = one.a.n > 0 ? one.a.x / one.a.n : one.b.x / one.b.n;
    const after = one.b.n > 0 ? one.b.x / one.b.n : before;
    const [shareBefore, shareAfter] = [one.a.n / sizeA, one.b.n / sizeB];
    return {
      rateEffect: ((shareBefore + shareAfter) / 2) * (after - before),
      // Against the mean share Σ Δw = 0 adds nothing, and a stratum of average customers has no effect by growing.
      mixEffect: ((before + after) / 2 - (a + b) / 2) * (shareAfter - shareBefore),
    };
  });
  return {
    difference: b - a,
    rateEffect: parts.reduce((sum, one) => sum + one.rateEffect, 0),
    mixEffect: parts.reduce((sum, one) => sum + one.mixEffect, 0),
    strata: parts,
  };
}

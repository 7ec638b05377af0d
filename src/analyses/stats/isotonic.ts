/** A run of neighbours that share one fitted value. */
export interface Pool {
  readonly from: number;
  /** The one after the last. */
  readonly to: number;
  readonly value: number;
  readonly weight: number;
}

/**
 * Isotonic regression: the non-decreasing values nearest to the given ones by weighted squares, in their order, by pooling
 * adjacent violators; for shares with their customers as weights it is maximum likelihood too. Weights ≥ 0; where all of a
 * run weigh nothing, their plain mean. Linear time. Barlow, Bartholomew, Bremner & Brunk (1972), Statistical Inference under
 * Order Restrictions, §1.2.
 */
export function isotonic(values: readonly number[], weights: readonly number[] = values.map(() => 1)) {
  if (values.length !== weights.length) throw new RangeError("values and weights of different lengths");
  const pools: Pool[] = [];
  values.forEach((value, i) => {
    const weight = weights[i]!;
    if (!Number.isFinite(value)) throw new RangeError(`no number: ${value}`);
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`no weight: ${weight}`);
    let last: Pool = { from: i, to: i + 1, value, weight };
    for (let before = pools.at(-1); before && before.value > last.value; before = pools.at(-1)) {
      pools.pop();
      last = pooled(before, last);
    }
    pools.push(last);
  });
  return { fit: pools.flatMap((pool) => new Array<number>(pool.to - pool.from).fill(pool.value)), pools };
}

function pooled(a: Pool, b: Pool): Pool {
  const weight = a.weight + b.weight;
  const [left, right] = weight > 0 ? [a.weight, b.weight] : [a.to - a.from, b.to - b.from];
  return {
    from: a.from,
    to: b.to,
    value: a.value + ((b.value - a.value) * right) / (left + right),
    weight,
  };
}

/**
 * Area under the ROC curve when several observations come from one unit: the share of pairs (one with the outcome, one
 * without) in which the former has the higher score, ties a half. `variance` is null with fewer than two units on either
 * side. With one observation a unit it is DeLong's. Obuchowski (1997), Biometrics 53, 567–578, formulas 2 to 6.
 *
 * `scores`, `outcomes` (0 or 1) and `units` (any number that names the unit) have the same length; time n log n.
 */
export function clusteredAuc(
  scores: Float64Array,
  outcomes: Uint8Array,
  units: Int32Array,
): { readonly auc: number; readonly variance: number | null } | null {
  const order = Uint32Array.from(scores, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
  const total = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  const others = outcomes.length - total;
  if (total === 0 || others === 0) return null;
  const placed = placements(scores, outcomes, order, total, others);
  const auc = placed.reduce((sum, value, i) => sum + (outcomes[i] ? value : 0), 0) / total;

  const sums = new Map<number, { with: number; without: number; n: number; m: number }>();
  outcomes.forEach((outcome, i) => {
    const unit = sums.get(units[i]!) ?? { with: 0, without: 0, n: 0, m: 0 };
    if (outcome) {
      unit.with += placed[i]!;
      unit.n++;
    } else {
      unit.without += placed[i]!;
      unit.m++;
    }
    sums.set(units[i]!, unit);
  });
  const all = [...sums.values()];
  const unitsWith = all.filter(({ n }) => n > 0).length;
  const unitsWithout = all.filter(({ m }) => m > 0).length;
  if (unitsWith < 2 || unitsWithout < 2) return { auc, variance: null };
  let own = 0;
  let other = 0;
  let both = 0;
  for (const unit of all) {
    const a = unit.with - unit.n * auc;
    const b = unit.without - unit.m * auc;
    own += a * a;
    other += b * b;
    both += a * b;
  }
  return {
    auc,
    variance:
      ((unitsWith / (unitsWith - 1)) * own) / total ** 2 +
      ((unitsWithout / (unitsWithout - 1)) * other) / others ** 2 +
      (2 * (all.length / (all.length - 1)) * both) / (total * others),
  };
}

/** For each observation the share of those of the other outcome that it stands on the right side of, ties a half. */
function placements(
  scores: Float64Array,
  outcomes: Uint8Array,
  order: Uint32Array,
  total: number,
  others: number,
): Float64Array {
  const placed = new Float64Array(scores.length);
  let withBelow = 0;
  let withoutBelow = 0;
  for (let from = 0; from < order.length;) {
    let to = from;
    let withHere = 0;
    while (to < order.length && scores[order[to]!] === scores[order[from]!])
      withHere += outcomes[order[to++]!]!;
    const withoutHere = to - from - withHere;
    for (let i = from; i < to; i++) {
      const one = order[i]!;
      placed[one] = outcomes[one]
        ? (withoutBelow + withoutHere / 2) / others
        : (total - withBelow - withHere / 2) / total;
    }
    withBelow += withHere;
    withoutBelow += withoutHere;
    from = to;
  }
  return placed;
}

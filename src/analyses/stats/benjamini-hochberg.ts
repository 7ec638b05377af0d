/**
 * Adjusted probabilities q, in the given order: rejecting q ≤ α keeps the expected share of false finds at α.
 * All tests asked go in, also those not shown. None of nothing.
 * Benjamini & Hochberg (1995), J. R. Statist. Soc. B 57, 289–300; R's p.adjust(method = "BH").
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  for (const one of p) if (!(one >= 0 && one <= 1)) throw new RangeError(`probability outside 0..1: ${one}`);
  const largestFirst = p.map((_, i) => i).sort((a, b) => p[b]! - p[a]!);
  const q = new Array<number>(p.length);
  let smallest = 1;
  largestFirst.forEach((i, place) => {
    smallest = Math.min(smallest, (p[i]! * p.length) / (p.length - place));
    q[i] = smallest;
  });
  return q;
}

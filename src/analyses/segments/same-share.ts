import { homogeneity } from "../stats/homogeneity";
import type { Counted } from "../stats/newcombe";
import { fisherExact } from "./fisher-exact";

/** Below so many expected in a cell the chi-square's probability is rough. Cochran (1954), Biometrics 10, 417–451. */
const fewestExpected = 5;

/** Could two disjoint groups have the same share? Pearson's chi-square, and Fisher's exact test where few are expected. */
export function sameShare(a: Counted, b: Counted): number | null {
  const told = homogeneity([a, b]);
  if (!told) return null;
  return told.smallestExpected < fewestExpected ? fisherExact(a, b) : told.p;
}

import { normalQuantile } from "./normal-quantile";

/**
 * p of the best threshold of one measure, corrected for having looked at all thresholds between its `share` and 1 − `share`
 * quantile; `smallest` is the p of the chi-square at the best one (df 1, without correction). The asymptotic formula is good
 * for small p; above the range it holds in, 1.
 * Miller & Siegmund (1982), Biometrics 38, 1011–1016; Altman, Lausen, Sauerbrei & Schumacher (1994), J. Natl. Cancer Inst. 86,
 * 829–835, formula 1.
 */
export function millerSiegmund(smallest: number, share = 0.1): number {
  check(smallest);
  if (!(share > 0 && share < 0.5)) throw new RangeError(`share left out not between 0 and ½: ${share}`);
  if (smallest === 0) return 0;
  const z = -normalQuantile(smallest / 2);
  // Below z = 1 the formula turns around; there nothing is small.
  if (!(z > 1)) return 1;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const looks = 2 * Math.log((1 - share) / share);
  return Math.max(smallest, Math.min(1, density * (z - 1 / z) * looks + (4 * density) / z));
}

/**
 * Their short form for 0.0001 < p < 0.1, where 10 or 5 per cent at each end were left out: −1.63·p(1 + 2.35 ln p) and
 * −3.13·p(1 + 1.65 ln p). Null outside that range of p. Altman et al. (1994), formulas 2 and 3.
 */
export function millerSiegmundShort(smallest: number, share: 0.1 | 0.05): number | null {
  check(smallest);
  if (!(smallest >= 0.0001 && smallest <= 0.1)) return null;
  const [outer, inner] = share === 0.1 ? [1.63, 2.35] : [3.13, 1.65];
  return -outer * smallest * (1 + inner * Math.log(smallest));
}

function check(p: number) {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`probability outside 0..1: ${p}`);
}

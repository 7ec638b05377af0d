/**
 * ln Γ(x) for x > 0, relative error below 1e-14 (also beside its zeros at 1 and 2). Taylor's series about 2
 * (Abramowitz & Stegun 1964, 6.1.33), carried to x < 10 by Γ(x + 1) = xΓ(x); Stirling's series (6.1.40) from 10 on.
 */
export function lnGamma(x: number): number {
  check(x);
  if (x >= 10) return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingRest(x);
  if (x < 0.5) return aboutTwo(x) - Math.log1p(x) - Math.log(x);
  if (x < 1.5) return aboutTwo(x - 1) - Math.log1p(x - 1);
  let factor = 1;
  let at = x;
  while (at >= 2.5) factor *= --at;
  return Math.log(factor) + aboutTwo(at - 2);
}

/**
 * ln(Γ(a + n)/Γ(a)), n ≥ 0: the rising factorial. Keeps its digits where both Γ are large beside the ratio (a ≥ 10);
 * below that the error is a rounding of the larger ln Γ.
 */
export function lnRising(a: number, n: number): number {
  check(a);
  if (n === 0) return 0;
  if (a < 10) return lnGamma(a + n) - lnGamma(a);
  const rest = stirlingRest(a + n) - stirlingRest(a);
  return (a + n - 0.5) * Math.log1p(n / a) + n * (Math.log(a) - 1) + rest;
}

/**
 * ln B(a, b) = ln Γ(a)Γ(b)/Γ(a + b), error below 1e-14 of max(1, |ln B|): without the cancellation of three large ln Γ.
 * Didonato & Morris (1992), ACM Trans. Math. Softw. 18, 360–373, Algorithm 708 (BETALN, ALGDIV).
 */
export function lnBeta(a: number, b: number): number {
  check(a);
  check(b);
  const [small, large] = a <= b ? [a, b] : [b, a];
  if (large < 10) return lnGamma(small) + lnGamma(large) - lnGamma(small + large);
  if (small < 10) return lnGamma(small) - lnRising(large, small);
  const share = small / large;
  const rest = stirlingRest(small) + stirlingRest(large) - stirlingRest(small + large);
  const first = (small - 0.5) * (Math.log(share) - Math.log1p(share));
  return halfLogTwoPi - 0.5 * Math.log(large) + rest + first - large * Math.log1p(share);
}

const halfLogTwoPi = Math.log(2 * Math.PI) / 2;

/** ln Γ(2 + z), |z| ≤ ½: thirty terms leave 1e-20. */
function aboutTwo(z: number): number {
  return z * (0.42278433509846713939 + z * zeta.reduceRight((sum, c) => c - z * sum, 0));
}

/** ln Γ(x) less Stirling's formula, x ≥ 10: the ninth term would be 2e-18. */
function stirlingRest(x: number): number {
  const square = 1 / (x * x);
  return bernoulli.reduceRight((sum, b) => sum * square + b, 0) / x;
}

/** (ζ(k) − 1)/k, k = 2…30. */
const zeta = [
  0.32246703342411321824, 0.067352301053198095133, 0.020580808427784547879, 0.0073855510286739852663,
  0.0028905103307415232858, 0.0011927539117032609771, 5.0966952474304242234e-4, 2.2315475845357937976e-4,
  9.9457512781808533715e-5, 4.49262367381331417e-5, 2.0507212775670691553e-5, 9.439488275268395904e-6,
  4.3748667899074878042e-6, 2.0392157538013662368e-6, 9.5514121304074198329e-7, 4.4924691987645660433e-7,
  2.1207184805554665869e-7, 1.0043224823968099609e-7, 4.7698101693639805658e-8, 2.271109460894316491e-8,
  1.0838659214896954091e-8, 5.1834750419700466551e-9, 2.4836745438024783172e-9, 1.1921401405860912074e-9,
  5.7313672416788620133e-10, 2.7595228851242331452e-10, 1.3304764374244489481e-10, 6.4229645638381000221e-11,
  3.1044247747322272762e-11,
];

/** B₂ₖ/(2k(2k − 1)), k = 1…8. */
const bernoulli = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];

function check(x: number) {
  if (!(x > 0 && x < Infinity)) throw new RangeError(`gamma of no positive number: ${x}`);
}

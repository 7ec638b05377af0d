/**
 * Probability that a standard normal value is at most x, relative error below 1e-14 in both tails.
 * Cody (1969), Rational Chebyshev approximations for the error function, Math. Comp. 23, 631–637;
 * in the arrangement for the normal distribution of Cody (1993), ACM TOMS 19, 22–32 (Algorithm 715).
 */
export function normalCdf(x: number): number {
  const y = Math.abs(x);
  // Beyond the smallest number there is; also for the infinite.
  if (y > 39) return x < 0 ? 0 : 1;
  if (y <= 0.67448975) return 0.5 + centre(x);
  const tail = y <= Math.sqrt(32) ? damped(y, middle(y)) : damped(y, far(y));
  return x > 0 ? 1 - tail : tail;
}

function centre(x: number): number {
  const square = x * x;
  let top = a[4]! * square;
  let bottom = square;
  for (let i = 0; i < 3; i++) {
    top = (top + a[i]!) * square;
    bottom = (bottom + b[i]!) * square;
  }
  return (x * (top + a[3]!)) / (bottom + b[3]!);
}

function middle(y: number): number {
  let top = c[8]! * y;
  let bottom = y;
  for (let i = 0; i < 7; i++) {
    top = (top + c[i]!) * y;
    bottom = (bottom + d[i]!) * y;
  }
  return (top + c[7]!) / (bottom + d[7]!);
}

function far(y: number): number {
  const inverse = 1 / (y * y);
  let top = p[5]! * inverse;
  let bottom = inverse;
  for (let i = 0; i < 4; i++) {
    top = (top + p[i]!) * inverse;
    bottom = (bottom + q[i]!) * inverse;
  }
  const ratio = (inverse * (top + p[4]!)) / (bottom + q[4]!);
  return (1 / Math.sqrt(2 * Math.PI) - ratio) / y;
}

// exp(-y²/2) in two parts: squaring y at once would lose the digits the tail needs.
function damped(y: number, value: number): number {
  const coarse = Math.trunc(y * 16) / 16;
  const rest = (y - coarse) * (y + coarse);
  return Math.exp(-coarse * coarse * 0.5) * Math.exp(-rest * 0.5) * value;
}

const a = [
  2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582, 18154.981253343561249,
  0.065682337918207449113,
];
const b = [47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956];
const c = [
  0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979, 597.27027639480026226,
  2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124, 9842.7148383839780218,
  1.0765576773720192317e-8,
];
const d = [
  22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755,
  18615.571640885098091, 34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
];
const p = [
  0.21589853405795699, 0.1274011611602473639, 0.022235277870649807, 0.001421619193227893466,
  2.9112874951168792e-5, 0.02307344176494017303,
];
const q = [
  1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244,
  7.29751555083966205e-5,
];

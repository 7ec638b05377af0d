/**
 * How likely at least one of `n` independent variants gives a 95 % interval without the true value by chance alone:
 * 1 − 0.95^n (Šidák 1967, J. Amer. Statist. Assoc. 62, 626–633). null: for a single one that is what its interval says.
 */
export function chanceOf(n: number): { readonly n: number; readonly share: number } | null {
  return n > 1 ? { n, share: 1 - 0.95 ** n } : null;
}

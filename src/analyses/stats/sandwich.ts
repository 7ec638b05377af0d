type Matrix = readonly (readonly number[])[];

/**
 * Covariance of regression coefficients when the rows of one customer go together: bread · meat · bread · G/(G−1),
 * where `bread` is the model's covariance, `meat` the sum over customers of u·uᵀ, u a customer's summed score.
 * Null with fewer than two customers. G/(G−1) alone is the factor "CR1" of R's packages;
 * Stata and statsmodels multiply (n−1)/(n−k) besides. Liang & Zeger (1986), Biometrika 73, 13–22.
 */
export function sandwich(bread: Matrix, meat: Matrix, customers: number): number[][] | null {
  if (customers < 2) return null;
  const factor = customers / (customers - 1);
  return product(product(bread, meat), bread).map((row) => row.map((value) => value * factor));
}

function product(a: Matrix, b: Matrix): number[][] {
  return a.map((row) =>
    (b[0] ?? []).map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)),
  );
}

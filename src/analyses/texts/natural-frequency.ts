/** A share as people count: "one in five", or so many of 100 or 1,000. Which words say it is each language's matter. */
export type NaturalFrequency =
  | { readonly form: "none" }
  | { readonly form: "all" }
  | { readonly form: "one-in"; readonly each: number; readonly exact: boolean }
  | { readonly form: "of"; readonly count: number; readonly total: number; readonly exact: boolean }
  | { readonly form: "fewer-than-one-of"; readonly total: number };

export function naturalFrequency(share: number): NaturalFrequency {
  if (share <= 0) return { form: "none" };
  if (share >= 1) return { form: "all" };
  for (let each = 2; each <= 10; each++) {
    const off = Math.abs(share - 1 / each);
    if (off < 0.001) return { form: "one-in", each, exact: true };
    // Neighbours lie closer together the larger the number: half a tenth of the share is near enough.
    if (off < 0.05 / each) return { form: "one-in", each, exact: false };
  }
  const total = share < 0.05 ? 1000 : 100;
  const count = Math.round(share * total);
  if (count === 0) return { form: "fewer-than-one-of", total };
  const shown = Math.min(count, total - 1);
  return { form: "of", count: shown, total, exact: Math.abs(shown / total - share) < 1e-9 };
}

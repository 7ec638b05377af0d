export interface Bin {
  readonly from: number;
  readonly to: number;
  customers: number;
}

export const binWidths = [1, 2, 5, 7, 14, 30, 60, 90, 180, 365];
export const mostBins = 30;

/** Customers by their usual gap, in bins [from, to) whose width people count in; a few very long gaps share the last. */
export function binned(counted: readonly { readonly days: number; readonly customers: number }[]): Bin[] {
  if (counted.length === 0) return [];
  const all = counted.reduce((sum, { customers }) => sum + customers, 0);
  const longest = Math.max(...counted.map(({ days }) => days));
  const reach = Math.min(longest, upTo(counted, 0.99 * all) * 1.5);
  const width = binWidths.find((days) => reach / days <= mostBins) ?? Math.ceil(reach / mostBins);
  const bins: Bin[] = Array.from({ length: Math.floor(reach / width) + 1 }, (_, i) => ({
    from: i * width,
    to: (i + 1) * width,
    customers: 0,
  }));
  for (const { days, customers } of counted)
    bins[Math.min(Math.floor(days / width), bins.length - 1)]!.customers += customers;
  const last = bins[bins.length - 1]!;
  return longest >= last.to ? [...bins.slice(0, -1), { ...last, to: Math.floor(longest) + 1 }] : bins;
}

/** The gap that so many customers stay within. `counted` is sorted by days. */
function upTo(
  counted: readonly { readonly days: number; readonly customers: number }[],
  wanted: number,
): number {
  let seen = 0;
  return counted.find(({ customers }) => (seen += customers) >= wanted)?.days ?? 0;
}

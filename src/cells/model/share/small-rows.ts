/** Rows of numbers of which some tell of few customers. `null`: no number. */
export type NumberRow = readonly (number | null)[];

/** A group of customers that must not be told: of at least one and fewer than `k`. */
export function isSmall(value: number, k: number): boolean {
  return Number.isInteger(value) && Math.abs(value) >= 1 && Math.abs(value) < k;
}

/**
 * Whether numbers that stand beside each other tell of a small group: by themselves, by the difference of two of them
 * (50 before, 47 after), or as a share of a base (6 % of 50), the base being one of them or known from elsewhere.
 */
export function tells(row: NumberRow, k: number, bases: ReadonlySet<number> = none): boolean {
  const numbers = row.filter((value) => value !== null);
  if (numbers.some((value) => isSmall(value, k))) return true;
  const counts = [...new Set(numbers.filter((value) => Number.isInteger(value) && value >= k))];
  counts.sort((a, b) => a - b);
  if (counts.some((count, i) => i > 0 && count - counts[i - 1]! < k)) return true;
  const shares = numbers.map(Math.abs).filter((value) => value > 0 && value < 1);
  return shares.some((share) => tellsOf(share, counts, k) || tellsOf(share, bases, k));
}

const none: ReadonlySet<number> = new Set();

function tellsOf(share: number, bases: Iterable<number>, k: number): boolean {
  for (const base of bases) {
    const part = share * base;
    const whole = Math.round(part);
    // A share reckoned in double precision is off by less than this.
    if (Math.abs(part - whole) > 1e-9 * base) continue;
    if (isSmall(whole, k) || isSmall(base - whole, k)) return true;
  }
  return false;
}

/** Every number that a share could be of. */
export function basesIn(rows: Iterable<NumberRow>, k: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (const row of rows)
    for (const value of row) if (value !== null && Number.isInteger(value) && value >= k) found.add(value);
  return found;
}

/**
 * The rows that are left out, by their places: those that tell, and as many others, smallest first, as it takes that no
 * column's sum over what is left out is a small group. Whoever knows a total can take the shown rows from it, and learns
 * that sum and nothing finer.
 * @param summed The same rows with what tells of nobody by itself, but is summed up (orders, contracts).
 */
export function hiddenRows(
  rows: readonly NumberRow[],
  k: number,
  bases: ReadonlySet<number> = none,
  summed: readonly NumberRow[] = rows,
): ReadonlySet<number> {
  const hidden = new Set<number>();
  rows.forEach((row, i) => tells(row, k, bases) && hidden.add(i));
  if (hidden.size === 0) return hidden;
  const largest = summed.map((row) => Math.max(0, ...row.filter((value) => value !== null).map(Math.abs)));
  const others = rows.map((_, i) => i).filter((i) => !hidden.has(i));
  // Of two equally large ones the later goes, so that what stands first stays.
  others.sort((a, b) => largest[a]! - largest[b]! || b - a);
  for (const next of others) {
    if (hidden.size > 1 && !sumTells(summed, hidden, k)) break;
    hidden.add(next);
  }
  return hidden;
}

function sumTells(rows: readonly NumberRow[], hidden: ReadonlySet<number>, k: number): boolean {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    let sum = 0;
    for (const row of hidden) {
      const value = rows[row]![column] ?? null;
      if (value !== null && Number.isInteger(value)) sum += Math.abs(value);
    }
    return isSmall(sum, k);
  }).some(Boolean);
}

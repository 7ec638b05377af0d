/**
 * How like two names of columns are, 0 to 1: by words that both have, whatever their order, or by letters, 1 less the
 * Levenshtein distance over the longer length. `order_date` and `Date of order` are alike by their words.
 */
export function nameLikeness(a: string, b: string): number {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const common = [...one].filter((word) => other.has(word)).length;
  const byWords = common / Math.max(1, Math.max(one.size, other.size));
  const [left, right] = [[...one].join(" "), [...other].join(" ")];
  const longest = Math.max(left.length, right.length);
  return Math.max(byWords, longest ? 1 - distance(left, right) / longest : 0);
}

const fillers = new Set(["of", "the", "a", "in", "for"]);

function wordsOf(name: string): ReadonlySet<string> {
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => word && !fillers.has(word)));
}

/** Levenshtein (1966): insertions, deletions and substitutions that make one text of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

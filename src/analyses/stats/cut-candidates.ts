import { quantile } from "./quantile";

export type CandidateKind = "deciles" | "round" | "all";

/**
 * Thresholds to try for "at least so much", ascending, each with customers on both sides. Deciles: quantiles of type 7 at
 * .1 … .9. Round: multiples of 1, 2 or 5 times a power of ten between the first and the last decile, 5 to 13 of them where
 * that can be. All: every value that occurs between these deciles. They are looked up in the values alone, never in the
 * outcome; of whole numbers they are whole too. Values that are no number (not observed) take no part; none where fewer than two values differ.
 */
export function cutCandidates(values: Float64Array, kind: CandidateKind): readonly number[] {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const smallest = known[0];
  const largest = known[known.length - 1];
  if (smallest === undefined || largest === undefined || smallest === largest) return [];
  const list = Array.from(known);
  const at = (p: number) => quantile(list, p)!;
  const found = () => {
    switch (kind) {
      case "deciles":
        return Array.from({ length: 9 }, (_, i) => at((i + 1) / 10));
      case "round":
        return roundBetween(at(0.1), at(0.9));
      case "all": {
        const [low, high] = [at(0.1), at(0.9)];
        return list.filter((value) => value >= low && value <= high);
      }
    }
  };
  // Between whole numbers a line stands at the next one: who has "at least 0.5" has 1.
  const isWhole = known.every(Number.isInteger);
  const lines = found().map((cut) => (isWhole ? Math.ceil(cut) : cut));
  const distinct = [...new Set(lines)].filter((cut) => cut > smallest && cut <= largest);
  // Nearly all have one value: the threshold that sets the others apart is left.
  return distinct.length > 0 ? distinct : [list.find((value) => value > smallest)!];
}

function roundBetween(low: number, high: number): number[] {
  if (!(high > low)) return [low];
  const unit = 10 ** Math.floor(Math.log10((high - low) / 5));
  const step = [5, 2, 1].map((factor) => factor * unit).find((one) => (high - low) / one >= 5) ?? unit;
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  // At the ends of what a number can hold no step is left to make.
  if (!(last - first < 50)) return [];
  // A product of whole numbers keeps 0.3 a 0.3 where a sum would not.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

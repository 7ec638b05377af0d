import type { Language } from "../texts";

/** A difference in points with as many digits as keep it, when read, on its own side of each of the others. */
export function pointsBeside(value: number, others: readonly number[], { texts, format }: Language): string {
  const rounded = (share: number, digits: number) => Number((share * 100).toFixed(digits));
  const isApart = (digits: number) =>
    others.every(
      (other) => Math.sign(rounded(value, digits) - rounded(other, digits)) === Math.sign(value - other),
    );
  const plain = texts.base.points(value);
  for (let digits = 1; digits < 9; digits++)
    if (isApart(digits))
      return digits === 1
        ? plain
        : texts.usageQuartiles.pp(format.number(value * 100, digits).replace("-", "−"));
  return plain;
}

/** Numbers apart by semicolons or spaces, a comma being a decimal one; null unless there is one for each and their sum is above 0. */
export function weightsFrom(text: string, levers: number): number[] | null {
  if (text.trim() === "") return Array.from({ length: levers }, () => 100 / levers);
  const written = text
    .trim()
    .split(/[;\s]+/)
    .filter((one) => one !== "");
  if (written.length !== levers || !written.every((one) => /^\d+(?:[.,]\d+)?$/.test(one))) return null;
  const given = written.map((one) => Number(one.replace(",", ".")));
  const sum = given.reduce((all, one) => all + one, 0);
  return sum > 0 && Number.isFinite(sum) ? given.map((one) => (100 * one) / sum) : null;
}

/** The weights of a score as they are handed on: what `weightsFrom` reads. */
export function weightsText(weights: readonly number[]): string {
  return weights.map((one) => String(Math.round(one * 1e4) / 1e4)).join("; ");
}

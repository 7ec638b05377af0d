import type { DataSet } from "./analysis";
import { isYes } from "./guess-yes";

/** All values of a column, as text; null where they are too many to be listed, or nobody has counted them. */
export function valuesKnown({ profile }: Pick<DataSet, "profile">, column: string): readonly string[] | null {
  const found = profile?.find(({ name }) => name === column);
  if (!found) return null;
  const { histogram, distinct, smallest, largest } = found;
  if (histogram.form === "top")
    return histogram.others > 0 ? null : histogram.values.map(({ value }) => value);
  // Numbers and dates are counted in bins; of two values the ends are all there is.
  const ends = [smallest, largest].filter((value) => value !== null);
  return distinct <= 2 ? [...new Set(ends)] : null;
}

/** Whether a column of text says yes anywhere; null while nobody has counted its values, or they are too many to be listed. */
export function saysYes(data: Pick<DataSet, "profile">, column: string): boolean | null {
  return valuesKnown(data, column)?.some(isYes) ?? null;
}

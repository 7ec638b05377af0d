import { areAlike, fileSet, guessSeries, type NamedFile, type Shape } from "../../engine";

/**
 * Files that came together, as the tables they will be: a series of one shape is one file from now on. In a folder whatever
 * has the same columns belongs together; elsewhere the names must say so too.
 */
export async function arranged(
  given: readonly NamedFile[],
  isFolder: boolean,
  shapeOf: (file: File) => Promise<Shape | null>,
): Promise<readonly File[]> {
  const series = guessSeries(given.map(({ name }) => name));
  if (series.length === given.length && (!isFolder || given.length < 2)) return given.map(({ file }) => file);
  const shapes: (Shape | null)[] = [];
  // Only what may belong together is looked at; one after another, as the disk is one.
  for (const [i, { file }] of given.entries()) {
    const isOfSeries = series.some((places) => places.length > 1 && places.includes(i));
    shapes.push(isFolder || isOfSeries ? await shapeOf(file) : null);
  }
  const joined = series.filter(
    (places) => places.length > 1 && areAlike(places.map((i) => shapes[i] ?? null)),
  );
  const left = given.flatMap((_, i) => (joined.some((places) => places.includes(i)) ? [] : [i]));
  const groups = [...joined, ...(isFolder ? byColumns(left, shapes) : left.map((i) => [i]))];
  return groups
    .toSorted((a, b) => a[0]! - b[0]!)
    .map((places) => (places.length > 1 ? fileSet(places.map((i) => given[i]!)) : given[places[0]!]!.file));
}

function byColumns(
  places: readonly number[],
  shapes: readonly (Shape | null)[],
): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const i of places) {
    const shape = shapes[i];
    const key = shape
      ? JSON.stringify([shape.format, shape.headers.map((one) => one.trim().toLowerCase()).toSorted()])
      : `${i}`;
    groups.set(key, [...(groups.get(key) ?? []), i]);
  }
  return [...groups.values()];
}

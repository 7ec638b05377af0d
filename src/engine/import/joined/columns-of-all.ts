import type { Shape } from "./shape";

/** The headers of several files, each once; headers that stand twice in a file are two columns, told apart by their order. */
export function unionOf(files: readonly (readonly string[])[]): readonly string[] {
  const found: string[] = [];
  for (const headers of files) {
    const missing = placesOf(headers, found).flatMap((place, i) => (place < 0 ? [headers[i]!] : []));
    found.push(...missing);
  }
  return found;
}

/** For each of the wanted headers its place in a file, -1 where the file lacks it. Large and small letters are alike. */
export function placesOf(wanted: readonly string[], headers: readonly string[]): readonly number[] {
  const left = headers.map(folded);
  return wanted.map((header) => {
    const place = left.indexOf(folded(header));
    if (place >= 0) left[place] = null;
    return place;
  });
}

/** Whether files make one table: written in one format, and each has more than half of the columns that all of them have. */
export function areAlike(shapes: readonly (Shape | null)[]): shapes is readonly Shape[] {
  const known = shapes.filter((shape) => shape !== null);
  if (known.length < shapes.length || known.some(({ format }) => format !== known[0]!.format)) return false;
  const all = known.map(({ headers }) => headers);
  if (all.some((headers) => !headers.some((header) => header.trim())))
    return all.every(
      (headers) => headers.length === all[0]!.length && !headers.some((header) => header.trim()),
    );
  const { length } = unionOf(all);
  return all.every((headers) => headers.length * 2 > length);
}

function folded(header: string): string | null {
  return header.normalize("NFC").trim().toLowerCase();
}

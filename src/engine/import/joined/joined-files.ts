import { openSource } from "../read/source";
import type { Known } from "../reader";
import { areAlike } from "./columns-of-all";
import { filesInSet } from "./file-set";
import { guessSeries } from "./guess-series";
import { shapeOf } from "./shape";

/** One of the files that make one table: a file, or one in an archive. */
export interface JoinedFile {
  readonly file: File;
  readonly entry: string | null;
  readonly name: string;
}

/** The files of a set or of an archive; one file is a set of one. */
export async function joinedFiles(file: File): Promise<readonly JoinedFile[]> {
  const own = await filesInSet(file);
  if (own) return own.map((one) => ({ ...one, entry: null }));
  const { entries, entry } = await openSource(file, null);
  if (!entry) return [{ file, entry: null, name: file.name }];
  return entries.map(({ name }) => ({ file, entry: name, name }));
}

/**
 * The files that make one table together; null where the file is one by itself. A set is one whatever is in it, a table that was
 * made of several files stays one, and the files of an archive are one where nobody has chosen among them and they are a series.
 */
export async function joinedIn(file: File, { plan, entry }: Known): Promise<readonly JoinedFile[] | null> {
  if (plan?.joined || (await filesInSet(file))) return joinedFiles(file);
  if (plan || entry !== undefined) return null;
  const files = await joinedFiles(file);
  return files.length > 1 && (await areOneTable(files)) ? files : null;
}

async function areOneTable(files: readonly JoinedFile[]): Promise<boolean> {
  if (guessSeries(files.map(({ name }) => name)).length > 1) return false;
  const shapes = [];
  for (const { file, entry } of files) shapes.push(await shapeOf(file, entry));
  return areAlike(shapes);
}

import { joinedBeginning, type ShownFile } from "./joined/joined-parts";
import { type Shape, shapeOf } from "./joined/shape";
import { beginningOf, type Beginning } from "./read/beginning";
import { keepOpened, letGoOfOpened } from "./read/kept";
import { type Known, reader } from "./reader";
import type { Sniffed } from "./sniff/sniffed";

/** What a file looks like, and its first rows. */
export interface Peek extends Beginning {
  readonly sniffed: Sniffed;
  /** Null where the table is made of one file. */
  readonly joined: ShownFile | null;
}

/** Looks at the beginnings of files, one after another. */
export interface Peeks {
  peek(file: File, known: Known | undefined, rows: number): Promise<Peek>;
  /** Null where the file cannot be read. */
  shape(file: File): Promise<Shape | null>;
  close(): void;
}

export const peeksHere: Peeks = { peek, shape: (file) => shapeOf(file, null), close: letGoOfOpened };

export async function peek(file: File, known: Known | undefined, rows: number): Promise<Peek> {
  keepOpened(file);
  const sniffed = await reader.sniff(file, known);
  // Of a sample there are few among the first.
  const seen = sniffed.plan.rows?.take === "sample" ? rows * 20 : rows;
  if (sniffed.plan.joined)
    return { sniffed, ...(await joinedBeginning(file, sniffed.plan, seen, known?.shown)) };
  return { sniffed, joined: null, ...(await beginningOf(file, sniffed.plan, seen)) };
}

import type { Source } from "./source";

/** Entries of one archive that are kept open; each holds a megabyte. */
const mostEntries = 8;

/** The file that an open import sheet looks at again and again. One at a time, and only where looks are answered: a load opens its file once. */
let kept: { readonly file: File; readonly sources: Map<string | null, Promise<Source>> } | null = null;

/** What is opened of this file stays, in place of what was kept of another. */
export function keepOpened(file: File): void {
  if (kept?.file !== file) kept = { file, sources: new Map() };
}

export function letGoOfOpened(): void {
  kept = null;
}

/** As it was opened before where the file is the one that is kept; a failure is not kept. */
export async function keptOpen(
  file: File,
  entry: string | null,
  open: () => Promise<Source>,
): Promise<Source> {
  if (kept?.file !== file) return open();
  const { sources } = kept;
  const before = sources.get(entry);
  if (before) {
    // What is remembered of a file that has been changed or moved since is no longer what is in it.
    await file.slice(0, 1).arrayBuffer();
    return before;
  }
  const opened = open();
  if (sources.size >= mostEntries) sources.clear();
  sources.set(entry, opened);
  opened.catch(() => sources.delete(entry));
  return opened;
}

/** What was found out about a thing, for its last few questions; it goes with the thing. */
export function foundOut<Thing extends object, Found>(
  most: number,
): (thing: Thing, question: string, find: () => Found) => Found {
  const answers = new WeakMap<Thing, Map<string, Found>>();
  return (thing, question, find) => {
    const own = answers.get(thing) ?? new Map<string, Found>();
    answers.set(thing, own);
    if (!own.has(question)) {
      const found = find();
      if (own.size >= most) own.clear();
      own.set(question, found);
      // A failure is not kept: the file may be readable the next time.
      if (found instanceof Promise) found.catch(() => own.delete(question));
    }
    return own.get(question)!;
  };
}

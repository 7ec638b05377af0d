import { readNotebook, type Cell, type Notebook } from "../model";

const prefix = "ebb.words.";

/** What a page that is going has not kept yet: the notebook without its results. */
export interface LastWords {
  readonly notebook: string;
  /** In ms since 1970. */
  readonly time: number;
  readonly text: string;
  /** Cells whose kept result is of an older text or of older data. */
  readonly stale: readonly string[];
}

/**
 * Words that a page leaves at the moment it goes. IndexedDB answers later than that; `localStorage` is written at once,
 * but it is small, so that a large notebook leaves none. Nothing is left where the browser forbids it.
 */
export function lastWords() {
  const keys = () => Object.keys(storage() ?? {}).filter((key) => key.startsWith(prefix));
  const forget = (notebook: string) => storage()?.removeItem(prefix + notebook);
  return {
    leave(words: LastWords): void {
      try {
        storage()?.setItem(prefix + words.notebook, JSON.stringify(words));
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
        forget(words.notebook);
      }
    },
    of(notebook: string): LastWords | null {
      return wordsIn(storage()?.getItem(prefix + notebook) ?? null);
    },
    /** The notebooks that have left some. */
    notebooks: (): readonly string[] => keys().map((key) => key.slice(prefix.length)),
    forget,
    forgetAll(): void {
      for (const key of keys()) storage()?.removeItem(key);
    },
  };
}

/** The notebook as it was last seen, with those of the kept results that are still its own. */
export function replay(words: LastWords, kept: Notebook | null): Notebook {
  const { notebook } = readNotebook(words.text);
  const before = new Map(kept?.cells.map((cell) => [cell.id, cell]));
  const cells = notebook.cells.map((cell) => {
    const old = before.get(cell.id);
    return old && isSame(old, cell) && !words.stale.includes(cell.id) ? { ...cell, saved: old.saved } : cell;
  });
  return { ...notebook, cells };
}

function isSame(a: Cell, b: Cell): boolean {
  return JSON.stringify({ ...a, saved: null }) === JSON.stringify({ ...b, saved: null });
}

function wordsIn(text: string | null): LastWords | null {
  if (text === null) return null;
  try {
    return JSON.parse(text) as LastWords;
  } catch (error) {
    // Cut off by a crash: there is nothing in it that could be read.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

import type { Change, Records } from "./records";

/**
 * A text in parts, one behind the other. A large one says what it is of: an object that never changes, and whose text is
 * therefore written once. `text` may be asked for more than once.
 */
export type TextPart = string | { readonly of: object; readonly text: () => string };

/** What lies in `texts`: a whole text, or parts of one, the large ones by the keys of their pieces in `pieces`. */
type KeptText = string | { readonly parts: readonly (string | KeptPieces)[] };

interface KeptPieces {
  readonly pieces: readonly string[];
  /** In UTF-8. */
  readonly bytes: number;
}

/** In UTF-16 units. Shorter parts lie in the text itself. */
const leastLarge = 32_768;
/** As much as is copied in a moment: who types must not feel it. */
const longestPiece = 1_000_000;

export function textOfPart(part: TextPart): string {
  return typeof part === "string" ? part : part.text();
}

/** A text in slices of that length at most; no letter of two units is cut. */
export function slicesOf(text: string, longest = longestPiece): string[] {
  const slices: string[] = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + longest, text.length);
    const unit = text.charCodeAt(end - 1);
    if (end < text.length && unit >= 0xd800 && unit < 0xdc00 && end - at > 1) end--;
    slices.push(text.slice(at, end));
    at = end;
  }
  return slices;
}

/** The page draws and takes keys before it goes on. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Long texts over any records: of each large part only what is not there yet is written. */
export function longTexts(records: Records) {
  const known = new WeakMap<object, Map<string, string | KeptPieces>>();
  const current = new Map<string, readonly string[]>();
  /** Pieces that lie in the records now: a result that was deleted and came back has to be written again. */
  const there = new Set<string>();
  const isThere = (found: string | KeptPieces) =>
    typeof found === "string" || found.pieces.every((key) => there.has(key));
  const fresh = () => crypto.randomUUID();

  async function keepPieces(text: string): Promise<KeptPieces> {
    const pieces: string[] = [];
    let bytes = 0;
    try {
      for (const slice of slicesOf(text)) {
        const key = fresh();
        pieces.push(key);
        await records.change([{ put: "pieces", key, value: slice }]);
        await breath();
        bytes += bytesOf(slice);
      }
    } catch (error) {
      // A full disk must not stay full of pieces of nothing; why it failed is what is told.
      await records.change(removals(pieces)).catch(() => undefined);
      throw error;
    }
    for (const key of pieces) there.add(key);
    return { pieces, bytes };
  }

  /** Without a wait where nothing large is new: a page that is going has no time for one. */
  async function kept(
    notebook: string,
    text: readonly TextPart[],
  ): Promise<readonly (string | KeptPieces)[]> {
    const parts: (string | KeptPieces)[] = [];
    let done = 0;
    for (const part of text) {
      if (typeof part === "string") {
        parts.push(part);
        continue;
      }
      const places = known.get(part.of) ?? new Map<string, string | KeptPieces>();
      known.set(part.of, places);
      let found = places.get(notebook);
      if (found === undefined || !isThere(found)) {
        if (done > longestPiece) {
          await breath();
          done = 0;
        }
        const whole = part.text();
        done += whole.length;
        found = whole.length < leastLarge ? whole : await keepPieces(whole);
        places.set(notebook, found);
      }
      parts.push(found);
    }
    return parts;
  }

  return {
    kept,
    /** To be done in one change with whatever else belongs to it. Pieces that nothing needs any more go. */
    changes(notebook: string, parts: readonly (string | KeptPieces)[]): readonly Change[] {
      const pieces = piecesOf(parts);
      const needed = new Set(pieces);
      const gone = (current.get(notebook) ?? []).filter((key) => !needed.has(key));
      current.set(notebook, pieces);
      for (const key of gone) there.delete(key);
      const value: KeptText = pieces.length ? { parts: joined(parts) } : parts.join("");
      return [{ put: "texts", key: notebook, value }, ...removals(gone)];
    },
    bytes: (parts: readonly (string | KeptPieces)[]): number =>
      parts.reduce((sum, part) => sum + (typeof part === "string" ? bytesOf(part) : part.bytes), 0),
    /** null when there is none. */
    async read(notebook: string): Promise<string | null> {
      const found = (await records.read("texts", notebook)) as KeptText | undefined;
      if (found === undefined || typeof found === "string") return found ?? null;
      current.set(notebook, piecesOf(found.parts));
      const texts = await Promise.all(found.parts.map((part) => textOf(records, part)));
      return texts.join("");
    },
    /** Everything was taken away. */
    cleared(): void {
      current.clear();
      there.clear();
    },
    /** All that is to be taken away with a notebook. */
    async without(notebook: string): Promise<readonly Change[]> {
      const found = (await records.read("texts", notebook)) as KeptText | undefined;
      const pieces = typeof found === "object" ? piecesOf(found.parts) : [];
      current.delete(notebook);
      for (const key of pieces) there.delete(key);
      return [{ remove: "texts", key: notebook }, ...removals(pieces)];
    },
  };
}

/** A large part is a JSON value by itself; where the disk has lost some of it, the rest of the notebook still stands. */
async function textOf(records: Records, part: string | KeptPieces): Promise<string> {
  if (typeof part === "string") return part;
  const found = await Promise.all(part.pieces.map((key) => records.read("pieces", key)));
  return found.every((piece) => typeof piece === "string") ? found.join("") : "[]";
}

function piecesOf(parts: readonly (string | KeptPieces)[]): string[] {
  return parts.flatMap((part) => (typeof part === "string" ? [] : part.pieces));
}

function removals(keys: readonly string[]): Change[] {
  return keys.map((key) => ({ remove: "pieces", key }));
}

/** Small ones that stand beside each other as one. */
function joined(parts: readonly (string | KeptPieces)[]): (string | KeptPieces)[] {
  const all: (string | KeptPieces)[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (typeof part === "string" && typeof last === "string") all[all.length - 1] = last + part;
    else all.push(part);
  }
  return all;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

import { ReadError } from "./read-error";
import { readNotebook, type ReadNotebook } from "./read-notebook";

/** One side of a merge that git could not finish: what it is called there ("HEAD", a branch), and the notebook. */
export interface ConflictSide {
  readonly label: string;
  /** null where this side alone is no notebook. */
  readonly read: ReadNotebook | null;
}

/** Both sides of a file with conflict markers, as git writes them, with the common ancestor (`|||||||`) or without; null without markers. */
export function conflictSides(
  text: string,
): { readonly own: ConflictSide; readonly theirs: ConflictSide } | null {
  const sides = sidesOf(text);
  if (!sides) return null;
  return {
    own: { label: sides.ownLabel, read: readOrNull(sides.own) },
    theirs: { label: sides.theirLabel, read: readOrNull(sides.theirs) },
  };
}

/** The text of the own side; null without markers. */
export function ownText(text: string): string | null {
  return sidesOf(text)?.own ?? null;
}

function sidesOf(text: string) {
  const opening = /^<{7}(?: (.*?))?\r?$/m.exec(text);
  if (!opening) return null;
  const [own, theirs]: [string[], string[]] = [[], []];
  let place: "common" | "own" | "base" | "theirs" = "common";
  for (const line of text.split("\n")) {
    if (place === "common" && /^<{7}(?: |\r?$)/.test(line)) place = "own";
    else if (place === "own" && /^\|{7}(?: |\r?$)/.test(line)) place = "base";
    else if ((place === "own" || place === "base") && /^={7}(?: |\r?$)/.test(line)) place = "theirs";
    else if (place === "theirs" && /^>{7}(?: |\r?$)/.test(line)) place = "common";
    else {
      if (place === "common" || place === "own") own.push(line);
      if (place === "common" || place === "theirs") theirs.push(line);
    }
  }
  // Every marker of a kind has the same name.
  const closing = /^>{7}(?: (.*?))?\r?$/m.exec(text);
  return {
    ownLabel: opening[1]?.trim() ?? "",
    theirLabel: closing?.[1]?.trim() ?? "",
    own: own.join("\n"),
    theirs: theirs.join("\n"),
  };
}

export function readOrNull(text: string): ReadNotebook | null {
  try {
    return readNotebook(text);
  } catch (error) {
    if (error instanceof ReadError) return null;
    throw error;
  }
}

/** A change of a text that adds no line: offsets count in the text before all changes. */
export interface Edit {
  readonly at: number;
  /** How many UTF-16 units go. */
  readonly removed: number;
  readonly inserted: string;
}

/** Edits must not overlap; those at the same place come in the order given. */
export function edited(text: string, edits: readonly Edit[]): string {
  let done = "";
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.at - b.at)) {
    done += text.slice(at, edit.at) + edit.inserted;
    at = edit.at + edit.removed;
  }
  return done + text.slice(at);
}

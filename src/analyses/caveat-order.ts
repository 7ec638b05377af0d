import type { Caveat } from "./report";

const levels = ["flips", "limits", "note"];

/** What could turn the decision comes first; otherwise the order in which they were found. */
export function byLevel(caveats: readonly Caveat[]): Caveat[] {
  return [...caveats].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}

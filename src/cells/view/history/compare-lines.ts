import { diffLines } from "diff";
import type { TextPart } from "../../model";

/** Two texts line by line. The one door to the library that finds the shortest way from one to the other. */
export function compareLines(before: string, after: string): readonly TextPart[] {
  const end = (text: string) => (text === "" || text.endsWith("\n") ? text : `${text}\n`);
  return diffLines(end(before), end(after)).map(({ value, added, removed }) => ({
    form: added ? "added" : removed ? "removed" : "same",
    lines: value.replace(/\n$/, "").split("\n"),
  }));
}

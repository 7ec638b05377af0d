import { templateOf, textOfValue } from "../kinds";
import type { MarkdownCell } from "../model";
import type { Run } from "./session";

/**
 * For each `${…}` of the text as it is now the value that the last run gave for these very words, written as in `region`;
 * null where there is none. A value of another hole must not slip into its place, and none may stand there once the cell,
 * or something that it needs, has failed.
 */
export function proseValues(cell: MarkdownCell, run: Run, region: string): readonly (string | null)[] {
  const { holes } = templateOf(cell);
  const known = knownTexts(cell, run, region);
  return holes.map(({ text }) => known.get(text.trim()) ?? null);
}

function knownTexts(cell: MarkdownCell, run: Run, region: string): ReadonlyMap<string, string> {
  // Without the text that the values are of, nobody can tell which is which.
  if (run.source === null || run.status === "failed" || run.status === "blocked") return new Map();
  const saved = cell.saved?.form === "texts" ? cell.saved.texts : [];
  const { output } = run;
  const texts =
    output?.form === "texts" ? output.values.map((value) => textOfValue(value, region)) : output ? [] : saved;
  const { holes } = templateOf({ ...cell, source: run.source });
  return new Map(holes.slice(0, texts.length).map(({ text }, i) => [text.trim(), texts[i]!]));
}

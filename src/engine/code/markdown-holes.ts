import { endOfHole } from "../sql-text";
import type { HolePlace } from "./read-template";

/** The holes of a Markdown text: outside code, and not after a backslash. CommonMark 0.31, 4.5, 6.1. */
export function markdownHoles(text: string): HolePlace[] {
  if (!text.includes("${")) return [];
  return paragraphs(text).flatMap(({ start, end }) => holesIn(text.slice(0, end), start));
}

/** Stretches between empty lines and fences: what is open at their end is not closed by what comes after. */
function paragraphs(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let fence = "";
  let start = 0;
  let at = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const mark = fenceIn(line);
    const endsFence = fence !== "" && closes(mark, fence, line);
    if (fence === "" && (mark || !line.trim())) {
      found.push({ start, end: at });
      fence = mark;
    }
    at += line.length;
    if (fence !== "" || !line.trim()) start = at;
    if (endsFence) fence = "";
  }
  if (fence === "") found.push({ start, end: at });
  return found.filter(({ start, end }) => start < end);
}

/** "```" or longer, or of tildes, also in quotes and lists; "" when the line opens and closes none. */
function fenceIn(line: string): string {
  const [, ticks, tildes] =
    /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*(?:(`{3,})(?!.*`)|(~{3,}))/.exec(line) ?? [];
  return ticks ?? tildes ?? "";
}

function closes(mark: string, fence: string, line: string): boolean {
  return mark.startsWith(fence) && /^[\s>]*[`~]+\s*$/.test(line);
}

function holesIn(text: string, from: number): HolePlace[] {
  const found: HolePlace[] = [];
  const marks = /\\[^]|`+|\$\{/g;
  marks.lastIndex = from;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (mark[0].startsWith("`")) marks.lastIndex = afterCode(text, mark.index, mark[0].length);
    if (mark[0] !== "${") continue;
    const end = endOfHole(text, mark.index);
    // The rest too, or a text of `${` alone would be read over and over.
    if (end === null) return found;
    found.push({ start: mark.index, end, isClosed: true });
    marks.lastIndex = end;
  }
  return found;
}

/** After the run of as many backticks that closes this one; right after this one when none does. */
function afterCode(text: string, start: number, length: number): number {
  const runs = /`+/g;
  runs.lastIndex = start + length;
  for (let run = runs.exec(text); run; run = runs.exec(text)) {
    if (run[0].length === length) return runs.lastIndex;
  }
  return start + length;
}

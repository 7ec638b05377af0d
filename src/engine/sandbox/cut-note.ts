import { limits } from "./limits";
import type { ConsolePart, CutReason } from "./output";

const reasons = {
  parts: `more than ${limits.parts.toLocaleString("en")} parts in one run`,
  changes: `more changes than the page can follow`,
  nodes: `more than ${limits.nodes.toLocaleString("en")} elements and values`,
  characters: `more than ${limits.characters.toLocaleString("en")} characters`,
  unreadable: "something in it cannot be shown",
} as const satisfies Record<CutReason, string>;

/** Parts count from 0 up, so this never takes the place of one. */
const notePart = -1;

/** A line that stands where output ends early; its words are for other programs, the page has its own. */
export function cutNote(why: CutReason): ConsolePart {
  const text = `output cut: ${reasons[why]}`;
  return { kind: "console", part: notePart, level: "warn", values: [{ type: "string", text }], cut: why };
}

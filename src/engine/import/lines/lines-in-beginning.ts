import type { Part } from "../read/part";
import { rejectedLines } from "./rejected-lines";
import type { FoundLines, SoughtRejected } from "./sought";

/** The lines of rejected rows among the first of one file, which lie in memory. */
export function linesInBeginning(
  parts: readonly Part[],
  sought: readonly SoughtRejected[],
): Promise<readonly FoundLines[]> {
  const [part] = parts;
  return Promise.all(
    sought.map(async (one) => {
      if (parts.length > 1 || part?.form !== "text") return { lines: [], sureUntil: 0 };
      // Columns set apart by blanks: our own reader has said the lines.
      if (part.linesBefore === null)
        return { lines: one.rows.map(({ counted }) => counted), sureUntil: one.until };
      return rejectedLines(textIn(part.content), part.dialect, one);
    }),
  );
}

async function* textIn(content: Uint8Array) {
  yield await Promise.resolve({ text: new TextDecoder().decode(content) });
}

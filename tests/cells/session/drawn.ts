import type { Cell } from "../../../src/cells/model";
import type { Session } from "../../../src/cells/session/session";
import { codeCell, inputCell, ready, sqlCell, textCell } from "./play";

/**
 * A notebook as a small drawing, one cell a line: `id kind text`. Kinds: `sql` (named like its id), `ts`, `md`, and `in`
 * (a slider with that value).
 */
export function drawn(text: string): Session {
  const cells = text
    .trim()
    .split("\n")
    .map((line): Cell => {
      const [, id, kind, source] = /^\s*(\S+)\s+(sql|ts|md|in)\s+(.*)$/.exec(line)!;
      if (kind === "sql") return sqlCell(id!, source!);
      if (kind === "ts") return codeCell(id!, source!);
      return kind === "md" ? textCell(id!, source) : inputCell(id!, Number(source));
    });
  return ready(...cells);
}

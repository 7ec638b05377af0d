import type { Cell } from "../model";
import type { Effect } from "./effect";
import { resultNames } from "./queue";
import type { Session } from "./session";

/** What must not outlast a cell: its rows in DuckDB, its values in the sandbox. `session` is without it already. */
export function letGo(session: Session, cell: Cell): Effect[] {
  switch (cell.kind) {
    case "sql":
      return [resultNames(session), { type: "drop-result", cell: cell.id }];
    case "typescript":
      return [
        resultNames(session),
        { type: "forget-code", cells: [cell.id] },
        { type: "drop-result", cell: cell.id },
      ];
    // The customers behind one of its numbers.
    case "analysis":
      return [{ type: "drop-result", cell: cell.id }];
    case "markdown":
    case "input":
    case "foreign":
      return [];
  }
}

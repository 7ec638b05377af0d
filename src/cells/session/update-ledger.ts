import { withoutGuess } from "./by-guess";
import { variantOfCell } from "../kinds";
import { appended, erased, longestWords, type AnalysisCell, type Expectation } from "../model";
import type { EditEvent, LedgerEvent } from "./event";
import { cellOf, startNext, type Updated } from "./queue";
import { runOf, type Session } from "./session";
import { updateRun } from "./update-run";
import { moment, withLedger } from "./with-trial";

/** The trail only grows: undo does not reach it, and to erase it leaves a mark. */
export function updateLedger(
  session: Session,
  event: LedgerEvent,
  at: number,
  edit: (session: Session, event: EditEvent, at: number) => Updated,
): Updated {
  switch (event.type) {
    case "claim-written": {
      const cell = cellOf(session, event.cell);
      if (cell?.kind !== "analysis") return [session, []];
      const claimed = withClaim(session, cell, event.expectation, at);
      if (claimed === session) return [session, []];
      // What is expected is expected of these settings.
      const settled = withoutGuess(claimed, cell.id);
      if (!waits(session, cell)) return startNext(settled, at);
      // It was kept from running until this stood there.
      const [ready, effects] = edit(settled, { type: "cell-disabled", cell: cell.id, disabled: false }, at);
      const [running, more] = updateRun(ready, { type: "run-requested", cells: [cell.id] }, at);
      return [running, [...effects, ...more]];
    }
    case "ledger-erased":
      return [withLedger(session, erased(session.notebook.ledger, moment(at))), []];
  }
}

/** Switched off, and nothing has been seen of it yet. */
export function waits(session: Session, cell: AnalysisCell): boolean {
  return cell.disabled === true && runOf(session, cell.id).status === "never";
}

function withClaim(session: Session, cell: AnalysisCell, given: Expectation, at: number): Session {
  const { data, settings } = session.notebook;
  const variant = variantOfCell(cell, data, settings.weekStart);
  const words = [given.behaviour, given.metric, given.threshold].map((text) => text.trim());
  const [behaviour, metric, threshold] = words;
  if (!variant || !words.every((text) => text && text.length <= longestWords)) return session;
  const entry = {
    kind: "claim" as const,
    at: moment(at),
    cell: cell.id,
    analysis: variant.analysis,
    table: variant.table,
    settings: variant.settings,
    behaviour: behaviour!,
    direction: given.direction,
    metric: metric!,
    threshold: threshold!,
  };
  return withLedger(session, appended(session.notebook.ledger, entry));
}

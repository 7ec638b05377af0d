import { variantOf, type CellOutput } from "../kinds";
import { appended, isTried, type Cell, type Ledger, type Trial } from "../model";
import type { Session } from "./session";

/** An answer that was not among those tried: other settings, or other data. `basis`: of the data when the run began. */
export function withTrial(
  session: Session,
  cell: Cell,
  output: CellOutput,
  basis: string | null,
  at: number,
): Session {
  if (basis === null || cell.kind !== "analysis" || output.form !== "analysis") return session;
  const variant = variantOf(output.analysis, output.request);
  const trial: Trial = {
    kind: "trial",
    at: moment(at),
    cell: cell.id,
    ...variant,
    data: basis,
    said: output.said ?? null,
  };
  const { ledger } = session.notebook;
  return isTried(ledger, trial) ? session : withLedger(session, appended(ledger, trial));
}

export function withLedger(session: Session, ledger: Ledger): Session {
  return ledger === session.notebook.ledger
    ? session
    : { ...session, notebook: { ...session.notebook, ledger } };
}

/** ISO 8601, UTC, of ms since 1970. */
export function moment(at: number): string {
  return new Date(at).toISOString();
}

import { folded } from "../../engine";
import { tablesOf, variantOf, type AnalysisOutput, type CellOutput } from "../kinds";
import { appended, isTried, type AnalysisCell, type Cell, type Ledger, type Trial } from "../model";
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
  if (isByGuess(session, cell, output)) return session;
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

/**
 * Ebb has a better guess of what the columns mean, or will have one once it has counted what is in them: that is nobody's
 * other variant. The run by the better guess is the one that counts.
 */
function isByGuess({ tables, notebook }: Session, cell: AnalysisCell, { request }: AnalysisOutput): boolean {
  const guessed = tablesOf(cell).flatMap((name) =>
    Object.entries(tables).filter(([table, state]) => folded(table) === folded(name) && state.guessed),
  );
  return guessed.some(([table, { profile }]) => {
    if (profile === null) return true;
    const slot = notebook.data.find((one) => one.table === table);
    const asked = [request.data, ...Object.values(request.beside ?? {})].find(
      (one) => folded(one.table) === folded(table),
    );
    return (
      !!slot &&
      !!asked &&
      JSON.stringify([slot.roles, slot.rule]) !== JSON.stringify([asked.roles, asked.rule])
    );
  });
}

import { folded, type OutputPart } from "../../engine";
import { definedNames, readNames, readsWidth, type CellOutput, type PartsOutput } from "../kinds";
import type { RunEvent } from "./event";
import { cellOf, invalidate, withRun, type Updated } from "./queue";
import { reasons, runOf, type Run, type Session } from "./session";

type CodeEvent = Extract<
  RunEvent,
  { type: "parts-shown" | "view-changed" | "width-changed" | "columns-found" | "sandbox-lost" }
>;

/** What running code does between its start and its end, and afterwards. */
export function updateCode(session: Session, event: CodeEvent, at: number): Updated {
  switch (event.type) {
    case "parts-shown":
      return [withParts(session, event.cell, event.number, event.parts), []];
    case "view-changed":
      return viewChanged(session, event, at);
    case "width-changed":
      return widthChanged(session, event.width, at);
    case "columns-found":
      return [isSame(session.ahead, event.columns) ? session : { ...session, ahead: event.columns }, []];
    case "sandbox-lost":
      return [withoutValues(session), []];
  }
}

/** The parts that the finished run has shown while it ran stay where they are. */
export function shownOutput(run: Run, output: CellOutput): CellOutput {
  if (output.form !== "parts") return output;
  return { ...output, parts: partsOf(run, output.number) };
}

/** What a failed run showed before it failed; results of older runs go. */
export function shownBefore(run: Run): PartsOutput | null {
  const parts = partsOf(run, run.number);
  return parts.length ? { form: "parts", number: run.number, parts, defined: [] } : null;
}

/** Cells that read what this cell defined when it last ran and its text does not define any more. */
export function readersOfGoneNames(session: Session, id: string): string[] {
  const cell = cellOf(session, id);
  const here = new Set(cell ? definedNames(cell).map(folded) : []);
  const gone = new Set(
    runOf(session, id)
      .defined.map(folded)
      .filter((name) => !here.has(name)),
  );
  if (!gone.size) return [];
  return session.notebook.cells
    .filter((one) => readNames(one).some((name) => gone.has(folded(name))))
    .map((one) => one.id);
}

function withParts(session: Session, id: string, number: number, parts: readonly OutputPart[]): Session {
  const run = runOf(session, id);
  // Of a run that was replaced, or of a cell that is no more.
  if (run.number !== number || !cellOf(session, id)) return session;
  const own = run.output?.form === "parts" && run.output.number === number ? run.output : null;
  const known = own ?? { form: "parts", number, defined: [] };
  const output: PartsOutput = { ...known, parts: [...partsOf(run, number), ...parts] };
  return withRun(session, id, { ...run, output });
}

function partsOf({ output }: Run, number: number): readonly OutputPart[] {
  return output?.form === "parts" && output.number === number ? output.parts : [];
}

/** The cell itself does not run again: its control would begin anew under the hand that moves it. */
function viewChanged(
  session: Session,
  event: Extract<CodeEvent, { type: "view-changed" }>,
  at: number,
): Updated {
  if (runOf(session, event.cell).number !== event.number) return [session, []];
  const readers = session.notebook.cells
    .filter((cell) => cell.id !== event.cell)
    .filter((cell) => readNames(cell).some((name) => folded(name) === folded(event.name)))
    .map((cell) => cell.id);
  return readers.length ? invalidate(session, readers, event.name, at) : [session, []];
}

function widthChanged(session: Session, width: number, at: number): Updated {
  if (width === session.width) return [session, []];
  const next = { ...session, width };
  const readers = session.notebook.cells.filter(readsWidth).map((cell) => cell.id);
  return readers.length ? invalidate(next, readers, reasons.width, at) : [next, []];
}

function isSame(a: Session["ahead"], b: Session["ahead"]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** They run again when somebody needs what they define; what they showed is as true as before. */
function withoutValues(session: Session): Session {
  const lost = session.notebook.cells.filter(
    (cell) => cell.kind === "typescript" && runOf(session, cell.id).held,
  );
  return lost.reduce((next, { id }) => withRun(next, id, { ...runOf(next, id), held: false }), session);
}

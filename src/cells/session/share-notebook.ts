import { analysisById, loadAnalysis, type Language } from "../../analyses";
import { receiptIn, type DrawFigure } from "../kinds";
import { newId, writeNotebook, type Cell, type Notebook } from "../model";
import { plainOutputs } from "../model/share";
import type { Session } from "./session";
import { nothing, suppressedResult, wholeResult, type SharedIn, type SharedResult } from "./share-cell";
import { withPictures, type Rasterise } from "./with-pictures";
import { withResults } from "./with-results";

/** What its author lets go. */
export interface ShareWish {
  readonly results: boolean;
  /** Groups of fewer customers are left out; null: nothing is. */
  readonly k: number | null;
  /** Cells whose results leave as they are, whatever is in them. */
  readonly whole: ReadonlySet<string>;
  /** Cells whose results stay here. */
  readonly without: ReadonlySet<string>;
  /** The trail of hypotheses, with the verdicts that were told. */
  readonly ledger: boolean;
}

export interface SharedCell extends SharedResult {
  readonly cell: Cell;
  /** Its place in the notebook. */
  readonly index: number;
  /** There is a result to decide about. */
  readonly hasResult: boolean;
}

/** A copy for others; the notebook itself stays as it is. */
export interface Shared {
  readonly notebook: Notebook;
  readonly cells: readonly SharedCell[];
}

/** The notebook with the results it has now, and all programs that their reports need. */
export async function resultsOf(session: Session, language: Language, draw: DrawFigure): Promise<Notebook> {
  const notebook = withResults(session, language, draw);
  const known = notebook.cells.flatMap(({ saved }) =>
    saved?.form === "analysis" && analysisById(saved.analysis) ? [saved.analysis] : [],
  );
  await Promise.all([...new Set(known)].map(loadAnalysis));
  return notebook;
}

/** @param notebook With its results, as `resultsOf` gives it. */
export function sharedNotebook(notebook: Notebook, wish: ShareWish, around: Omit<SharedIn, "data">): Shared {
  const within = { ...around, data: notebook.data };
  const cells = notebook.cells.map((cell, index): SharedCell => {
    const hasResult = cell.saved !== null;
    return { ...leaving(cell, wish, within), hasResult, index, cell };
  });
  return {
    cells,
    notebook: {
      ...notebook,
      // Another notebook to whoever opens it: it must not take the place of this one.
      id: newId(),
      cells: cells.map(({ cell, saved }) => (cell.saved === saved ? cell : { ...cell, saved })),
      ledger: wish.ledger ? notebook.ledger : [],
    },
  };
}

function leaving(cell: Cell, { results, k, whole, without }: ShareWish, within: SharedIn): SharedResult {
  if (!results || without.has(cell.id)) return nothing;
  return k === null || whole.has(cell.id) ? wholeResult(cell, within) : suppressedResult(cell, k, within);
}

/** The text of the `.ipynb` that leaves. */
export async function sharedFile({ notebook, cells }: Shared, rasterise?: Rasterise): Promise<string> {
  const drawn = await withPictures(notebook, rasterise);
  const written = drawn.cells.map((cell, i) =>
    cell.saved && cells[i]!.isPlain
      ? { ...cell, saved: plainOutputs(cell.saved, receiptIn(cell.saved)) }
      : cell,
  );
  return writeNotebook({ ...drawn, cells: written }, { results: true });
}

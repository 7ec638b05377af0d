import { writeNotebook } from "../model";
import { labelOf } from "./dependencies";
import { chooseSavePlace, download, writeInPlace, type FileType } from "./file-dialogs";
import type { Notice, Session } from "./session";

/** A copy for elsewhere; the notebook's own file stays what it is. */
export type CopyForm = "code-only" | "bare" | "notebook-kit";

/** Answers with what is to be said: null where there is nothing, or the person changed their mind. */
export async function copyAs(form: CopyForm, session: Session, name: string): Promise<Notice | null> {
  switch (form) {
    case "bare":
    case "code-only": {
      // The trail of hypotheses holds the verdicts that were told: results too, to whoever reads it.
      const { ledger } = session.notebook;
      const notebook = { ...session.notebook, ledger: form === "bare" ? [] : ledger };
      const text = writeNotebook(notebook, { results: false });
      await hand(`${name}-code.ipynb`, text, ["application/x-ipynb+json", ".ipynb"]);
      return null;
    }
    case "notebook-kit":
      return kitCopy(session, name);
  }
}

async function kitCopy(session: Session, name: string): Promise<Notice | null> {
  const { KitError, writeKit } = await import("../model/kit");
  const { notebook, runs } = session;
  try {
    const { text, leftOut } = writeKit(notebook);
    const results = notebook.cells.filter(({ id, saved }) => saved ?? runs[id]?.output).length;
    const file = `${name}.html`;
    if (!(await hand(file, text, ["text/html", ".html"]))) return null;
    const counts = Object.entries({ ...leftOut, results }).map(([what, count]) => [what, String(count)]);
    return { id: "kit", level: "info", code: "kit-written", values: { file, ...Object.fromEntries(counts) } };
  } catch (error) {
    if (!(error instanceof KitError)) throw error;
    const { cell, reason } = error;
    const place = cell === null ? "" : labelOf(notebook.cells[cell]!, cell);
    return { id: "kit", level: "harm", code: "kit-refused", values: { place, reason } };
  }
}

/** Writes a file where the person wants it; false when they changed their mind. */
export async function hand(name: string, text: string | Blob, type: FileType): Promise<boolean> {
  const place = await chooseSavePlace(name, type);
  if (place === null) return false;
  if (place === "download") download(name, text, type);
  else await writeInPlace(place, text);
  return true;
}

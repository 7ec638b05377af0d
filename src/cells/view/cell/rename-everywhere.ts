import { labelOf, renamedEverywhere, type Workbench } from "../../session";
import type { Texts } from "../texts";

/** Gives an SQL cell or an input another name wherever it is read, or says beside the notebook why not. */
export function renameEverywhere(
  { session, send }: Workbench,
  { run }: Texts,
  id: string,
  name: string,
): void {
  const { notebook, tables } = session();
  const renamed = renamedEverywhere(notebook, Object.keys(tables), id, name);
  if (!("problem" in renamed)) return send({ type: "name-changed", cell: id, name });
  const message = messageOf();
  send({
    type: "notice-raised",
    notice: { id: "bad-name", level: "caution", code: "said", values: { message } },
  });

  function messageOf(): string {
    if (!("problem" in renamed) || renamed.problem !== "means-another") return run.notRenamed(name);
    const at = notebook.cells.findIndex((cell) => cell.id === renamed.in);
    return run.meansAnother(name, labelOf(notebook.cells[at]!, at));
  }
}

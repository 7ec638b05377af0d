import { TriangleAlert } from "lucide-react";
import type { CellError } from "../../kinds";
import { freeRelationName, type Cell } from "../../model";
import { dependencies, labelOf } from "../../session";
import { focusHole } from "../hole";
import { useSession, useSurroundings, useTexts, useWorkbench } from "../shell/workbench-context";
import { asksForChoice, errorText } from "./error-text";

/** What went wrong, where, and what to do. A stop is no fault and looks like none. */
export function ErrorBox({ error, cell }: { error: CellError; cell?: Cell }) {
  const { texts, language } = useSurroundings();
  const { says, hint, place } = errorText(error, texts, language);
  const calm = error.code === "stopped" || asksForChoice(error.code);
  return (
    <div className={calm ? "error-box is-calm" : "error-box"} role={calm ? "status" : "alert"}>
      {!calm && <TriangleAlert className="icon" aria-hidden="true" />}
      <div>
        <p className="error-says">
          {says}
          {place && <span className="error-place"> · {place}</span>}
        </p>
        <p className="error-hint">{hint}</p>
        {cell && error.values?.nodes && <WaysOut error={error} cell={cell} />}
        {cell && error.values?.param && <ToHole cell={cell.id} param={error.values.param} />}
      </div>
    </div>
  );
}

/** Where in the sentence it is put right. */
function ToHole({ cell, param }: { cell: string; param: string }) {
  const { analysis } = useTexts();
  return (
    <p className="error-ways">
      <button type="button" className="button button-small" onClick={() => focusHole(cell, param)}>
        {analysis.toHole}
      </button>
    </p>
  );
}

/** Two cells of one name, or a circle: the other cells are one click away, and a name can be given here and now. */
function WaysOut({ error, cell }: { error: CellError; cell: Cell }) {
  const { send, session } = useWorkbench();
  const { run } = useTexts();
  const cells = useSession(({ notebook }) => notebook.cells);
  const ids = error.values?.nodes?.split(",") ?? [];
  const others = cells.flatMap((one, i) =>
    ids.includes(one.id) && one.id !== cell.id
      ? [{ id: one.id, label: `${labelOf(one, i)} (#${i + 1})` }]
      : [],
  );
  const isNamed = cell.kind === "sql" || cell.kind === "input";
  const free =
    error.code === "duplicate-name" && isNamed && cell.name
      ? freeRelationName(
          cell.name,
          dependencies(session()).nodes.flatMap((node) => node.defines),
        )
      : null;
  return (
    <p className="error-ways">
      {others.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          className="button button-small"
          onClick={() => send({ type: "selected", cell: id, edit: false })}
        >
          {run.goTo(label)}
        </button>
      ))}
      {free && (
        <button
          type="button"
          className="button button-small"
          onClick={() => {
            send({ type: "cell-renamed", cell: cell.id, name: free });
            send({ type: "run-requested", cells: [cell.id] });
          }}
        >
          {run.renameTo(free)}
        </button>
      )}
    </p>
  );
}

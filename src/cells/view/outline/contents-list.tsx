import { definedNames } from "../../kinds";
import { labelOf, runOf } from "../../session";
import { StatusMark } from "../cell/status-mark";
import { useSession, useTexts, useWorkbench } from "../shell/workbench-context";
import { NodeMark } from "./node-mark";
import { contentsOf, type Entry } from "./contents";
import { useLabel } from "./use-label";

/** Headings and cells in the order of the notebook. */
export function ContentsList() {
  const { outline } = useTexts();
  const cells = useSession((session) => session.notebook.cells);
  const entries = contentsOf(cells);
  if (entries.length === 0) return <p className="outline-empty">{outline.empty}</p>;
  return (
    <ol className="contents">
      {entries.map((entry, i) => (
        <EntryLine key={`${entry.cell.id} ${i}`} entry={entry} />
      ))}
    </ol>
  );
}

function EntryLine({ entry }: { entry: Entry }) {
  const { send } = useWorkbench();
  const texts = useTexts();
  const nameOf = useLabel();
  const { cell, place, heading, level } = entry;
  const isSelected = useSession((session) => session.selected === cell.id);
  const status = useSession((session) => runOf(session, cell.id).status);
  const runs = cell.kind === "sql" || cell.kind === "typescript" || cell.kind === "analysis";
  return (
    <li>
      <button
        type="button"
        className={heading === null ? "entry" : `entry is-heading is-level-${level}`}
        style={{ paddingLeft: `${4 + (level - 1) * 12}px` }}
        aria-current={isSelected ? "true" : undefined}
        onClick={() => send({ type: "selected", cell: cell.id, edit: false })}
      >
        {heading === null && runs && <StatusMark status={status} label={texts.status[status]} />}
        {cell.kind === "input" && <NodeMark node={{ kind: "input", status: null }} label="" />}
        <span className="node-label">
          {heading ?? nameOf({ cell, label: definedNames(cell).join(", ") || labelOf(cell, place) })}
        </span>
        {heading === null && cell.kind !== "foreign" && <small>{texts.cell[cell.kind]}</small>}
      </button>
    </li>
  );
}

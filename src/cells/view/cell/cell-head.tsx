import { ArrowDown, ArrowUp, Code, Pilcrow, Play, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { analysisById, titleOf } from "../../../analyses";
import { validRelationName, type Cell } from "../../model";
import type { Run } from "../../session";
import { useSurroundings, useTexts, useWorkbench } from "../shell/workbench-context";
import { IconButton } from "../shell/topbar";
import { useDraft } from "../shell/use-draft";
import { StatusLine } from "./status-line";

interface CellHeadProps {
  readonly cell: Cell;
  readonly label: string;
  readonly run: Run;
  readonly selected: boolean;
}

/** Name, status, run, and what can be done with the cell. */
export function CellHead({ cell, label, run, selected }: CellHeadProps) {
  const { send } = useWorkbench();
  const { cell: texts } = useTexts();
  const runs = cell.kind === "sql" || cell.kind === "analysis";
  return (
    <header className="cell-head">
      {runs && (
        <IconButton
          label={`${texts.run}: ${label}`}
          onClick={() => send({ type: "run-requested", cells: [cell.id] })}
          icon={<Play className="icon" aria-hidden="true" />}
        />
      )}
      <CellName cell={cell} />
      {runs && <StatusLine run={run} />}
      <span className="cell-tools" data-shown={selected || undefined}>
        {(cell.kind === "sql" || cell.kind === "markdown") && (
          <IconButton
            label={cell.kind === "sql" ? texts.toText : texts.toSql}
            onClick={() =>
              send({
                type: "cell-kind-changed",
                cell: cell.id,
                kind: cell.kind === "sql" ? "markdown" : "sql",
              })
            }
            icon={cell.kind === "sql" ? <Pilcrow className="icon" /> : <Code className="icon" />}
          />
        )}
        <Tool
          label={texts.up}
          icon={<ArrowUp className="icon" />}
          act={() => send({ type: "cell-moved", cell: cell.id, by: -1 })}
        />
        <Tool
          label={texts.down}
          icon={<ArrowDown className="icon" />}
          act={() => send({ type: "cell-moved", cell: cell.id, by: 1 })}
        />
        <Tool
          label={texts.delete}
          icon={<Trash2 className="icon" />}
          act={() => send({ type: "cell-deleted", cell: cell.id })}
        />
      </span>
    </header>
  );
}

function Tool({ label, icon, act }: { label: string; icon: ReactNode; act: () => void }) {
  return <IconButton label={label} icon={icon} onClick={act} />;
}

/** SQL cells have a name that others read; an analysis has its title. */
function CellName({ cell }: { cell: Cell }) {
  const { texts, language } = useSurroundings();
  if (cell.kind === "analysis") {
    const analysis = analysisById(cell.analysis);
    return <span className="cell-title">{analysis ? titleOf(analysis, language) : cell.analysis}</span>;
  }
  if (cell.kind === "foreign") return <span className="cell-title">{texts.cell.foreign}</span>;
  if (cell.kind === "markdown") return null;
  return <NameField cell={cell} />;
}

/** Taken over on Enter or when left, so that a half typed name does not rename what others read. */
function NameField({ cell }: { cell: Cell }) {
  const { workbench, texts } = useSurroundings();
  const { text, ...field } = useDraft(cell.name, (given) => {
    const name = given.trim();
    const problem = name === "" ? "ok" : validRelationName(name);
    if (problem === "ok") {
      workbench.send({ type: "cell-renamed", cell: cell.id, name });
    } else {
      const values = { name, message: texts.badName[problem] };
      workbench.send({
        type: "notice-raised",
        notice: { id: "bad-name", level: "caution", code: "bad-name", values },
      });
    }
    return true;
  });
  return (
    <input
      className="cell-name code"
      aria-label={texts.cell.name}
      placeholder={texts.cell.noName}
      title={text}
      size={Math.max(6, text.length + 1)}
      value={text}
      {...field}
    />
  );
}

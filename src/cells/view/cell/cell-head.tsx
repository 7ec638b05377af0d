import {
  AlignLeft,
  ArrowDown,
  ArrowUp,
  Braces,
  Code,
  Pilcrow,
  Play,
  Power,
  Square,
  Trash2,
  type LucideIcon,
} from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { analysisById, titleOf } from "../../../analyses";
import { validInputName, validRelationName, type Cell, type TextKind } from "../../model";
import { isRunnable, type Run } from "../../session";
import { formatCode } from "../editor";
import { useSurroundings, useTexts, useWorkbench } from "../shell/workbench-context";
import { IconButton } from "../shell/topbar";
import { useDraft } from "../shell/use-draft";
import { renameEverywhere } from "./rename-everywhere";
import { StatusLine } from "./status-line";

interface CellHeadProps {
  readonly cell: Cell;
  readonly label: string;
  readonly run: Run;
  readonly selected: boolean;
  /** What it is switched off by: itself ("") or the cell of this label; null when it is on. */
  readonly off: string | null;
}

/** Name, status, run, and what can be done with the cell. */
export function CellHead({ cell, label, run, selected, off }: CellHeadProps) {
  const { send } = useWorkbench();
  const { cell: texts, run: words } = useTexts();
  const runs = isRunnable(cell);
  return (
    <header className="cell-head">
      {runs &&
        (run.status === "running" ? (
          <IconButton
            label={words.stopCell(label)}
            onClick={() => send({ type: "stop-requested" })}
            icon={<Square className="icon" aria-hidden="true" />}
          />
        ) : (
          <IconButton
            label={`${texts.run}: ${label}`}
            disabled={off !== null}
            onClick={() => send({ type: "run-requested", cells: [cell.id] })}
            icon={<Play className="icon" aria-hidden="true" />}
          />
        ))}
      <CellName cell={cell} />
      {(runs || off !== null) && <StatusLine run={run} off={off} />}
      <span className="cell-tools" data-shown={selected || undefined}>
        {(cell.kind === "sql" || cell.kind === "typescript") && <FormatTool cell={cell} />}
        {"source" in cell && cell.kind !== "foreign" && <KindTools cell={cell} />}
        {cell.kind !== "foreign" && cell.kind !== "input" && runs && (
          <IconButton
            label={cell.disabled ? words.switchOn : words.switchOff}
            pressed={cell.disabled ?? false}
            onClick={() => send({ type: "cell-disabled", cell: cell.id, disabled: !cell.disabled })}
            icon={<Power className="icon" />}
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

/** Lines in order: the code stays the same. What cannot be read is left as it is, and said. */
function FormatTool({ cell }: { cell: Extract<Cell, { kind: "sql" | "typescript" }> }) {
  const { send, session } = useWorkbench();
  const { run, code } = useTexts();
  const format = async () => {
    const formatted = await formatCode(`${session().notebook.id}/${cell.id}`, cell.kind, cell.source);
    if (formatted.done) return send({ type: "source-changed", cell: cell.id, source: formatted.text });
    const values = { message: code.cannotFormat(formatted.where) };
    send({ type: "notice-raised", notice: { id: "format", level: "info", code: "said", values } });
  };
  return (
    <IconButton label={run.format} onClick={() => void format()} icon={<AlignLeft className="icon" />} />
  );
}

const kindIcons: Readonly<Record<TextKind, LucideIcon>> = {
  sql: Code,
  typescript: Braces,
  markdown: Pilcrow,
};

/** A text can become another kind of text. */
function KindTools({ cell }: { cell: Extract<Cell, { kind: TextKind }> }) {
  const { send } = useWorkbench();
  const { cell: texts, run } = useTexts();
  const labels = { sql: texts.toSql, typescript: run.toTypescript, markdown: texts.toText };
  return (["sql", "typescript", "markdown"] as const)
    .filter((kind) => kind !== cell.kind)
    .map((kind) => {
      const Icon = kindIcons[kind];
      return (
        <IconButton
          key={kind}
          label={labels[kind]}
          onClick={() => send({ type: "cell-kind-changed", cell: cell.id, kind })}
          icon={<Icon className="icon" />}
        />
      );
    });
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
  // Code names what it defines in its own text.
  if (cell.kind === "typescript") return <span className="cell-kind">{texts.cell.typescript}</span>;
  return <NameField cell={cell} />;
}

/**
 * Taken over on Enter or when left, so that a half typed name does not rename what others read. After F2, here or on the cell,
 * the name changes wherever it is read.
 */
function NameField({ cell }: { cell: Cell }) {
  const { workbench, texts } = useSurroundings();
  const place = useRef<HTMLInputElement>(null);
  const [isEverywhere, setEverywhere] = useState(false);
  useEffect(() => {
    const frame = place.current?.closest<HTMLElement>("[data-cell]");
    const begin = (event: KeyboardEvent) => {
      const isHere = event.target === frame || event.target === place.current;
      if (event.key !== "F2" || !isHere || !place.current) return;
      event.preventDefault();
      setEverywhere(true);
      place.current.focus();
      place.current.select();
    };
    frame?.addEventListener("keydown", begin);
    return () => frame?.removeEventListener("keydown", begin);
  }, []);
  const { text, ...field } = useDraft(cell.name, (given) => {
    const name = given.trim();
    const valid = cell.kind === "input" ? validInputName : validRelationName;
    const problem = name === "" && !isEverywhere ? "ok" : valid(name);
    if (problem === "ok" && isEverywhere) {
      if (name !== cell.name) renameEverywhere(workbench, texts, cell.id, name);
    } else if (problem === "ok") {
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
    <>
      <input
        ref={place}
        className={isEverywhere ? "cell-name code is-everywhere" : "cell-name code"}
        aria-label={isEverywhere ? texts.run.nameEverywhere : texts.cell.name}
        placeholder={texts.cell.noName}
        title={isEverywhere ? texts.run.nameEverywhere : text}
        size={Math.max(6, text.length + 1)}
        value={text}
        {...field}
        onBlur={() => {
          field.onBlur();
          setEverywhere(false);
        }}
      />
      {isEverywhere && <small className="cell-name-note">{texts.run.everywhere}</small>}
    </>
  );
}

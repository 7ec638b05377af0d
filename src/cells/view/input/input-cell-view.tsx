import { Settings2 } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { problemOf } from "../../kinds";
import type { InputCell } from "../../model";
import { ErrorBox } from "../cell/error-box";
import { useTexts, useWorkbench } from "../shell/workbench-context";
import { Control } from "./control";
import { InputSettings } from "./input-settings";
import "./input.css";

interface InputCellViewProps {
  readonly cell: InputCell;
  readonly editing: boolean;
}

/** A labelled control whose value the notebook reads, and behind a button what control it is. */
export function InputCellView({ cell, editing }: InputCellViewProps) {
  const { send } = useWorkbench();
  const { input } = useTexts();
  const id = useId();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const { control, value } = cell;
  const label = cell.label || cell.name || input.forms[control.form];
  const problem = problemOf(cell);

  // Enter on the cell leads into it.
  useEffect(() => {
    if (editing && !place.current?.contains(document.activeElement)) controlIn(place.current)?.focus();
  }, [editing]);

  const isGroup = control.form === "date-range" || control.form === "multi-select";
  return (
    <div
      className="input"
      ref={place}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        send({ type: "selected", cell: cell.id, edit: false });
        event.currentTarget.closest<HTMLElement>("[data-cell]")?.focus();
      }}
    >
      <div className={`input-row is-${control.form}`}>
        {isGroup ? (
          <span className="input-label">{label}</span>
        ) : (
          <label className="input-label" htmlFor={id}>
            {label}
          </label>
        )}
        <div className="input-control">
          <Control
            id={id}
            label={label}
            cell={cell.id}
            control={control}
            value={value}
            onValue={(next) => send({ type: "input-changed", cell: cell.id, value: next })}
            onSettings={() => setOpen(true)}
          />
        </div>
        <button
          type="button"
          className="button button-quiet button-icon button-small"
          aria-label={input.settingsOf(label)}
          title={input.settings}
          aria-expanded={open}
          aria-controls={`${id}-settings`}
          onClick={() => setOpen(!open)}
        >
          <Settings2 className="icon" aria-hidden="true" />
        </button>
      </div>
      {cell.name === "" && <p className="input-note">{input.unnamed}</p>}
      {problem && <ErrorBox error={problem} />}
      {open && (
        <InputSettings
          id={`${id}-settings`}
          label={input.settingsOf(label)}
          cell={cell}
          onEdit={(change) => send({ type: "input-edited", cell: cell.id, ...change })}
        />
      )}
    </div>
  );
}

function controlIn(place: HTMLElement | null): HTMLElement | null {
  return place?.querySelector<HTMLElement>("[data-control], button") ?? null;
}

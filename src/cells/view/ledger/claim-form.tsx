import { useId, useState, type FormEvent, type KeyboardEvent, type ReactNode } from "react";
import { directions, longestWords, type AnalysisCell, type Expectation } from "../../model";
import { useSession, useTexts, useWorkbench } from "../shell/workbench-context";
import { behavioursIn } from "./behaviours-in";

interface ClaimFormProps {
  readonly cell: AnalysisCell;
  /** The cell does not run before this is written, or declined. */
  readonly isWaiting: boolean;
  readonly onWrite: (expectation: Expectation) => void;
  /** null: there is nothing to go back to. */
  readonly onClose: (() => void) | null;
  readonly seen: ReactNode;
}

const empty: Expectation = { behaviour: "", direction: "stay", metric: "", threshold: "" };

/** Which behaviour, which direction, measured by what, and from where on: four things that are not to be chosen afterwards. */
export function ClaimForm({ cell, isWaiting, onWrite, onClose, seen }: ClaimFormProps) {
  const { send } = useWorkbench();
  const { ledger } = useTexts();
  const slots = useSession((session) => session.notebook.data);
  const [given, setGiven] = useState(empty);
  const [isTried, setTried] = useState(false);
  const id = useId();
  const isWhole = [given.behaviour, given.metric, given.threshold].every((text) => text.trim() !== "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole) onWrite(given);
    else setTried(true);
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !onClose) return;
    event.stopPropagation();
    onClose();
  };
  const field = (part: "behaviour" | "metric" | "threshold", hint: string, list?: string) => (
    <label className="claim-field">
      <span>{ledger[part]}</span>
      <input
        className="field"
        list={list}
        maxLength={longestWords}
        placeholder={hint}
        // Whoever opened the form wants to write; a form that came by itself waits to be reached.
        autoFocus={part === "behaviour" && !isWaiting}
        aria-invalid={(isTried && given[part].trim() === "") || undefined}
        value={given[part]}
        onChange={(event) => setGiven({ ...given, [part]: event.target.value })}
      />
    </label>
  );
  return (
    <form className="claim-form" aria-label={ledger.form} onSubmit={submit} onKeyDown={leave}>
      <p className="claim-lead">{ledger.lead}</p>
      {seen}
      {field("behaviour", "", `${id}-behaviours`)}
      <datalist id={`${id}-behaviours`}>
        {behavioursIn(cell, slots).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <label className="claim-field">
        <span>{ledger.direction}</span>
        <select
          className="field"
          value={given.direction}
          onChange={(event) =>
            setGiven({ ...given, direction: event.target.value as Expectation["direction"] })
          }
        >
          {directions.map((one) => (
            <option key={one} value={one}>
              {ledger.directions[one]}
            </option>
          ))}
        </select>
      </label>
      {field("metric", ledger.metricHint)}
      {field("threshold", ledger.thresholdHint)}
      {isTried && !isWhole && (
        <p className="claim-seen" role="alert">
          {ledger.incomplete}
        </p>
      )}
      <p className="claim-ways">
        <button type="submit" className="button button-small">
          {isWaiting ? ledger.saveAndRun : ledger.save}
        </button>
        {isWaiting && (
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => {
              send({ type: "cell-disabled", cell: cell.id, disabled: false });
              send({ type: "run-requested", cells: [cell.id] });
            }}
          >
            {ledger.without}
          </button>
        )}
        {onClose && (
          <button type="button" className="button button-quiet button-small" onClick={onClose}>
            {ledger.cancel}
          </button>
        )}
      </p>
    </form>
  );
}

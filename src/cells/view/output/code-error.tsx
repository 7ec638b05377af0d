import { TriangleAlert } from "lucide-react";
import type { CellError } from "../../kinds";
import { errorText } from "../cell/error-text";
import type { Texts } from "../texts";
import "./code-error.css";

export interface CodePlace {
  /** The cell, as errors name it; absent for the cell itself. */
  readonly label?: string;
  readonly line: number;
  readonly column: number;
}

interface CodeErrorProps {
  readonly error: CellError;
  readonly texts: Texts;
  readonly onGoTo: (place: CodePlace) => void;
}

/** What a cell's code threw: the message, the line it can be gone to, what to do, and the cells it came through. */
export function CodeError({ error, texts, onGoTo }: CodeErrorProps) {
  const { says, hint } = errorText(error, texts);
  const isCalm = error.code === "stopped";
  const { place } = error;
  const calls = error.stack?.slice(0, 8) ?? [];
  return (
    <div className={isCalm ? "error-box is-calm" : "error-box"} role={isCalm ? "status" : "alert"}>
      {!isCalm && <TriangleAlert className="icon" aria-hidden="true" />}
      <div className="code-error">
        <p className="error-says">
          {says}{" "}
          {place && (
            <button type="button" className="link code-error-place" onClick={() => onGoTo(place)}>
              {texts.output.goTo(place.line)}
            </button>
          )}
        </p>
        {hint && <p className="error-hint">{hint}</p>}
        {calls.length > 1 && (
          <details className="code-error-stack">
            <summary>{texts.output.stack}</summary>
            <ol>
              {calls.map((call, i) => (
                <li key={i}>
                  <button type="button" className="link" onClick={() => onGoTo(call)}>
                    {texts.output.inCell(call.label, call.line)}
                  </button>
                </li>
              ))}
            </ol>
          </details>
        )}
      </div>
    </div>
  );
}

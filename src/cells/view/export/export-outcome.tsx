import { Square } from "lucide-react";
import type { ExportState } from "../../session";
import { errorText } from "../cell/error-text";
import { useTexts } from "../shell/workbench-context";

/** How far it is, or how it ended. */
export function ExportOutcome({ state, onStop }: { state: ExportState | null; onStop: () => void }) {
  const texts = useTexts();
  const { exporting, count } = texts;
  if (state?.step === "writing") {
    const { rows, total, bytes } = state;
    return (
      <div className="export-outcome">
        <progress max={Math.max(1, total)} value={total ? rows : undefined} aria-label={exporting.heading} />
        <span className="tabular">{exporting.written(rows, total, count.size(bytes))}</span>
        <button type="button" className="button button-small" onClick={onStop}>
          <Square className="icon" aria-hidden />
          {texts.top.stop}
        </button>
      </div>
    );
  }
  return (
    <div className="export-outcome" role="status">
      {state?.step === "stopped" && exporting.stopped}
      {state?.step === "failed" && <Failed error={state.error} />}
      {state?.step === "done" && (
        <>
          <p>
            {state.fileName === null
              ? exporting.copied(state.rows)
              : exporting.saved(state.fileName, state.rows, count.size(state.bytes))}
          </p>
          {state.tally.neutralised > 0 && <p>{exporting.neutralised(state.tally.neutralised)}</p>}
          {state.tally.kept > 0 && <p>{exporting.keptAsText(state.tally.kept)}</p>}
        </>
      )}
    </div>
  );
}

function Failed({ error }: { error: Extract<ExportState, { step: "failed" }>["error"] }) {
  const texts = useTexts();
  return (
    <p className="export-failed">
      {texts.exporting.failed(errorText(error, texts).says.replace(/\.+$/, ""))}{" "}
      {texts.exporting.nothingSaved}
    </p>
  );
}

import { Square } from "lucide-react";
import type { ExportState } from "../../session";
import { errorText } from "../cell/error-text";
import { useTexts } from "../shell/workbench-context";

/** How far it is, or how it ended. */
export function ExportOutcome({ state, onStop }: { state: ExportState | null; onStop: () => void }) {
  const texts = useTexts();
  const isWriting = state?.step === "writing";
  return (
    <>
      {isWriting && (
        <div className="export-outcome" ref={reveal}>
          <progress
            max={Math.max(1, state.total)}
            value={state.total ? state.rows : undefined}
            aria-label={texts.exporting.heading}
          />
          <span className="tabular">
            {texts.exporting.written(state.rows, state.total, texts.count.size(state.bytes))}
          </span>
          <button type="button" className="button button-small" onClick={onStop}>
            <Square className="icon" aria-hidden />
            {texts.top.stop}
          </button>
        </div>
      )}
      <div className="export-outcome" role="status">
        {state && !isWriting && (
          <div key={state.step} ref={reveal}>
            <Ended state={state} />
          </div>
        )}
      </div>
    </>
  );
}

/** In a low window the panel scrolls, and this is at its end. */
function reveal(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}

function Ended({ state }: { state: Exclude<ExportState, { step: "writing" }> }) {
  const texts = useTexts();
  const { exporting, count } = texts;
  switch (state.step) {
    case "stopped":
      return <p>{exporting.stopped}</p>;
    case "failed":
      return (
        <p className="export-failed">
          {exporting.failed(errorText(state.error, texts).says.replace(/\.+$/, ""))} {exporting.nothingSaved}
        </p>
      );
    case "done": {
      const { fileName, rows, bytes, tally } = state;
      return (
        <>
          <p>
            {fileName === null ? exporting.copied(rows) : exporting.saved(fileName, rows, count.size(bytes))}
          </p>
          {tally.neutralised > 0 && <p>{exporting.neutralised(tally.neutralised)}</p>}
          {tally.kept > 0 && <p>{exporting.keptAsText(tally.kept)}</p>}
        </>
      );
    }
  }
}

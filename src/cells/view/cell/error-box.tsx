import { TriangleAlert } from "lucide-react";
import type { CellError } from "../../kinds";
import { useTexts } from "../shell/workbench-context";
import { errorText } from "./error-text";

/** What went wrong, where, and what to do. A stop is no fault and looks like none. */
export function ErrorBox({ error }: { error: CellError }) {
  const texts = useTexts();
  const { says, hint, place } = errorText(error, texts);
  const calm = ["stopped", "missing-role", "no-table", "missing-data"].includes(error.code);
  return (
    <div className={calm ? "error-box is-calm" : "error-box"} role={calm ? "status" : "alert"}>
      {!calm && <TriangleAlert className="icon" aria-hidden="true" />}
      <div>
        <p className="error-says">
          {says}
          {place && <span className="error-place"> · {place}</span>}
        </p>
        <p className="error-hint">{hint}</p>
      </div>
    </div>
  );
}

import { TriangleAlert } from "lucide-react";
import type { Load } from "../../session";
import { errorText } from "../cell/error-text";
import { useTexts, useWorkbench } from "../shell/workbench-context";

/** A file on its way in, or why it did not get there. */
export function LoadRow({ load }: { load: Load }) {
  const { send } = useWorkbench();
  const texts = useTexts();
  const { data, count } = texts;
  if (load.error) {
    const { says, hint } = errorText(load.error, texts);
    return (
      <div className="load is-failed" role="alert">
        <p>
          <TriangleAlert className="icon" aria-hidden="true" /> <strong>{load.fileName}</strong>
        </p>
        <p>{says}</p>
        <p className="load-hint">{hint}</p>
        <button
          type="button"
          className="button button-small"
          onClick={() => send({ type: "load-dismissed", load: load.id })}
        >
          {data.dismiss}
        </button>
      </div>
    );
  }
  return (
    <div className="load">
      <p>{data.loading(load.fileName)}</p>
      <progress value={load.share ?? undefined} max={1} aria-label={data.loading(load.fileName)} />
      <p className="load-state">
        <span className="tabular">
          {load.rows > 0 ? `${count.rows(load.rows)} · ${count.size(load.bytes)}` : count.size(load.bytes)}
        </span>
        <button
          type="button"
          className="link"
          onClick={() => send({ type: "load-cancelled", load: load.id })}
        >
          {data.cancel}
        </button>
      </p>
    </div>
  );
}

import { TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { memoryOf } from "../../../engine";
import type { Load } from "../../session";
import { errorText } from "../cell/error-text";
import { useTexts, useWorkbench } from "../shell/workbench-context";

/** A file on its way in, or why it did not get there. */
export function LoadRow({ load }: { load: Load }) {
  const { send } = useWorkbench();
  const texts = useTexts();
  const { data, count } = texts;
  if (load.held) return <HeldLoad load={load} />;
  if (load.error) {
    const { says, hint } = errorText(load.error, texts);
    return (
      <div className="load is-failed" role="alert">
        <p>
          <TriangleAlert className="icon" aria-hidden="true" /> <strong>{load.fileName}</strong>
        </p>
        <p>{says}</p>
        <p className="load-hint">{hint}</p>
        <p className="load-choices">
          <OpenSheet load={load}>{texts.importing.another}</OpenSheet>
          <button
            type="button"
            className="button button-small"
            onClick={() => send({ type: "load-dismissed", load: load.id })}
          >
            {data.dismiss}
          </button>
        </p>
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
          <TimeLeft load={load} />
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

/** Asked about before it is read. */
function HeldLoad({ load }: { load: Load }) {
  const { send, imports } = useWorkbench();
  const { importing: words, data, count } = useTexts();
  const memory = memoryOf(load.bytes, load.fileName, null);
  return (
    <div className="load is-waiting">
      <p>{words.held(`${load.fileName}, ${count.size(load.bytes)},`, count.size(memory))}</p>
      <p className="load-choices">
        <OpenSheet load={load}>{words.choose}</OpenSheet>
        <button
          type="button"
          className="button button-small"
          onClick={() => imports.readAs({ table: load.table, load: load.id }, null)}
        >
          {words.readAll}
        </button>
        <button
          type="button"
          className="link"
          onClick={() => send({ type: "load-dismissed", load: load.id })}
        >
          {data.cancel}
        </button>
      </p>
    </div>
  );
}

function OpenSheet({ load, children }: { load: Load; children: string }) {
  const { send } = useWorkbench();
  return (
    <button
      type="button"
      className="button button-small"
      onClick={() => send({ type: "import-opened", target: { table: load.table, load: load.id } })}
    >
      {children}
    </button>
  );
}

/** Told after two seconds of reading, when the share has begun to mean something. */
function TimeLeft({ load: { share, beganAt } }: { load: Load }) {
  const { importing: words } = useTexts();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const passed = beganAt === null ? 0 : now - beganAt;
  if (!share || share < 0.02 || passed < 2000) return null;
  const left = Math.round((passed * (1 - share)) / share / 1000);
  return <> · {left >= 90 ? words.minutesLeft(Math.round(left / 60)) : words.secondsLeft(left)}</>;
}

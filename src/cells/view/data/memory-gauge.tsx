import { useEffect, useState } from "react";
import type { MemoryUse } from "../../../engine";
import { useSession, useTexts, useWorkbench } from "../shell/workbench-context";

/** From here on a question of some size may find no room. */
const nearlyFull = 0.75;

/** What tables and questions take of DuckDB's memory; asked anew when a table came or went and when a run has ended. */
export function MemoryGauge() {
  const { memory } = useWorkbench();
  const { data, count } = useTexts();
  const tables = useSession((session) => session.tables);
  const waiting = useSession((session) => session.loads.length + session.queue.length);
  const lastRun = useSession((session) => session.lastRun);
  const [use, setUse] = useState<MemoryUse | null>(null);
  useEffect(() => {
    let isCurrent = true;
    memory().then(
      (found) => isCurrent && setUse(found),
      // An engine that is being replaced holds nothing that could be told.
      () => isCurrent && setUse(null),
    );
    return () => {
      isCurrent = false;
    };
  }, [memory, tables, waiting, lastRun]);
  if (!use || Object.keys(tables).length === 0) return null;
  const share = use.used / use.limit;
  const label = data.memory(count.size(use.used), count.size(use.limit));
  return (
    <div className={share >= nearlyFull ? "memory is-full" : "memory"}>
      <p className="tabular">{label}</p>
      <meter min={0} max={1} low={0.5} high={nearlyFull} optimum={0} value={share} aria-label={label} />
      {share >= nearlyFull && <p role="status">{data.memoryFull}</p>}
    </div>
  );
}

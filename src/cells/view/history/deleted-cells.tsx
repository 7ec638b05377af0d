import { useEffect, useState } from "react";
import type { BinnedCell } from "../../session";
import { useSurroundings } from "../shell/workbench-context";
import { cellWords } from "./cell-words";

/** The bin: what was deleted from this notebook, also before the last reload. */
export function DeletedCells() {
  const { workbench, texts, language, region } = useSurroundings();
  const { history } = texts;
  const [cells, setCells] = useState<readonly BinnedCell[] | null>(null);
  const reload = () => void workbench.history.deletedCells().then(setCells);
  useEffect(reload, [workbench]);
  const moment = new Intl.DateTimeFormat(region, { dateStyle: "medium", timeStyle: "short" });
  if (!cells) return null;
  if (!cells.length) return <p className="history-quiet">{history.binEmpty}</p>;
  return (
    <ul className="binned">
      {cells.map((one) => (
        <li key={one.id}>
          <details>
            <summary>
              {cellWords(one.cell, texts, language)}
              <small>{history.deletedAt(moment.format(one.deleted))}</small>
            </summary>
            {"source" in one.cell && <pre className="text-parts">{one.cell.source}</pre>}
          </details>
          <button
            type="button"
            className="button button-small"
            onClick={() => void workbench.history.putBack(one).then(reload)}
          >
            {history.putBack}
          </button>
        </li>
      ))}
    </ul>
  );
}

import { Square, TextSearch, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { filterSql } from "../../../engine";
import { filterCell } from "../../session";
import { useSurroundings } from "../shell/workbench-context";
import type { ExplorerState, ExplorerStore } from "./explorer-store";
import { filterWords } from "./piece-words";

interface FilterBarProps {
  readonly explorer: ExplorerStore;
  readonly state: ExplorerState;
  readonly rowCount: number;
  /** It has its place from the start, so that the first filter moves nothing. */
  readonly isReserved?: boolean;
}

/** The filters in words, each to be taken off; how many rows pass; the same as SQL, and as a cell. */
export function FilterBar({ explorer, state, rowCount, isReserved = false }: FilterBarProps) {
  const { texts, region, workbench } = useSurroundings();
  const { explorer: words } = texts;
  const [isSqlShown, setSqlShown] = useState(false);
  const where = filterSql(state.filters);
  const isSilent = typeof state.work === "string" && state.work !== "stopped";
  if (!where && isSilent && !isReserved) return null;
  const insert = () => {
    const found = filterCell(workbench.session(), explorer.shown, state.filters);
    if (!found) return;
    workbench.send({ type: "cell-inserted", ...found, edit: false });
    workbench.send({ type: "run-requested", cells: [found.cell.id] });
  };
  return (
    <div className="filter-bar" role="group" aria-label={words.filters}>
      {!where && isReserved && <span className="filter-hint">{words.hint}</span>}
      {state.filters.map((filter) => {
        const text = filterWords(texts, region, filter);
        return (
          <span key={filter.column.name} className="filter-chip">
            <span title={text}>{text}</span>
            <button
              type="button"
              aria-label={words.removeFilter(text)}
              title={words.removeFilter(text)}
              onClick={() => explorer.keep(filter.column, [])}
            >
              <X className="icon" aria-hidden="true" />
            </button>
          </span>
        );
      })}
      <span className="filter-count tabular" role="status">
        {state.matching !== null && words.kept(state.matching, rowCount)}
      </span>
      <Work explorer={explorer} state={state} />
      {where && (
        <span className="filter-actions">
          <button
            type="button"
            className="button button-quiet button-small"
            aria-expanded={isSqlShown}
            onClick={() => setSqlShown(!isSqlShown)}
          >
            {words.showSql}
          </button>
          <button type="button" className="button button-quiet button-small" onClick={insert}>
            <TextSearch className="icon" aria-hidden="true" />
            {words.insert}
          </button>
          <button type="button" className="button button-quiet button-small" onClick={explorer.clear}>
            {words.clear}
          </button>
        </span>
      )}
      {where && isSqlShown && <pre className="filter-sql code" tabIndex={0}>{`where ${where.text}`}</pre>}
    </div>
  );
}

/** Nobody wants to be told of what is done in a moment. */
const patienceMs = 300;

function Work({ explorer, state: { work } }: Pick<FilterBarProps, "explorer" | "state">) {
  const { explorer: words } = useSurroundings().texts;
  const isLong = useIsLong(work === "counting");
  if (typeof work === "object")
    return (
      <span className="filter-failed">
        {words.failed(work.failed)}{" "}
        <button type="button" className="link" onClick={explorer.again}>
          {words.again}
        </button>
      </span>
    );
  if (work === "stopped")
    return (
      <span>
        {words.stopped}{" "}
        <button type="button" className="link" onClick={explorer.again}>
          {words.again}
        </button>
      </span>
    );
  if (!isLong) return null;
  return (
    <span className="filter-work">
      {words.counting}
      <button type="button" className="button button-quiet button-small" onClick={explorer.stop}>
        <Square className="icon" aria-hidden="true" />
        {words.stop}
      </button>
    </span>
  );
}

function useIsLong(isOn: boolean): boolean {
  const [isLong, setLong] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (isOn) timer.current = setTimeout(() => setLong(true), patienceMs);
    return () => {
      clearTimeout(timer.current);
      setLong(false);
    };
  }, [isOn]);
  return isLong;
}

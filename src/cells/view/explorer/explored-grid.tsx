import { ChartColumn } from "lucide-react";
import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import type { Shown } from "../../session";
import { ResultGrid, type LoadRows, type ResultGridProps } from "../grid";
import { useTexts, useWorkbench } from "../shell/workbench-context";
import { createExplorer, keyOf, type ExplorerStore } from "./explorer-store";
import { FilterBar } from "./filter-bar";
import { StripColumn } from "./strip-column";

interface ExploredGridProps extends ResultGridProps {
  readonly shown: Shown;
}

/** A grid whose columns can be opened for a look at what they hold, and filtered by it. Its data stay as they are. */
export function ExploredGrid(props: ExploredGridProps) {
  return <Explored key={props.resultKey} {...props} />;
}

function Explored({ shown, ...grid }: ExploredGridProps) {
  const workbench = useWorkbench();
  const { explorer: words } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const [explorer] = useState(() => createExplorer({ shown, columns: grid.columns, ask: workbench.explore }));
  const corner = (
    <button
      type="button"
      className="button button-quiet button-icon button-small"
      aria-pressed={isOpen}
      aria-label={isOpen ? words.close : words.open}
      title={isOpen ? words.close : words.open}
      onClick={() => {
        explorer.clear();
        setOpen(!isOpen);
      }}
    >
      <ChartColumn className="icon" aria-hidden="true" />
    </button>
  );
  if (!grid.columns.length || grid.rowCount === 0) return <ResultGrid {...grid} />;
  if (!isOpen) return <ResultGrid {...grid} corner={corner} />;
  return <Open explorer={explorer} grid={{ ...grid, corner }} />;
}

/** Room for a line of facts, three values and what lies apart. */
const stripHeight = 116;

function Open({ explorer, grid }: { explorer: ExplorerStore; grid: ResultGridProps }) {
  const { rows } = useWorkbench();
  const { explorer: words } = useTexts();
  const state = useSyncExternalStore(explorer.subscribe, explorer.state);
  const { filters, matching } = state;
  // What was counted last stays until the next count is there: nothing jumps, and no row is shown that is not of the filter told.
  const [counted, setCounted] = useState({ filters, matching });
  if (counted.filters !== filters && (matching !== null || !filters.length))
    setCounted({ filters, matching });
  const now = counted.filters;
  const { loadRows: allRows } = grid;
  const loadRows = useCallback<LoadRows>(
    (offset, limit, order) =>
      now.length ? rows(explorer.shown, offset, limit, order, now) : allRows(offset, limit, order),
    [rows, explorer, now, allRows],
  );
  const over = useMemo(
    () => ({
      height: stripHeight,
      onSeen: explorer.see,
      cell: (column: ResultGridProps["columns"][number]) => (
        <StripColumn explorer={explorer} state={state} column={column} />
      ),
    }),
    [explorer, state],
  );
  return (
    <>
      <FilterBar explorer={explorer} state={state} rowCount={grid.rowCount} isReserved />
      <ResultGrid
        {...grid}
        over={over}
        rowsKey={keyOf(now)}
        rowCount={now.length ? (counted.matching ?? 0) : grid.rowCount}
        loadRows={loadRows}
        initialRows={now.length ? [] : grid.initialRows}
        labels={now.length ? { ...grid.labels, noRows: words.nonePass } : grid.labels}
      />
    </>
  );
}

import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ClipboardEvent,
  type KeyboardEvent,
} from "react";
import { BodyRows } from "./body-rows";
import type { CopyFormat, ResultGridProps } from "./grid";
import { GridFooter } from "./grid-footer";
import { createGridStore } from "./grid-store";
import { gutterWidth } from "./grid-state";
import { HeaderRow } from "./header-row";
import { measures } from "./measures";
import { OverColumns } from "./over-columns";
import "./over-columns.css";
import { RowNumbers } from "./row-numbers";
import { barHeight } from "./scroll-map";

/** The scrolled element is as large as all rows; what is seen lies in a layer that stays in its window. */
export function GridFrame(props: ResultGridProps) {
  const { columns, rowCount, labels, visibleRows = 12, onCopy } = props;
  const [grid] = useState(() => createGridStore(props));
  const state = useSyncExternalStore(grid.subscribe, grid.state);
  const attach = useCallback(
    (element: HTMLDivElement | null) => (element ? grid.attach(element) : undefined),
    [grid],
  );
  const gutter = gutterWidth(rowCount);
  const { rowsKey = "", loadRows, initialRows = [] } = props;
  const shownKey = useRef(rowsKey);
  useLayoutEffect(() => {
    if (shownKey.current !== rowsKey) grid.show({ rowCount, loadRows, initialRows });
    shownKey.current = rowsKey;
  });
  const shown = Math.max(1, Math.min(rowCount, visibleRows));
  const send = (format: CopyFormat) => (text: string) =>
    onCopy ? onCopy(text, format) : navigator.clipboard.writeText(text);
  const copy = (format: CopyFormat, whole: boolean) => void grid.copy(format, whole, send(format));

  const onKeyDown = (event: KeyboardEvent) => {
    if (!grid.press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onCopyEvent = (event: ClipboardEvent) => {
    event.preventDefault();
    copy("tsv", false);
  };
  return (
    <div className="grid">
      {props.corner && (
        <div className="grid-corner" style={{ width: gutter }}>
          {props.corner}
        </div>
      )}
      {props.over && <OverColumns strip={props.over} state={state} columns={columns} gutter={gutter} />}
      <div
        ref={attach}
        className="grid-scroll"
        style={{ height: measures.header + shown * measures.row + measures.bar }}
        onScroll={grid.scrolled}
        onKeyDown={onKeyDown}
        onCopy={onCopyEvent}
        onFocus={() => grid.holdFocus(true)}
        onBlur={({ currentTarget, relatedTarget }) =>
          relatedTarget && !currentTarget.contains(relatedTarget) && grid.holdFocus(false)
        }
        role="grid"
        aria-label={labels.name}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        aria-readonly="true"
      >
        <div
          className="grid-size"
          role="presentation"
          style={{
            width: gutter + state.lefts.at(-1)!,
            height: measures.header + barHeight(rowCount * measures.row),
          }}
        >
          <div
            className="grid-window"
            role="presentation"
            style={{ width: gutter + state.view.width, height: measures.header + state.view.height }}
          >
            <HeaderRow grid={grid} state={state} columns={columns} rowCount={rowCount} labels={labels} />
            {rowCount > 0 && <RowNumbers grid={grid} state={state} rowCount={rowCount} />}
            <BodyRows grid={grid} state={state} columns={columns} rowCount={rowCount} />
            {rowCount === 0 && <p className="grid-empty">{labels.noRows}</p>}
          </div>
        </div>
      </div>
      <GridFooter {...props} grid={grid} state={state} onCopyAll={(format) => copy(format, true)} />
    </div>
  );
}

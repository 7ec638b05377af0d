import { ChevronRight } from "lucide-react";
import { useRef, useState, type KeyboardEvent } from "react";
import type { Inspected } from "../../../engine";
import type { Texts } from "../texts";
import { cutText, isComposite, keyText, nameOf, preview, primitiveText } from "../../kinds/inspected-text";
import { inspectorRows, rowAfter, type InspectorRow, type Opened, type ValueRow } from "./inspector-rows";
import { Pieces } from "./pieces";
import "./inspector.css";

interface InspectorProps {
  readonly value: Inspected;
  readonly label: string;
  /** null: what is not here cannot be had. */
  readonly expand: ((ref: number) => Promise<Inspected>) | null;
  /** Open the root at once. */
  readonly isOpen?: boolean;
  readonly texts: Texts["output"];
}

/** A value as a tree that opens by click and key; what was cut is fetched when it is opened. */
export function Inspector({ value, label, expand, isOpen = false, texts }: InspectorProps) {
  const [opened, setOpened] = useState<Opened>({ open: new Set(isOpen ? ["0"] : []), fetched: new Map() });
  const [at, setAt] = useState("0");
  const [failure, setFailure] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const rows = inspectorRows(value, opened);
  const current = Math.max(
    0,
    rows.findIndex(({ path }) => path === at),
  );

  const fetchInto = async (path: string, ref: number) => {
    try {
      const whole = await expand!(ref);
      setOpened(({ open, fetched }) => ({ open, fetched: new Map(fetched).set(path, whole) }));
      setFailure(null);
    } catch (error) {
      setFailure(texts.moreFailed(error instanceof Error ? error.message : String(error)));
    }
  };
  const setOpen = (row: ValueRow, willOpen: boolean) => {
    setOpened(({ open, fetched }) => {
      const next = new Set(open);
      if (willOpen) next.add(row.path);
      else next.delete(row.path);
      return { open: next, fetched };
    });
    const isMissing = isComposite(row.value) && !row.value.entries.length && row.value.ref !== null;
    if (willOpen && isMissing && expand) void fetchInto(row.path, (row.value as { ref: number }).ref);
  };
  const activate = (row: InspectorRow) => {
    if (row.row === "value" && row.isOpen !== null) setOpen(row, !row.isOpen);
    if (row.row === "more" && row.owner && expand) void fetchInto(row.owner.path, row.owner.ref);
  };
  const goTo = (index: number) => {
    setAt(rows[index]!.path);
    tree.current?.querySelectorAll<HTMLElement>("[role=treeitem]")[index]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[current]!;
    const isOpening = row.row === "value" && row.isOpen !== null;
    if (event.key === "Enter" || event.key === " ") activate(row);
    else if (event.key === "ArrowRight" && isOpening && !row.isOpen) setOpen(row, true);
    else if (event.key === "ArrowLeft" && isOpening && row.isOpen) setOpen(row, false);
    else {
      const next = rowAfter(rows, current, event.key === "ArrowRight" ? "ArrowDown" : event.key);
      if (next === null) return;
      goTo(next);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="inspector">
      <div role="tree" aria-label={label} ref={tree} onKeyDown={onKeyDown}>
        {rows.map((row, i) => (
          <div
            key={row.path}
            role="treeitem"
            aria-level={row.level}
            aria-expanded={row.row === "value" ? (row.isOpen ?? undefined) : undefined}
            aria-selected={i === current}
            tabIndex={i === current ? 0 : -1}
            className="inspector-row"
            style={{ paddingLeft: `calc(${row.level - 1} * var(--space-4))` }}
            onClick={() => {
              if (document.getSelection()?.isCollapsed === false) return;
              setAt(row.path);
              activate(row);
            }}
          >
            {row.row === "value" ? (
              <Value row={row} texts={texts} />
            ) : (
              <span className={row.owner && expand ? "inspector-more" : "inspector-rest"}>
                {texts.more(row.count)}
              </span>
            )}
          </div>
        ))}
      </div>
      <p className="inspector-failure" role="status">
        {failure}
      </p>
    </div>
  );
}

function Value({ row: { key, value, isOpen }, texts }: { row: ValueRow; texts: Texts["output"] }) {
  return (
    <>
      <span className="inspector-turn">
        {isOpen !== null && <ChevronRight className={isOpen ? "icon is-open" : "icon"} aria-hidden />}
      </span>
      {key !== null && (
        <span className="inspector-entry">
          {typeof key === "string" ? (
            <span className="value-key">{keyText(key)}</span>
          ) : (
            <Pieces pieces={preview(key)} />
          )}
          {typeof key === "string" ? ": " : " → "}
        </span>
      )}
      {isComposite(value) ? (
        isOpen ? (
          <span className="value-name">{nameOf(value)}</span>
        ) : (
          <Pieces pieces={preview(value)} />
        )
      ) : (
        <span className={`value-${value.type}${isOpen ? " is-whole" : ""}`}>
          {isOpen ? value.text : cutText(primitiveText(value))}
          {value.length !== undefined && value.length > value.text.length && isOpen && (
            <span className="inspector-rest"> {texts.cut(value.length)}</span>
          )}
        </span>
      )}
    </>
  );
}

import { Download } from "lucide-react";
import { useContext, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Exported, GridOrder } from "../../session";
import { Surrounding } from "../shell/workbench-context";
import { ExportPanel } from "./export-panel";
import { placePanel } from "./place-panel";
import "./export.css";

export interface ExportMenuProps {
  /** Of the table: what is on its way is known by it, also when the menu comes back. */
  readonly id: string;
  readonly title: string;
  readonly what: Exported;
  readonly order?: GridOrder | null;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** A button that opens the ways to take a whole table along. Not there where there is nothing to export with. */
export function ExportMenu(props: ExportMenuProps) {
  return useContext(Surrounding) && props.columnCount > 0 ? <Menu {...props} /> : null;
}

function Menu(props: ExportMenuProps) {
  const { exports } = useContext(Surrounding)!.workbench;
  const { exporting } = useContext(Surrounding)!.texts;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const state = useSyncExternalStore(exports.subscribe, () => exports.of(props.id));
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  useEffect(() => {
    const [element, opener] = [panel.current, button.current];
    if (!isOpen || !element || !opener) return;
    // In the top layer: cells and panels clip what stands out of them.
    element.showPopover();
    const place = () => placePanel(element, opener);
    place();
    element.querySelector<HTMLElement>("input:checked, button")?.focus();
    const watch = new ResizeObserver(place);
    watch.observe(element);
    const leave = (event: MouseEvent) => {
      const target = event.target as Node;
      if (!element.contains(target) && !opener.contains(target)) setOpen(false);
    };
    document.addEventListener("mousedown", leave);
    document.addEventListener("scroll", place, { capture: true, passive: true });
    window.addEventListener("resize", place);
    return () => {
      watch.disconnect();
      document.removeEventListener("mousedown", leave);
      document.removeEventListener("scroll", place, { capture: true });
      window.removeEventListener("resize", place);
    };
  }, [isOpen]);

  const isWriting = state?.step === "writing";
  return (
    <span className="export-place">
      <button
        type="button"
        ref={button}
        className="button button-quiet button-small"
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        onClick={() => setOpen(!isOpen)}
      >
        <Download className="icon" aria-hidden />
        {isWriting ? exporting.underWay(state.rows, state.total) : exporting.button}
      </button>
      {isOpen && (
        <div
          ref={panel}
          className="export-panel"
          popover="manual"
          role="dialog"
          aria-label={exporting.title(props.title)}
          tabIndex={-1}
          onKeyDown={(event) => {
            // Letters and arrows are for the panel: the cell around it has meanings of its own for them.
            if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
            if (event.key !== "Escape") return;
            event.preventDefault();
            close();
          }}
          onBlur={({ relatedTarget }) => {
            const isElsewhere = relatedTarget && !panel.current?.contains(relatedTarget);
            if (isElsewhere && relatedTarget !== button.current) setOpen(false);
          }}
        >
          <ExportPanel {...props} state={state} />
        </div>
      )}
    </span>
  );
}

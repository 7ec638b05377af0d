import { Ellipsis } from "lucide-react";
import { use } from "react";
import type { NotebookSettings } from "../../model";
import { ClosePopover, Popover } from "./popover";
import { SaveState } from "./save-state";
import { useSession, useTexts, useWorkbench } from "./workbench-context";

interface MoreMenuProps {
  readonly dark: boolean;
  readonly onTheme: () => void;
  readonly onLocale: () => void;
  readonly onPanel: () => void;
  readonly onOutline: () => void;
  readonly onHistory: () => void;
}

/** What a narrow page has no room for in its bar. Which of it that is, the style says. */
export function MoreMenu(ways: MoreMenuProps) {
  const { top } = useTexts();
  return (
    <span className="topbar-more">
      <Popover
        label={top.more}
        title={top.more}
        className="button button-quiet button-icon"
        button={<Ellipsis className="icon" aria-label={top.more} />}
      >
        <Ways {...ways} />
      </Popover>
    </span>
  );
}

const modes = ["auto", "lazy", "manual"] as const satisfies readonly NotebookSettings["runMode"][];

function Ways({ dark, onTheme, onLocale, onPanel, onOutline, onHistory }: MoreMenuProps) {
  const close = use(ClosePopover);
  const { send, newNotebook } = useWorkbench();
  const { top, run, outline, history, steps, undoOf, redoOf } = useTexts();
  const mode = useSession((session) => session.notebook.settings.runMode);
  const undo = useSession((session) => session.done.at(-1)?.label);
  const redo = useSession((session) => session.undone.at(-1)?.label);
  const names = { auto: top.auto, lazy: run.lazy, manual: top.manual };
  const ways: readonly (readonly [string, (() => void) | null, "narrow"?])[] = [
    [undo ? undoOf(steps[undo]) : top.undo, undo ? () => send({ type: "undo" }) : null, "narrow"],
    [redo ? redoOf(steps[redo]) : top.redo, redo ? () => send({ type: "redo" }) : null, "narrow"],
    [top.fresh, newNotebook],
    [history.open, onHistory],
    [top.data, onPanel],
    [outline.toggle, onOutline],
    [dark ? top.light : top.dark, onTheme],
    [top.language, onLocale],
  ];
  return (
    <>
      <SaveState />
      <ul className="run-menu">
        {ways.map(([label, act, when]) => (
          <li key={label} className={when && `is-${when}`}>
            <button
              type="button"
              className="button button-quiet"
              disabled={!act}
              onClick={() => {
                close();
                act?.();
              }}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
      <fieldset className="more-modes is-narrow">
        <legend>{top.mode}</legend>
        {modes.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="run mode"
              checked={one === mode}
              onChange={() => send({ type: "run-mode-changed", mode: one })}
            />{" "}
            {names[one]}
          </label>
        ))}
      </fieldset>
    </>
  );
}

import { ChevronDown, Play, Square } from "lucide-react";
import type { NotebookSettings } from "../../model";
import type { RunScope } from "../../session";
import { Popover } from "./popover";
import { useSession, useTexts, useWorkbench } from "./workbench-context";

const modes = ["auto", "lazy", "manual"] as const satisfies readonly NotebookSettings["runMode"][];

/** What a change does, run all or stop, and which other cells can be run together. */
export function RunControls() {
  const { send } = useWorkbench();
  const { top, run } = useTexts();
  const mode = useSession((session) => session.notebook.settings.runMode);
  const busy = useSession(
    (session) =>
      session.queue.length > 0 || Object.values(session.runs).some((one) => one.status === "running"),
  );
  const empty = useSession((session) => session.notebook.cells.length === 0);
  const names = { auto: top.auto, lazy: run.lazy, manual: top.manual };
  const hints = { auto: top.autoHint, lazy: run.lazyHint, manual: top.manualHint };
  return (
    <span className="topbar-group">
      <select
        className="field is-spared-last"
        aria-label={top.mode}
        title={hints[mode]}
        value={mode}
        onChange={(event) => {
          const chosen = modes.find((one) => one === event.target.value);
          if (chosen) send({ type: "run-mode-changed", mode: chosen });
        }}
      >
        {modes.map((one) => (
          <option key={one} value={one} title={hints[one]}>
            {names[one]}
          </option>
        ))}
      </select>
      {busy ? (
        <button type="button" className="button" onClick={() => send({ type: "stop-requested" })}>
          <Square className="icon" aria-hidden="true" />
          {top.stop}
        </button>
      ) : (
        <button
          type="button"
          className="button"
          disabled={empty}
          onClick={() => send({ type: "run-requested", cells: "all" })}
        >
          <Play className="icon" aria-hidden="true" />
          {top.runAll}
        </button>
      )}
      <Popover
        label={run.more}
        title={run.more}
        className="button button-quiet button-icon"
        button={<ChevronDown className="icon" aria-label={run.more} />}
      >
        <RunMenu />
      </Popover>
    </span>
  );
}

function RunMenu() {
  const { send } = useWorkbench();
  const { run } = useTexts();
  const selected = useSession((session) => session.selected);
  const choices: readonly (readonly [string, RunScope])[] = [
    ...(selected
      ? ([
          [run.thisCell, [selected]],
          [run.above, { above: selected }],
          [run.below, { below: selected }],
        ] as const)
      : []),
    [run.stale, "stale"],
    [run.all, "all"],
  ];
  return (
    <ul className="run-menu">
      {choices.map(([label, cells]) => (
        <li key={label}>
          <button
            type="button"
            className="button button-quiet"
            onClick={() => send({ type: "run-requested", cells })}
          >
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}

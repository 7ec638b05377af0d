import { useRef } from "react";
import { commands, type Command } from "../../session";
import { DialogFrame } from "../dialog/dialog-frame";
import { useTexts } from "../shell/workbench-context";
import { shownKeys } from "./chord";
import "./palette.css";

const groups = [
  "notebook",
  "cell",
  "selection",
  "run",
  "editor",
] as const satisfies readonly Command["group"][];

/** Every key, by what it is about, as it is written on this keyboard. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const { palette } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <DialogFrame dialog={dialog} className="shortcuts" title={palette.shortcuts} onClose={onClose}>
      <p className="shortcuts-lead">{palette.lead}</p>
      <div className="shortcuts-body" tabIndex={0} role="region" aria-label={palette.shortcuts}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{palette.groups[group]}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group && command.keys.length > 0)
                .map(({ id, keys, isEverywhere }) => (
                  <div key={id} className="shortcut">
                    <dt>
                      {palette.commands[id]}
                      {isEverywhere && <small> {palette.everywhere}</small>}
                    </dt>
                    <dd>
                      {keys.map((one) => (
                        <kbd key={one} className="keys">
                          {shownKeys(one)}
                        </kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </DialogFrame>
  );
}

import { useEffect, useRef } from "react";
import { commands, type Command, type PageDoing } from "../../session";
import { chordOf } from "../palette/chord";
import { isWriting } from "./paste";
import { useWorkbench } from "./workbench-context";

export { runAndInsert, runAndNext } from "../../session";

/** The command keys of Jupyter, as hands know them. They work wherever nobody is writing, some of them everywhere. */
export function useNotebookKeys(page: PageDoing): void {
  const { session, send } = useWorkbench();
  const before = useRef<{ chord: string; at: number } | null>(null);
  useEffect(() => {
    const act = (command: Command | undefined, event: KeyboardEvent): boolean => {
      if (!command?.act) return false;
      event.preventDefault();
      // The editor has uses of its own for some of these keys.
      event.stopPropagation();
      if (command.can(session())) command.act({ session: session(), send, page });
      return true;
    };
    const everywhere = (event: KeyboardEvent, isFirst: boolean) => {
      if (event.isComposing) return false;
      const chord = chordOf(event);
      const command = commands.find(
        ({ keys, isEverywhere }) =>
          isEverywhere && (isEverywhere === "first") === isFirst && keys.includes(chord),
      );
      // What cannot be done now leaves the key to the browser; a dialog over the page has to be answered first.
      if (!command?.can(session())) return false;
      if (isFirst && document.querySelector("dialog:modal")) event.preventDefault();
      else act(command, event);
      return true;
    };
    const first = (event: KeyboardEvent) => void everywhere(event, true);
    const later = (event: KeyboardEvent) => {
      if (event.defaultPrevented || everywhere(event, false)) return;
      if (isWriting(event.target) || isPressing(event) || hasOwnKeys(event)) return;
      const chord = chordOf(event);
      const twice =
        !event.repeat && before.current?.chord === chord && event.timeStamp - before.current.at < 800;
      before.current = { chord, at: event.timeStamp };
      const found = twice ? byKeys(`${chord} ${chord}`) : undefined;
      if (act(found, event)) before.current = null;
      else if (!act(byKeys(chord), event) && commands.some(({ keys }) => keys.includes(`${chord} ${chord}`)))
        event.preventDefault();
    };
    document.addEventListener("keydown", first, { capture: true });
    document.addEventListener("keydown", later);
    return () => {
      document.removeEventListener("keydown", first, { capture: true });
      document.removeEventListener("keydown", later);
    };
  }, [session, send, page]);
}

function byKeys(chord: string): Command | undefined {
  return commands.find(
    ({ keys, act, isEverywhere }) => act !== null && !isEverywhere && keys.includes(chord),
  );
}

// A focused button has its own use for Enter.
function isPressing(event: KeyboardEvent): boolean {
  const target =
    event.target instanceof Element ? event.target.closest("button, a, [role='tab'], summary") : null;
  return target !== null && (event.key === "Enter" || event.key === " ");
}

// A grid and a panel have keys of their own; what scrolls by itself and tabs have the arrows.
function hasOwnKeys({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  const places = key.startsWith("Arrow") ? `${panels}, ${scrolling}` : panels;
  return target.closest(places) !== null;
}

const panels = "[role='grid'], [role='dialog'], [role='alertdialog'], .popover-place";
const scrolling = "pre[tabindex='0'], :is([role='region'], [role='img'])[tabindex='0'], [role='tablist']";

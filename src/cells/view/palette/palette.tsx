import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { PageDoing } from "../../session";
import { useSurroundings } from "../shell/workbench-context";
import { shownKeys } from "./chord";
import { found, itemsOf, type Item } from "./items";
import { rememberChoice } from "./recent";
import "./palette.css";

/** Everything that can be done, found by a few letters and done with Enter. */
export function Palette({ page, onClose }: { page: PageDoing; onClose: () => void }) {
  const { workbench, texts, language } = useSurroundings();
  const { palette } = texts;
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  const [wanted, setWanted] = useState("");
  const [at, setAt] = useState(0);
  const items = useMemo(
    () => itemsOf({ workbench, texts, language, page }),
    [workbench, texts, language, page],
  );
  const shown = useMemo(() => found(items, wanted), [items, wanted]);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    document.getElementById(`${list} ${at}`)?.scrollIntoView({ block: "nearest" });
  }, [list, at]);

  const choose = (item: Item | undefined) => {
    if (!item) return;
    rememberChoice(item.id);
    // The focus is back where it was before anything is done there.
    dialog.current?.close();
    item.act();
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") choose(shown[at]);
    else if (event.key === "ArrowDown") setAt(shown.length ? (at + 1) % shown.length : 0);
    else if (event.key === "ArrowUp") setAt(shown.length ? (at + shown.length - 1) % shown.length : 0);
    else if (event.key === "PageDown") setAt(Math.max(0, Math.min(at + 8, shown.length - 1)));
    else if (event.key === "PageUp") setAt(Math.max(at - 8, 0));
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={palette.title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <div className="palette-inside">
        <input
          className="palette-field"
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={list}
          aria-activedescendant={shown.length ? `${list} ${at}` : undefined}
          aria-label={palette.title}
          placeholder={palette.placeholder}
          autoFocus
          spellCheck={false}
          value={wanted}
          onChange={(event) => {
            setWanted(event.target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
        <ul className="palette-list" id={list} role="listbox" aria-label={palette.title}>
          {shown.map((item, i) => (
            <li
              key={item.id}
              id={`${list} ${i}`}
              role="option"
              aria-selected={i === at}
              className="palette-item"
              onMouseMove={() => setAt(i)}
              onClick={() => choose(item)}
            >
              <span className="palette-title">{item.title}</span>
              <small className="palette-about">{item.about}</small>
              {item.keys && <kbd className="keys">{shownKeys(item.keys)}</kbd>}
            </li>
          ))}
        </ul>
        {shown.length === 0 && (
          <p className="palette-none" role="status">
            {palette.nothing}
          </p>
        )}
      </div>
    </dialog>
  );
}

import { ChevronDown, Plus } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { inputForms, type InputForm } from "../../model";
import { useTexts } from "../shell/workbench-context";
import { nextIn } from "./next-in";
import "./input-menu.css";

/** A button that offers every kind of input. Arrows and first letters lead through it, Escape closes it. */
export function InputMenu({ onChoose }: { onChoose: (form: InputForm) => void }) {
  const { input } = useTexts();
  const [at, setAt] = useState<number | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: "", at: 0 });
  const isOpen = at !== null;
  useEffect(() => {
    if (!isOpen) return;
    const leave = (event: MouseEvent) => {
      if (!place.current?.contains(event.target as Node)) setAt(null);
    };
    document.addEventListener("mousedown", leave);
    return () => document.removeEventListener("mousedown", leave);
  }, [isOpen]);

  const close = () => {
    setAt(null);
    place.current?.querySelector("button")?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (at === null) return;
    if (event.key === "Tab") return setAt(null);
    const names = inputForms.map((form) => input.forms[form]);
    const next = nextIn(names, at, event.key, typed.current, event.timeStamp);
    if (event.key === "Escape") close();
    else if (next) {
      typed.current = next.typed;
      setAt(next.at);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="popover-place input-menu-place" ref={place} onKeyDown={press}>
      <button
        type="button"
        className="button button-quiet button-small"
        title={input.addHint}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setAt(isOpen ? null : 0)}
      >
        <Plus className="icon" aria-hidden="true" />
        {input.add}
        <ChevronDown className="icon input-menu-mark" aria-hidden="true" />
      </button>
      {isOpen && (
        <div className="input-menu" role="menu" aria-label={input.add}>
          {inputForms.map((form, i) => (
            <button
              key={form}
              type="button"
              role="menuitem"
              tabIndex={-1}
              ref={(item) => {
                if (i === at) item?.focus();
              }}
              onMouseEnter={() => setAt(i)}
              onClick={() => {
                close();
                onChoose(form);
              }}
            >
              {input.forms[form]}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

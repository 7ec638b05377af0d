import { useRef, useState, type KeyboardEvent } from "react";
import { useTexts } from "../shell/workbench-context";
import { nextIn } from "./next-in";

interface ChoiceListProps {
  readonly id: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly chosen: readonly string[];
  readonly onValue: (chosen: readonly string[]) => void;
}

/** Several of many: one stop for Tab, arrows and first letters inside. What is chosen stays in the order of the list. */
export function ChoiceList({ id, label, values, chosen, onValue }: ChoiceListProps) {
  const { input } = useTexts();
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: "", at: 0 });
  const gone = chosen.filter((one) => !values.includes(one));
  const shown = [...gone, ...values];
  const at = Math.min(active, shown.length - 1);
  const choose = (next: readonly string[]) => onValue(shown.filter((one) => next.includes(one)));
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nextIn(shown, at, event.key, typed.current, event.timeStamp);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    typed.current = next.typed;
    setActive(next.at);
    list.current?.querySelectorAll("input")[next.at]?.focus();
  };
  return (
    <div className="input-several" role="group" aria-label={label}>
      <p className="input-several-head">
        <span className="tabular" role="status">
          {input.chosen(chosen.length, values.length)}
        </span>
        <button type="button" className="link" onClick={() => onValue(values)}>
          {input.all}
        </button>
        <button type="button" className="link" onClick={() => onValue([])}>
          {input.none}
        </button>
      </p>
      <div className="input-list" ref={list} onKeyDown={press}>
        {shown.map((one, i) => (
          <label key={one} className={i < gone.length ? "check is-gone" : "check"}>
            <input
              id={i === 0 ? id : undefined}
              type="checkbox"
              data-control={i === at || undefined}
              tabIndex={i === at ? 0 : -1}
              checked={chosen.includes(one)}
              onFocus={() => setActive(i)}
              onChange={({ target }) =>
                choose(target.checked ? [...chosen, one] : chosen.filter((other) => other !== one))
              }
            />
            {one === "" ? input.empty : one}
          </label>
        ))}
      </div>
    </div>
  );
}

import { BookOpen } from "lucide-react";
import { useEffect, useState } from "react";
import type { Kept } from "../../session";
import { Popover } from "./popover";
import { useSurroundings, useTexts } from "./workbench-context";

/** Every notebook this browser keeps: opening another one never costs the one that is open. */
export function NotebookList() {
  const { top } = useTexts();
  return (
    <Popover
      label={top.notebooks}
      title={top.notebooks}
      className="button button-quiet button-icon"
      button={<BookOpen className="icon" aria-label={top.notebooks} />}
    >
      <List />
    </Popover>
  );
}

function List() {
  const { workbench, texts, region } = useSurroundings();
  const [kept, setKept] = useState<readonly Kept[]>([]);
  useEffect(() => void workbench.kept().then(setKept, () => setKept([])), [workbench]);
  const others = kept.filter((one) => one.kind === "notebook" && !one.current);
  const day = new Intl.DateTimeFormat(region, { dateStyle: "medium", timeStyle: "short" });
  return (
    <>
      <h2>{texts.notebooks.title}</h2>
      {others.length === 0 && <p>{texts.notebooks.empty}</p>}
      <ul className="kept-list">
        {others.map((one) => (
          <li key={one.id}>
            <span className="kept-name">
              <button type="button" className="link" onClick={() => workbench.openKept(one.id)}>
                {one.title || texts.top.untitled}
              </button>
              <small>
                {texts.notebooks.opened(day.format(one.used))} · {texts.count.size(one.bytes)}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

import { useEffect, useState, type FormEvent } from "react";
import type { VersionEntry } from "../../../engine";
import { compareNotebooks, isSame, type Comparison } from "../../model";
import { useSurroundings } from "../shell/workbench-context";
import { ComparedCells } from "../compare/compared-cells";
import { compareLines } from "./compare-lines";

interface ChosenVersionProps {
  readonly version: VersionEntry;
  readonly onNamed: () => void;
  readonly onRestored: () => void;
}

/** What has changed since, before anything is brought back. Nothing of the older version runs here. */
export function ChosenVersion({ version, onNamed, onRestored }: ChosenVersionProps) {
  const { workbench, texts, region } = useSurroundings();
  const { history, compare } = texts;
  const [comparison, setComparison] = useState<Comparison | "unreadable" | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void workbench.history.read(version.id).then((then) => {
      if (!isCurrent) return;
      setComparison(then ? compareNotebooks(then, workbench.history.current(), compareLines) : "unreadable");
    });
    return () => {
      isCurrent = false;
    };
  }, [workbench, version.id]);
  const moment = new Intl.DateTimeFormat(region, { dateStyle: "long", timeStyle: "short" });
  const isThere = comparison !== null && comparison !== "unreadable";
  return (
    <>
      <h3>{version.name ?? moment.format(version.made)}</h3>
      {version.name && <p className="history-quiet">{moment.format(version.made)}</p>}
      <p className="version-actions">
        <button
          type="button"
          className="button"
          disabled={!isThere || isSame(comparison)}
          onClick={() => void workbench.history.restore(version.id).then(onRestored)}
        >
          {history.restore}
        </button>
        <span className="history-quiet">{history.restored}</span>
      </p>
      <NameIt key={version.name} version={version} onNamed={onNamed} />
      {comparison === "unreadable" && <p role="alert">{history.unreadable}</p>}
      {isThere && (
        <>
          {isSame(comparison) ? (
            <p className="history-quiet">{history.same}</p>
          ) : (
            <>
              <h3>{history.differs}</h3>
              <ComparedCells
                comparison={comparison}
                names={{ left: compare.before, right: compare.after }}
                states={compare.status}
                onTaken={null}
              />
            </>
          )}
        </>
      )}
    </>
  );
}

function NameIt({ version, onNamed }: Pick<ChosenVersionProps, "version" | "onNamed">) {
  const { workbench, texts } = useSurroundings();
  const { history } = texts;
  const [name, setName] = useState(version.name ?? "");
  const take = (event: FormEvent) => {
    event.preventDefault();
    void workbench.history.rename(version.id, name).then(onNamed);
  };
  return (
    <form className="keep-now" onSubmit={take}>
      <input
        className="field"
        aria-label={history.name}
        placeholder={history.namePlaceholder}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button button-small" disabled={name.trim() === (version.name ?? "")}>
        {history.rename}
      </button>
    </form>
  );
}

import { useEffect, useRef, useState, type FormEvent } from "react";
import type { VersionEntry } from "../../../engine";
import { DialogFrame } from "../dialog/dialog-frame";
import { useSurroundings } from "../shell/workbench-context";
import { ChosenVersion } from "./chosen-version";
import { DeletedCells } from "./deleted-cells";
import { VersionList } from "./version-list";
import "./history.css";

/** What the notebook was, what has changed since, and the cells that were deleted. */
export function HistoryDialog({ onClose }: { onClose: () => void }) {
  const { workbench, texts } = useSurroundings();
  const { history } = texts;
  const dialog = useRef<HTMLDialogElement>(null);
  const [versions, setVersions] = useState<readonly VersionEntry[] | null>(null);
  const [chosen, choose] = useState<string | null>(null);
  const reload = () => void workbench.history.versions().then(setVersions);
  useEffect(reload, [workbench]);
  const version = versions?.find(({ id }) => id === chosen);

  return (
    <DialogFrame dialog={dialog} className="history" title={history.title} onClose={onClose}>
      <div className="history-body">
        <div className="history-side">
          <KeepNow onKept={reload} />
          <h3>{history.versions}</h3>
          {versions?.length === 0 && <p className="history-quiet">{history.empty}</p>}
          {versions && <VersionList versions={versions} chosen={chosen} onChoose={choose} />}
          <h3>{history.bin}</h3>
          <DeletedCells />
        </div>
        <div className="history-main" aria-live="polite">
          {version ? (
            <ChosenVersion
              key={version.id}
              version={version}
              onNamed={reload}
              onRestored={() => dialog.current?.close()}
            />
          ) : (
            <p className="history-quiet">{history.choose}</p>
          )}
        </div>
      </div>
    </DialogFrame>
  );
}

function KeepNow({ onKept }: { onKept: () => void }) {
  const { workbench, texts } = useSurroundings();
  const { history } = texts;
  const [name, setName] = useState("");
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    setName("");
    void workbench.history.keep(name).then(onKept);
  };
  return (
    <form className="keep-now" onSubmit={keep}>
      <label>
        {history.keepNow}
        <input
          className="field"
          value={name}
          placeholder={history.namePlaceholder}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="submit" className="button button-small" disabled={!name.trim()}>
        {history.keep}
      </button>
    </form>
  );
}

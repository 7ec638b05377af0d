import { X } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { hand, type ShareWish } from "../../session";
import { useSession, useSurroundings } from "../shell/workbench-context";
import { SharePreview } from "./share-preview";
import { ShareSettings, type Choices } from "./share-settings";
import { useCopy } from "./use-copy";
import "./share.css";

/** What leaves is chosen on the left and seen on the right; what is written is what was seen. */
export function ShareDialog({ onClose }: { onClose: () => void }) {
  const { texts } = useSurroundings();
  const { share } = texts;
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useSession((session) => session.notebook.title);
  const entries = useSession((session) => session.notebook.ledger.length);
  const [choices, choose] = useState<Choices>({
    results: true,
    form: "ipynb",
    isSuppressed: true,
    k: 10,
    ledger: false,
    cells: new Map(),
  });
  const wish = useMemo((): ShareWish => {
    const { results, isSuppressed, k, ledger, cells } = choices;
    const chosen = (way: "whole" | "without") =>
      new Set([...cells].filter(([, one]) => one === way).map(([cell]) => cell));
    return {
      results,
      k: isSuppressed ? k : null,
      whole: chosen("whole"),
      without: chosen("without"),
      ledger,
    };
  }, [choices]);
  const { copy, failed } = useCopy(wish, choices.form);
  const [said, say] = useState("");
  useEffect(() => dialog.current?.showModal(), []);

  const save = async () => {
    if (!copy) return;
    const isHtml = choices.form === "html";
    const suffix = share.suffix[isHtml ? "html" : choices.results ? "results" : "code"];
    const safe = title.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, " ").trim() || "notebook";
    const type = isHtml ? (["text/html", ".html"] as const) : notebookType;
    try {
      if (await hand(`${safe}-${suffix}${type[1]}`, copy.text, type)) say(share.saved);
    } catch (error) {
      say(share.failed(error instanceof Error ? error.message : String(error)));
    }
  };
  const bytes = useMemo(() => (copy ? new Blob([copy.text]).size : 0), [copy]);

  return (
    <dialog ref={dialog} className="share" aria-label={share.title} onClose={onClose}>
      <header className="share-head">
        <h2>{share.title}</h2>
        <button
          type="button"
          className="button button-quiet button-small button-icon"
          aria-label={share.close}
          title={share.close}
          onClick={() => dialog.current?.close()}
        >
          <X className="icon" aria-hidden="true" />
        </button>
      </header>
      <div className="share-body">
        <div className="share-side">
          <p className="share-quiet">{share.lead}</p>
          <ShareSettings
            choices={choices}
            entries={entries}
            onChoose={(change) => {
              say("");
              choose({ ...choices, ...change });
            }}
          />
        </div>
        <div className="share-main">
          <h3>{share.preview}</h3>
          {copy && (
            <SharePreview
              shared={copy.shared}
              hasResults={choices.results}
              isChecked={choices.isSuppressed}
              ways={choices.cells}
              onWay={(cell, way) => {
                say("");
                choose({ ...choices, cells: new Map(choices.cells).set(cell, way) });
              }}
            />
          )}
        </div>
      </div>
      <footer className="share-foot">
        <p role="status">
          {failed !== null
            ? share.failed(failed)
            : said || (copy ? share.size(texts.count.size(bytes)) : share.preparing)}
        </p>
        <button
          type="button"
          className="button button-primary"
          disabled={!copy || failed !== null}
          onClick={() => void save()}
        >
          {share.save}
        </button>
      </footer>
    </dialog>
  );
}

const notebookType = ["application/x-ipynb+json", ".ipynb"] as const;

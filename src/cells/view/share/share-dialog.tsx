import { useMemo, useRef, useState } from "react";
import { hand, type ShareWish } from "../../session";
import { DialogFrame } from "../dialog/dialog-frame";
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

  const foot = (
    <>
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
    </>
  );

  return (
    <DialogFrame foot={foot} dialog={dialog} className="share" title={share.title} onClose={onClose}>
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
    </DialogFrame>
  );
}

const notebookType = ["application/x-ipynb+json", ".ipynb"] as const;

import { useMemo, useRef, useState } from "react";
import { hand, type ShareWish } from "../../session";
import { DialogFrame } from "../dialog/dialog-frame";
import { useSession, useSurroundings } from "../shell/workbench-context";
import { SharePreview } from "./share-preview";
import { ShareSettings, type Choices } from "./share-settings";
import { useCopy, type ShareTables } from "./use-copy";
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
    data: false,
    tables: new Map(),
    form: "ipynb",
    isSuppressed: true,
    k: 10,
    ledger: false,
    cells: new Map(),
  });
  const { results, form, isSuppressed, k, ledger, cells } = choices;
  const wish = useMemo((): ShareWish => {
    const chosen = (way: "whole" | "without") =>
      new Set([...cells].filter(([, one]) => one === way).map(([cell]) => cell));
    return {
      results,
      k: isSuppressed ? k : null,
      whole: chosen("whole"),
      without: chosen("without"),
      ledger,
    };
  }, [results, isSuppressed, k, ledger, cells]);
  const tables = choices.data ? choices.tables : noTables;
  const { copy, failed } = useCopy(wish, form, tables);
  const isOpen = choices.data && tables.size === 0;
  const [said, say] = useState("");

  const save = async () => {
    if (!copy?.file) return;
    const suffix = share.suffix[form !== "ipynb" ? form : results ? "results" : "code"];
    const safe = title.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, " ").trim() || "notebook";
    const type = form === "ipynb" ? notebookType : (["text/html", ".html"] as const);
    try {
      if (await hand(`${safe}-${suffix}${type[1]}`, copy.file, type)) say(share.saved);
    } catch (error) {
      say(share.failed(error instanceof Error ? error.message : String(error)));
    }
  };
  const preparing = form === "live" ? share.packing : share.preparing;
  const stands = copy?.file ? share.size(texts.count.size(copy.file.size)) : preparing;

  const foot = (
    <>
      <p role="status">
        {failed !== null ? share.failed(failed) : isOpen ? share.noneTicked : said || stands}
      </p>
      <button
        type="button"
        className="button button-primary"
        disabled={!copy?.file || failed !== null || isOpen}
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
              tables={tables}
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

const noTables: ShareTables = new Map();
const notebookType = ["application/x-ipynb+json", ".ipynb"] as const;

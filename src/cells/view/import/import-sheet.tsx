import { useRef, useState } from "react";
import { memoryOf, mostMemory } from "../../../engine";
import type { ImportTarget } from "../../session";
import { errorText } from "../cell/error-text";
import { DialogFrame } from "../dialog/dialog-frame";
import { useTexts, useWorkbench } from "../shell/workbench-context";
import { ColumnsForm } from "./columns-form";
import { faultIn, type Wish } from "./edit-plan";
import { FileForm } from "./file-form";
import { LinesView } from "./lines-view";
import { PreviewTable } from "./preview-table";
import { ShownFile } from "./shown-file";
import { usePreview } from "./use-preview";
import "./import.css";
import "./preview.css";

/** Bytes of memory that nobody need think of. */
const worthSaying = 50e6;

/** How a file becomes a table: guessed, shown with its first rows, and corrected. Nothing changes before the last button. */
export function ImportSheet({ target }: { target: ImportTarget }) {
  const { send, imports, session } = useWorkbench();
  const texts = useTexts();
  const { importing: words, count } = texts;
  const dialog = useRef<HTMLDialogElement>(null);
  const [asFile, setAsFile] = useState(false);
  const [known] = useState(() => knownAbout(session(), target));
  const sheet = usePreview(target, known.plan);
  const { wish, seen, error, isLooking } = sheet;

  const close = () => dialog.current?.close();
  const read = (next: Wish) => {
    close();
    imports.readAs(target, next.plan);
  };
  const bytes = imports.sizeOf(target);
  const memory = bytes === null ? 0 : memoryOf(bytes, known.file, wish?.plan ?? null);
  const sizeOf = (file: number, needed: number) =>
    needed < worthSaying ? count.size(file) : words.size(count.size(file), count.size(needed));
  const fault = wish && faultIn(wish.plan);
  const foot = (
    <>
      <p role="status" className={memory > mostMemory ? "import-warning" : undefined}>
        {isLooking
          ? words.looking
          : fault
            ? fault.fault === "none"
              ? words.nothingKept
              : words.twice(fault.name)
            : memory > mostMemory && !wish?.plan.rows
              ? words.tooLarge(count.size(memory), count.size(mostMemory))
              : bytes !== null && !error && sizeOf(bytes, memory)}
      </p>
      <button type="button" className="button" onClick={close}>
        {words.cancel}
      </button>
      <button
        type="button"
        className="button button-primary"
        disabled={!wish || !!error || !!fault || isLooking}
        onClick={() => wish && read(wish)}
      >
        {words.done}
      </button>
    </>
  );

  return (
    <DialogFrame
      foot={foot}
      dialog={dialog}
      className="import"
      title={words.title(known.file)}
      onClose={() => send({ type: "import-closed" })}
    >
      <div className="import-body">
        <div className="import-forms">
          {wish && (
            <>
              <FileForm wish={wish} seen={seen} onChange={sheet.change} />
              <ColumnsForm wish={wish} seen={seen} onChange={sheet.change} />
            </>
          )}
        </div>
        <section className="import-preview" aria-busy={isLooking} aria-label={words.asTable}>
          {error && <Fault error={error} />}
          {seen?.joined && wish && seen.joined.files.length > 1 && (
            <ShownFile
              joined={seen.joined}
              shown={sheet.shown}
              show={sheet.show}
              isCut={wish.plan.rows?.take === "first"}
            />
          )}
          {seen?.lines && (
            <div className="import-views" role="group">
              <button
                type="button"
                className="button button-small"
                aria-pressed={!asFile}
                onClick={() => setAsFile(false)}
              >
                {words.asTable}
              </button>
              <button
                type="button"
                className="button button-small"
                aria-pressed={asFile}
                onClick={() => setAsFile(true)}
              >
                {words.asFile}
              </button>
            </div>
          )}
          {seen && wish && !asFile && <PreviewTable wish={wish} seen={seen} onChange={sheet.change} />}
          {seen?.lines && asFile && <LinesView lines={seen.lines} />}
        </section>
      </div>
    </DialogFrame>
  );
}

function Fault({ error }: { error: Error }) {
  const texts = useTexts();
  const code = "code" in error ? String(error.code) : "unexpected";
  const { says, hint } = errorText({ code, message: error.message }, texts);
  return (
    <div className="import-fault" role="alert">
      <p>{says}</p>
      {says !== error.message && <p className="load-hint">{error.message}</p>}
      <p className="load-hint">{hint}</p>
    </div>
  );
}

function knownAbout(
  { notebook, tables, loads }: ReturnType<ReturnType<typeof useWorkbench>["session"]>,
  { table, load }: ImportTarget,
) {
  const slot = notebook.data.find((one) => one.table === table);
  if (load !== null) {
    const file = loads.find(({ id }) => id === load)?.fileName ?? table;
    return { file, plan: null };
  }
  const loaded = tables[table]?.loaded;
  return { file: loaded?.file.name ?? slot?.fileName ?? table, plan: loaded?.plan ?? slot?.plan ?? null };
}

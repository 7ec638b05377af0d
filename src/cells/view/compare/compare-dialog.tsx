import { useEffect, useMemo, useRef, useState, type DragEvent } from "react";
import { compareNotebooks, isSame } from "../../model";
import type { Comparing, Looked } from "../../session";
import { DialogFrame } from "../dialog/dialog-frame";
import { compareLines } from "../history/compare-lines";
import { useSession, useSurroundings } from "../shell/workbench-context";
import { ComparedCells } from "./compared-cells";
import { SideHead } from "./side-head";
import { noticeText } from "../shell/notices";
import "./compare.css";

/** Two notebooks side by side by what they mean. What is taken over goes into the open one, a step each. */
export function CompareDialog({ comparing }: { comparing: Comparing }) {
  const { workbench, texts } = useSurroundings();
  const { send, comparisons } = workbench;
  const words = texts.comparing;
  const dialog = useRef<HTMLDialogElement>(null);
  const open = useSession((session) => session.notebook);
  const undo = useSession((session) => session.done.at(-1));
  const [began] = useState(undo);
  const [said, say] = useState("");
  const { left, right } = comparing;
  const before = useMemo(
    () => (left === "open" ? workbench.history.current() : left.notebook),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what `current` gives changes with the open notebook
    [left, open, workbench],
  );
  const comparison = useMemo(
    () => right && compareNotebooks(before, right.notebook, compareLines),
    [before, right],
  );
  const names = {
    left: left === "open" ? words.here : left.name,
    right: right?.name ?? words.noFile,
  };
  const close = () => send({ type: "comparing-closed" });

  const take = ({ files, refused }: Looked, side: "left" | "right") => {
    say(refused.map((notice) => noticeText(notice, texts)).join(" "));
    const [first, second] = files;
    if (!first) return;
    const next: Comparing =
      second !== undefined
        ? { left: first, right: second }
        : side === "left"
          ? { left: first, right }
          : { left, right: first };
    send({ type: "comparing-opened", comparing: next });
  };
  const fail = (error: unknown) => say(error instanceof Error ? error.message : String(error));
  const choose = (side: "left" | "right") =>
    void comparisons.choose().then((looked) => take(looked, side), fail);
  const drop = (event: DragEvent) => {
    const files = [...event.dataTransfer.files];
    if (files.length) void comparisons.read(files).then((looked) => take(looked, "right"), fail);
  };

  return (
    <DialogFrame
      dialog={dialog}
      className="compare"
      title={words.title}
      onClose={close}
      foot={
        <>
          <p role="status">{said || words.lead}</p>
          {left === "open" && undo && undo !== began && (
            <button
              type="button"
              className="button"
              onClick={() => {
                say(words.undone);
                send({ type: "undo" });
              }}
            >
              {texts.undoOf(texts.steps[undo.label])}
            </button>
          )}
        </>
      }
    >
      <div className="compare-body" {...ownDrops(drop)}>
        <div className="compare-heads">
          <SideHead name={names.left} file={left === "open" ? null : left}>
            {left !== "open" && (
              <>
                <Way words={words.open} act={() => comparisons.open("left")} />
                <Way
                  words={words.here}
                  act={() => send({ type: "comparing-opened", comparing: { left: "open", right } })}
                />
              </>
            )}
            <Way words={words.otherFile} act={() => choose("left")} />
          </SideHead>
          <SideHead name={names.right} file={right}>
            {left !== "open" && right && <Way words={words.open} act={() => comparisons.open("right")} />}
            <Way words={right ? words.otherFile : words.choose} act={() => choose("right")} isMain={!right} />
          </SideHead>
        </div>
        {!comparison && <p className="compare-quiet">{words.empty}</p>}
        {comparison && isSame(comparison) && <p className="compare-equal">{words.equal}</p>}
        {comparison && (
          <ComparedCells comparison={comparison} names={names} onTaken={left === "open" ? say : null} />
        )}
      </div>
    </DialogFrame>
  );
}

function Way({ words, act, isMain }: { words: string; act: () => void; isMain?: boolean }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isMain) button.current?.focus();
  }, [isMain]);
  return (
    <button
      ref={button}
      type="button"
      className={isMain ? "button button-primary button-small" : "button button-small"}
      onClick={act}
    >
      {words}
    </button>
  );
}

/** A file dropped here is for here: the page below must hear nothing of it. */
function ownDrops(drop: (event: DragEvent) => void) {
  const own = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    onDragEnter: own,
    onDragOver: own,
    onDragLeave: own,
    onDrop: (event: DragEvent) => {
      own(event);
      drop(event);
    },
  };
}

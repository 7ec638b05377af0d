import { Suspense, useMemo, useState } from "react";
import { useSurroundings } from "../shell/workbench-context";
import { formsOf, sizeOf, textOfOutput, type ShownForm } from "./foreign-forms";
import { MarkdownView } from "./later";
import "./saved.css";

/** What is larger would hold up the page and is shown when it is asked for. UTF-16 units; a picture may be larger. */
const largest = 100_000;
const largestPicture = 2_000_000;
/** Outputs of one cell: a loop can print line after line. */
const most = 50;

interface ForeignOutputsProps {
  readonly outputs: readonly unknown[];
  readonly label: string;
  /** The cell itself says that it is another program's. */
  readonly isSaid?: boolean;
}

/** What another program has saved with a cell, as it can be shown without running or loading anything. */
export function ForeignOutputs({ outputs, label, isSaid = false }: ForeignOutputsProps) {
  const { texts } = useSurroundings();
  const [isAsked, ask] = useState(false);
  if (outputs.length === 0) return null;
  const rest = isAsked ? 0 : Math.max(0, outputs.length - most);
  return (
    <div className="foreign-outputs" role="group" aria-label={texts.elsewhere.region(label)}>
      {outputs.slice(0, outputs.length - rest).map((output, i) => (
        <ForeignOutput key={i} output={output} />
      ))}
      {rest > 0 && (
        <button type="button" className="button button-small" onClick={() => ask(true)}>
          {texts.elsewhere.more(rest)}
        </button>
      )}
      {!isSaid && <p className="saved-note">{texts.elsewhere.from}</p>}
    </div>
  );
}

function ForeignOutput({ output }: { output: unknown }) {
  const { texts } = useSurroundings();
  const [isAsked, ask] = useState(false);
  const size = useMemo(() => sizeOf(output), [output]);
  const form = useMemo(
    () => (size <= largestPicture || isAsked ? formsOf(output) : null),
    [output, size, isAsked],
  );
  if (form && (isAsked || size <= largest || form.kind === "picture")) return <Shown form={form} />;
  return (
    <p className="foreign-large">
      {texts.elsewhere.large(texts.count.size(size))}{" "}
      <button type="button" className="button button-small" onClick={() => ask(true)}>
        {texts.elsewhere.show}
      </button>
    </p>
  );
}

function Shown({ form }: { form: ShownForm }) {
  const { texts } = useSurroundings();
  const { elsewhere, cell } = texts;
  switch (form.kind) {
    case "text":
      return (
        <pre className={`foreign-text is-${form.tone} code`} tabIndex={0}>
          {textOfOutput(form.content)}
        </pre>
      );
    case "picture":
      // In an image an SVG runs nothing and asks for nothing.
      return <Picture address={form.content} alt={elsewhere.picture} />;
    case "markdown":
    case "html":
      return (
        <Suspense fallback={null}>
          <MarkdownView
            source={form.content}
            isHtml={form.kind === "html"}
            topLevel={3}
            labels={{
              imageDropped: (address) => elsewhere.blocked("image", address),
              blocked: elsewhere.blocked,
              done: cell.taskDone,
              open: cell.taskOpen,
            }}
          />
        </Suspense>
      );
    case "none":
      return <p className="saved-note">{elsewhere.noForm(form.content)}</p>;
  }
}

function Picture({ address, alt }: { address: string; alt: string }) {
  const { texts } = useSurroundings();
  const [isBroken, setBroken] = useState(false);
  const type = /^data:([^;,]*)/.exec(address)?.[1] ?? "";
  if (isBroken) return <p className="saved-note">{texts.elsewhere.noForm(type)}</p>;
  return <img className="foreign-picture" src={address} alt={alt} onError={() => setBroken(true)} />;
}

import { useRef } from "react";
import type { CodeProps, TextRange } from "./code";
import { CodeEditor } from "./code-editor";
import { CodePreview } from "./code-preview";

interface CodeAreaProps extends CodeProps {
  /** The one cell being edited is active; it gets the live editor and the focus. */
  readonly active: boolean;
  readonly onActivate: () => void;
}

/** A cell's code: live where it is being edited, static elsewhere, at the same height in both. */
export function CodeArea({ active, onActivate, ...code }: CodeAreaProps) {
  const clicked = useRef<TextRange>(null);
  const takeClicked = () => {
    const range = clicked.current;
    clicked.current = null;
    return range;
  };
  const activate = (range: TextRange | null) => {
    clicked.current = range;
    onActivate();
  };
  return active ? (
    <CodeEditor {...code} autoFocus select={takeClicked} />
  ) : (
    <CodePreview {...code} placeholder={code.labels.placeholder} onActivate={activate} />
  );
}

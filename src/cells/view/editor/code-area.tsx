import { CodeEditor } from "./code-editor";
import { CodePreview } from "./code-preview";
import type { CodeProps } from "./code";

interface CodeAreaProps extends CodeProps {
  /** The one cell being edited is active; it gets the live editor and the focus. */
  readonly active: boolean;
  readonly onActivate: () => void;
}

/** A cell's code: live where it is being edited, static elsewhere, at the same height in both. */
export function CodeArea({ active, onActivate, ...code }: CodeAreaProps) {
  return active ? <CodeEditor {...code} autoFocus /> : <CodePreview {...code} onActivate={onActivate} />;
}

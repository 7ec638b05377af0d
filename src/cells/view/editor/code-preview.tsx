import type { CodeLanguage, CodeMarker, TextRange } from "./code";

interface CodePreviewProps {
  readonly language: CodeLanguage;
  readonly value: string;
  readonly markers?: readonly CodeMarker[];
  readonly placeholder?: string;
  readonly wrap?: boolean;
  /** A click; says what was clicked or selected in the text. */
  readonly onActivate?: (range: TextRange | null) => void;
}

/** Coloured text that takes the same place as the editor would. */
export function CodePreview({ value, onActivate }: CodePreviewProps) {
  return (
    <pre className="editor-preview" onClick={() => onActivate?.(null)}>
      {value}
    </pre>
  );
}

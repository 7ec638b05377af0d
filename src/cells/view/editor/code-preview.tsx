import { useMemo, useRef } from "react";
import type { CodeLanguage, CodeMarker, TextRange } from "./code";
import { CodeMarks } from "./code-marks";
import { ColouredLines } from "./coloured-lines";
import { useLive } from "./load-live";
import { heightOf, metrics } from "./metrics";
import { rangeOf, selectionIn } from "./place";
import "./editor.css";

interface CodePreviewProps {
  readonly language: CodeLanguage;
  readonly value: string;
  readonly markers?: readonly CodeMarker[];
  readonly placeholder?: string;
  readonly wrap?: boolean;
  /** A click; says what was clicked or selected in the text. */
  readonly onActivate?: (range: TextRange | null) => void;
}

/** Coloured text that takes the same place as the editor would. Plain at first, if the colours are not there yet. */
export function CodePreview({
  language,
  value,
  markers = [],
  placeholder,
  wrap,
  onActivate,
}: CodePreviewProps) {
  const live = useLive();
  const lines = useMemo(() => value.split(/\r\n|\r|\n/), [value]);
  const coloured = useMemo(() => live?.colour(value, language) ?? null, [live, value, language]);
  const code = useRef<HTMLElement>(null);
  const activate = () => {
    const selected = code.current && selectionIn(code.current);
    onActivate?.(selected ? rangeOf(lines.join("\n"), ...selected) : null);
  };
  const height = wrap ? undefined : heightOf(lines.length);
  return (
    <div
      className={`editor-preview ${wrap ? "editor-wrap" : ""} ${onActivate ? "editor-clickable" : ""}`}
      style={{ height }}
      onClick={activate}
    >
      <pre className="editor-text" tabIndex={scrolls(lines) ? 0 : undefined}>
        <code ref={code}>
          <ColouredLines lines={lines} coloured={coloured} />
        </code>
        {!value && placeholder && <span className="editor-placeholder">{placeholder}</span>}
        {!wrap && <CodeMarks lines={lines} markers={markers} />}
      </pre>
    </div>
  );
}

/** What may be wider or higher than its place has to be reached by the keyboard to be scrolled. */
function scrolls(lines: readonly string[]): boolean {
  return lines.length > metrics.maxLines || lines.some((line) => line.length > 60);
}

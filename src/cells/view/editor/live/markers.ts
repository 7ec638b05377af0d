import type { CodeMarker } from "../code";
import { monaco } from "./monaco";

/** Squiggles in the text and a shape beside the line. */
export function showMarkers(
  editor: monaco.editor.IStandaloneCodeEditor,
  markers: readonly CodeMarker[],
): void {
  const model = editor.getModel();
  if (!model) return;
  monaco.editor.setModelMarkers(
    model,
    "ebb",
    markers.map((marker) => ({
      ...rangeOf(model, marker),
      message: marker.message,
      severity: marker.level === "error" ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
    })),
  );
}

export function glyphs(model: monaco.editor.ITextModel, markers: readonly CodeMarker[]) {
  return markers.map((marker) => ({
    range: rangeOf(model, marker),
    options: {
      glyphMarginClassName: `editor-glyph editor-glyph-${marker.level}`,
      glyphMarginHoverMessage: { value: marker.message.replace(/[\\`*_{}[\]()#+\-.!<>|]/g, "\\$&") },
    },
  }));
}

/** Without an end the marker takes the word it begins at, or one character. */
function rangeOf(model: monaco.editor.ITextModel, marker: CodeMarker): monaco.Range {
  const line = Math.min(Math.max(marker.line, 1), model.getLineCount());
  const column = Math.min(Math.max(marker.column, 1), model.getLineMaxColumn(line));
  const word = model.getWordAtPosition({ lineNumber: line, column });
  return new monaco.Range(
    line,
    column,
    marker.endLine ?? line,
    marker.endColumn ?? Math.max(word?.endColumn ?? 0, column + 1),
  );
}

import type { CodeMarker } from "./code";
import { metrics } from "./metrics";

interface CodeMarksProps {
  readonly lines: readonly string[];
  readonly markers: readonly CodeMarker[];
}

/** The same underline and shape beside the line that the live editor shows; the message itself stands under the cell. */
export function CodeMarks({ lines, markers }: CodeMarksProps) {
  return markers.map((marker, i) => {
    const line = lines[marker.line - 1] ?? "";
    const from = shownColumn(line, marker.column);
    const to = shownColumn(line, endColumn(line, marker));
    const top = metrics.paddingTop + (marker.line - 1) * metrics.lineHeight;
    return (
      <span key={i} title={marker.message} aria-hidden="true">
        <span className={`editor-glyph editor-glyph-${marker.level}`} style={{ top }} />
        <span
          className={`editor-mark editor-mark-${marker.level}`}
          style={{ top, left: `${from}ch`, width: `${Math.max(1, to - from)}ch` }}
        />
      </span>
    );
  });
}

function endColumn(line: string, { line: first, column, endLine = first, endColumn }: CodeMarker): number {
  if (endLine > first) return line.length + 1;
  return endColumn ?? column + (/^[\p{L}\p{N}_]+/u.exec(line.slice(column - 1))?.[0].length ?? 1);
}

function shownColumn(line: string, column: number): number {
  let shown = 0;
  for (const sign of line.slice(0, column - 1))
    shown += sign === "\t" ? metrics.tabSize - (shown % metrics.tabSize) : 1;
  return shown;
}

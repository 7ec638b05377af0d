import { memo } from "react";
import type { ColouredPiece } from "./live";

interface ColouredLinesProps {
  readonly lines: readonly string[];
  readonly coloured: readonly (readonly ColouredPiece[])[] | null;
}

export const ColouredLines = memo(function ColouredLines({ lines, coloured }: ColouredLinesProps) {
  return lines.map((line, i) => (
    <span key={i}>
      {coloured?.[i]?.map(({ text, role }, k) =>
        role ? (
          <span key={k} className={`editor-${role}`}>
            {text}
          </span>
        ) : (
          text
        ),
      ) ?? line}
      {i < lines.length - 1 && "\n"}
    </span>
  ));
});

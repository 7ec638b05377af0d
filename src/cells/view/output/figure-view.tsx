import { ChartNoAxesColumn } from "lucide-react";
import { useRef } from "react";
import type { FigureFacts, TreePart } from "../../../engine";
import { FigureFrame, standAloneSvg } from "../figure";
import type { Texts } from "../texts";
import { drawingsIn } from "./drawings";
import { figureWords } from "./figure-words";
import type { LiveOutput } from "../../session";
import { PartRows } from "./part-rows";
import { TreeView } from "./tree-view";

interface FigureViewProps {
  readonly part: TreePart;
  readonly facts: FigureFacts;
  readonly label: string;
  readonly live: LiveOutput | null;
  readonly texts: Texts;
  readonly region: string;
  readonly onBin?: (part: number) => void;
}

const manyMarks = 20_000;

/** A chart of a cell with what every figure has: words for it, its data, and a way out as a file. */
export function FigureView({ part, facts, label, live, texts, region, onBin }: FigureViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const alternative = figureWords(facts, texts.figureWords, region);
  const svg = (theme: "light" | "dark") =>
    standAloneSvg(
      { title: titleOf(facts), caption: facts.caption, alternative },
      drawingsIn(place.current!),
      theme,
    );
  return (
    <FigureFrame
      labels={texts.figure}
      fileName={fileName(facts.title || label)}
      svg={svg}
      data={
        facts.hasData && live
          ? () => <PartRows part={part.part} live={live} name={texts.output.tableName(label)} texts={texts} />
          : null
      }
    >
      {facts.drawn > manyMarks && (
        <div className="output-many" role="note">
          <ChartNoAxesColumn className="icon" aria-hidden />
          <p>
            {texts.output.tooMany(facts.drawn)} <span>{texts.output.binHow}</span>
          </p>
          {onBin && (
            <button type="button" className="button button-small" onClick={() => onBin(part.part)}>
              {texts.output.bin}
            </button>
          )}
        </div>
      )}
      <div ref={place} className="output-figure">
        <TreeView
          part={part.part}
          root={part.root}
          live={live}
          alternative={alternative}
          label={texts.output.figureName(label)}
          texts={texts.output}
        />
      </div>
    </FigureFrame>
  );
}

function titleOf({ title, subtitle }: FigureFacts): string {
  return [title, subtitle].filter(Boolean).join(". ");
}

function fileName(title: string): string {
  return (
    title
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "figure"
  );
}

import { useId, type CSSProperties } from "react";
import type { ColumnProfile, PartCounts, Piece } from "../../../engine";
import { useSurroundings } from "../shell/workbench-context";
import { pieceWords } from "./piece-words";
import { apartParts, mainParts, type ApartForm, type Part } from "./pieces";
import { useParts } from "./use-parts";
import "./explorer.css";

interface ColumnPartsProps {
  readonly profile: ColumnProfile;
  /** Among the rows that pass the filters of other columns; null: all rows. */
  readonly counts: PartCounts | null;
  /** The counts are of filters before these. */
  readonly isOld: boolean;
  readonly pieces: readonly Piece[];
  readonly keep: (pieces: readonly Piece[]) => void;
  /** How many of the frequent values are shown. */
  readonly most: number;
}

/** A column's bins or frequent values and what lies apart: to see, and to choose from. All rows stay behind in grey. */
export function ColumnParts({ profile, counts, isOld, pieces, keep, most }: ColumnPartsProps) {
  const { texts, region } = useSurroundings();
  const { explorer } = texts;
  const isBinned = profile.histogram.form === "bins";
  const shown = isBinned ? mainParts(profile) : mainParts(profile).slice(0, most);
  const apart = apartParts(profile);
  const parts = [...shown, ...apart];
  const { place, isChosen, onKeyDown, pointer } = useParts({ parts, main: shown.length, pieces, keep });
  const id = useId();
  if (!parts.length)
    return (
      <p className="parts-none">
        {profile.rows === 0
          ? explorer.noRows
          : profile.filled === 0
            ? explorer.onlyMissing
            : explorer.noneFrequent}
      </p>
    );
  const tallest = Math.max(1, ...shown.map(({ count }) => count));
  const option = (part: Part, index: number) => {
    const here = hereOf(part, index, counts);
    const words = pieceWords(texts, region, profile, part.piece);
    const label = explorer.part(words, here, part.count);
    const share = (n: number) => (isBinned ? n / tallest : n / Math.max(1, profile.rows));
    return {
      id: `${id}-${index}`,
      role: "option",
      "aria-selected": isChosen(part.piece),
      "aria-label": label,
      title: label,
      className: [
        "part",
        index === place && "is-at",
        here === 0 && "is-none",
        pieces.length > 0 && !isChosen(part.piece) && "is-out",
      ]
        .filter(Boolean)
        .join(" "),
      style: { "--all": share(part.count), "--here": share(here) } as CSSProperties,
      words,
      here,
      ...pointer(index),
    };
  };
  return (
    <div
      className={`parts ${isOld ? "is-old" : ""}`}
      role="listbox"
      tabIndex={0}
      aria-multiselectable="true"
      aria-label={explorer.parts(profile.name)}
      aria-description={explorer.help}
      aria-activedescendant={`${id}-${place}`}
      onKeyDown={onKeyDown}
    >
      <div className={isBinned ? "parts-bins" : "parts-values"} role="presentation">
        {shown.map((part, index) => {
          const { words, here, ...attributes } = option(part, index);
          return (
            <div key={index} {...attributes}>
              {!isBinned && (
                <>
                  {/* The space parts what is read into the words of the label. */}
                  <span className="part-name">{words}</span>{" "}
                  <span className="tabular">{texts.count.number(here)}</span>
                </>
              )}
            </div>
          );
        })}
      </div>
      {apart.length > 0 && (
        <div className="parts-apart" role="presentation">
          {apart.map((part, i) => {
            const { words, here, ...attributes } = option(part, shown.length + i);
            return (
              <div key={part.piece.form} {...attributes}>
                {words} <span className="tabular">{texts.count.number(here)}</span>
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}

function hereOf({ piece, count }: Part, index: number, counts: PartCounts | null): number {
  if (!counts) return count;
  return piece.form === "range" || piece.form === "value"
    ? (counts.parts[index] ?? 0)
    : counts[piece.form satisfies ApartForm];
}

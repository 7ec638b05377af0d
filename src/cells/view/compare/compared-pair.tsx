import { useMemo } from "react";
import type { CellComparison, ResultChange } from "../../model";
import { takeOver, takeOverOne, type Event } from "../../session";
import { cellWords, differenceWords } from "../history/cell-words";
import { compareLines } from "../history/compare-lines";
import { useSurroundings } from "../shell/workbench-context";
import type { Texts } from "../texts";
import { Pairs, type Names } from "./pairs";
import { SideBySide } from "./side-by-side-view";

interface ComparedPairProps {
  readonly cell: CellComparison;
  readonly all: readonly CellComparison[];
  readonly names: Names;
  readonly states?: Texts["compare"]["status"];
  /** null where nothing can be taken over. */
  readonly onTake: ((event: Event | null, at: Element) => void) | null;
}

/** A cell that is not the same on both sides: in what, and the button that makes the open one like the other. */
export function ComparedPair({ cell, all, names, states, onTake }: ComparedPairProps) {
  const { workbench, texts, language } = useSurroundings();
  const words = texts.comparing;
  const { status, differences, text, result } = cell;
  const shown = (cell.after ?? cell.before)!;
  const label = cellWords(shown, texts, language);
  const session = workbench.session();
  const only = status === "added" ? names.right : onTake ? null : names.left;
  const state = status !== "same" && states ? states[status] : words.status[status](only);
  const isResultOnly = status === "changed" && differences.length === 0 && text === null;
  return (
    <section className={`compare-cell is-${status}`} aria-label={`${state}: ${label}`}>
      <header>
        <h4>
          <span className="compare-status">{state}</span> {label}{" "}
          <small>{texts.compare.cell(cell.place)}</small>
        </h4>
        {onTake && !isResultOnly && (
          <button
            type="button"
            className="button button-small"
            data-take=""
            aria-label={`${words.takes[status]}: ${label}`}
            onClick={(event) => onTake(takeOver(session, cell, all), event.currentTarget)}
          >
            {words.takes[status]}
          </button>
        )}
      </header>
      <Pairs
        names={names}
        of={differences.map((one) => differenceWords(one, cell, texts, language))}
        takes={
          onTake && differences.length > 0
            ? differences.map((one) => {
                const event = takeOverOne(session, cell, one);
                return event && ((at) => onTake(event, at));
              })
            : undefined
        }
      />
      {text && <SideBySide parts={text} label={`${texts.compare.source}: ${label}`} />}
      {result && <Results result={result} names={names} isOpen={isResultOnly} />}
    </section>
  );
}

function Results({ result, names, isOpen }: { result: ResultChange; names: Names; isOpen: boolean }) {
  const { compare, comparing, receipt } = useSurroundings().texts;
  const { before, after, numbers } = result;
  return (
    <details className="compare-result" open={isOpen}>
      <summary>
        {comparing.result}
        {numbers && ` (${receipt.differs(numbers.count)})`}
      </summary>
      {numbers && <Pairs names={names} of={numbers.places} />}
      {(before === null || after === null) && (
        <p className="compare-quiet">{comparing.noResult(before === null ? names.left : names.right)}</p>
      )}
      {Math.max(before?.length ?? 0, after?.length ?? 0) > longest && (
        <p className="compare-quiet">{comparing.cut(longest)}</p>
      )}
      <ResultLines before={before ?? ""} after={after ?? ""} label={compare.result} />
    </details>
  );
}

/** In UTF-16 units. Longer results are put side by side up to here, and that is said. */
const longest = 100_000;

function ResultLines({ before, after, label }: { before: string; after: string; label: string }) {
  const parts = useMemo(
    () => compareLines(before.slice(0, longest), after.slice(0, longest)),
    [before, after],
  );
  return <SideBySide parts={parts} label={label} />;
}

import { useRef } from "react";
import type { CellComparison, Comparison, Difference } from "../../model";
import type { Event } from "../../session";
import { cellWords, differenceWords } from "../history/cell-words";
import { useSurroundings } from "../shell/workbench-context";
import type { Texts } from "../texts";
import { ComparedPair } from "./compared-pair";
import { Pairs, type Names } from "./pairs";
import "./compare.css";

interface ComparedCellsProps {
  readonly comparison: Comparison;
  readonly names: Names;
  /** The left one is the open notebook, and this is told when something was taken over; null: they are only looked at. */
  readonly onTaken: ((said: string) => void) | null;
  /** What the states of a cell are called; else by the names of the two sides. */
  readonly states?: Texts["compare"]["status"];
}

/** What differs, in the order of the right one; what is alike is folded where it stands. */
export function ComparedCells({ comparison, names, onTaken, states }: ComparedCellsProps) {
  const { workbench, texts } = useSurroundings();
  const words = texts.comparing;
  const list = useRef<HTMLDivElement>(null);
  const { title, cells, data, settings } = comparison;
  const take = (event: Event | null, at: Element) => {
    if (!event) return;
    const buttons = [...(list.current?.querySelectorAll("button[data-take]") ?? [])];
    const place = buttons.indexOf(at);
    workbench.send(event);
    onTaken?.(words.taken);
    // What was taken is alike now and its button gone: the hand goes on at the next one.
    requestAnimationFrame(() => {
      const left = [...(list.current?.querySelectorAll<HTMLElement>("button[data-take]") ?? [])];
      (left[Math.min(place, left.length - 1)] ?? list.current)?.focus();
    });
  };
  return (
    <div className="compare-list" ref={list} tabIndex={-1}>
      {!states && <p className="compare-counts">{words.counts(countsOf(cells))}</p>}
      {title && (
        <section className="compare-cell">
          <Pairs
            names={names}
            of={[{ of: texts.compare.title, before: title.before, after: title.after }]}
            takes={onTaken ? [(at) => take({ type: "title-changed", title: title.after }, at)] : undefined}
          />
        </section>
      )}
      {runsOf(cells).map((run) =>
        run.isAlike ? (
          <Alike key={keyOf(run.cells[0]!)} cells={run.cells} />
        ) : (
          run.cells.map((one) => (
            <ComparedPair
              key={keyOf(one)}
              cell={one}
              all={cells}
              names={names}
              states={states}
              onTake={onTaken && take}
            />
          ))
        ),
      )}
      <Rest title={texts.compare.data} differences={data} names={names} />
      <Rest title={texts.compare.settings} differences={settings} names={names} />
    </div>
  );
}

function keyOf({ before, after, status }: CellComparison): string {
  return `${(after ?? before)!.id} ${status}`;
}

function countsOf(cells: readonly CellComparison[]) {
  const of = (status: CellComparison["status"]) => cells.filter((one) => one.status === status).length;
  return {
    changed: of("changed"),
    left: of("removed"),
    right: of("added"),
    moved: of("moved"),
    same: of("same"),
  };
}

function runsOf(cells: readonly CellComparison[]) {
  const runs: { isAlike: boolean; cells: CellComparison[] }[] = [];
  for (const cell of cells) {
    const isAlike = cell.status === "same";
    const last = runs.at(-1);
    if (last?.isAlike === isAlike) last.cells.push(cell);
    else runs.push({ isAlike, cells: [cell] });
  }
  return runs;
}

function Alike({ cells }: { cells: readonly CellComparison[] }) {
  const { texts, language } = useSurroundings();
  return (
    <details className="compare-alike">
      <summary>{texts.comparing.alike(cells.length)}</summary>
      <ol>
        {cells.map(({ before, place }) => (
          <li key={before!.id}>
            <small>{texts.compare.cell(place)}</small> {cellWords(before!, texts, language)}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Rest({
  title,
  differences,
  names,
}: {
  title: string;
  differences: readonly Difference[];
  names: Names;
}) {
  const { texts, language } = useSurroundings();
  if (!differences.length) return null;
  const none = { before: null, after: null };
  return (
    <section className="compare-cell">
      <h4>{title}</h4>
      <Pairs names={names} of={differences.map((one) => differenceWords(one, none, texts, language))} />
    </section>
  );
}

import { Suspense } from "react";
import { analysisById, titleOf } from "../../../analyses";
import type { SavedResult } from "../../model";
import { labelOf, type Shared, type SharedCell } from "../../session";
import { SavedTable } from "../cell/saved-result";
import { MarkdownView } from "../cell/later";
import { useSurroundings } from "../shell/workbench-context";
import { ShareRows } from "./share-rows";
import type { Way } from "./share-settings";
import type { ShareTables } from "./use-copy";

interface SharePreviewProps {
  readonly shared: Shared;
  readonly tables: ShareTables;
  readonly hasResults: boolean;
  readonly isChecked: boolean;
  readonly ways: ReadonlyMap<string, Way>;
  readonly onWay: (cell: string, way: Way) => void;
}

/** Every cell with a result: what of it leaves, and what is left out and why. */
export function SharePreview({ shared, tables, hasResults, isChecked, ways, onWay }: SharePreviewProps) {
  const { texts } = useSurroundings();
  const { share, count } = texts;
  const data = shared.notebook.data.filter(({ table }) => !tables.has(table));
  return (
    <>
      {[...tables].map(([table, columns]) => (
        <ShareRows key={table} table={table} columns={columns} />
      ))}
      {(data.length > 0 || tables.size === 0) && (
        <p className="share-quiet">{data.length ? share.slots : share.noSlots}</p>
      )}
      <ul className="share-slots">
        {data.map(({ table, fileName, rowCount, columns }) => (
          <li key={table}>
            {share.slot(table, fileName, rowCount, columns.map(({ name }) => name).join(", "))}
          </li>
        ))}
      </ul>
      {!hasResults && <p>{share.codeAbout}</p>}
      {hasResults &&
        shared.cells
          .filter(({ hasResult }) => hasResult)
          .map((one) => (
            <PreviewCell
              key={one.cell.id}
              shared={one}
              isChecked={isChecked}
              way={ways.get(one.cell.id) ?? "checked"}
              onWay={(way) => onWay(one.cell.id, way)}
            />
          ))}
      <p className="visually-hidden">{count.number(shared.cells.length)}</p>
    </>
  );
}

interface PreviewCellProps {
  readonly shared: SharedCell;
  readonly isChecked: boolean;
  readonly way: Way;
  readonly onWay: (way: Way) => void;
}

function PreviewCell({ shared, isChecked, way, onWay }: PreviewCellProps) {
  const { texts, language } = useSurroundings();
  const { share } = texts;
  const { cell, index, saved, refused, withheld } = shared;
  const card = cell.kind === "analysis" ? analysisById(cell.analysis) : null;
  const title = card ? titleOf(card, language) : texts.cell[cell.kind];
  const said = withheld.map(({ what, count, where }) => share.withheld[what](count, where));
  return (
    <section className="share-cell" aria-label={`${title} ${labelOf(cell, index)}`}>
      <header>
        <h4>
          {title} <small>{labelOf(cell, index)}</small>
        </h4>
        <select
          className="field"
          aria-label={`${share.cell}: ${title} ${labelOf(cell, index)}`}
          value={way}
          onChange={(event) => onWay(event.target.value as Way)}
        >
          {(["checked", "whole", "without"] as const)
            .filter((one) => isChecked || one !== "whole")
            .map((one) => (
              <option key={one} value={one}>
                {!isChecked && one === "checked" ? share.choices.whole : share.choices[one]}
              </option>
            ))}
        </select>
      </header>
      {refused && <p className="share-refused">{share.refused[refused]}</p>}
      {said.length > 0 && !refused && (
        <ul className="share-withheld">
          {said.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {saved && said.length === 0 && <p className="share-quiet">{share.whole}</p>}
      {saved ? (
        <details>
          <summary>{share.leaves}</summary>
          <Leaving saved={saved} label={labelOf(cell, index)} />
        </details>
      ) : (
        !refused && <p className="share-quiet">{share.nothing}</p>
      )}
    </section>
  );
}

/** The very result that is written, as other programs show it. */
function Leaving({ saved, label }: { saved: SavedResult; label: string }) {
  const { texts } = useSurroundings();
  const { elsewhere, cell, report } = texts;
  if (saved.form === "analysis") {
    return (
      <>
        <Suspense fallback={null}>
          <MarkdownView
            source={saved.html}
            isHtml
            topLevel={3}
            labels={{
              imageDropped: cell.attachment,
              blocked: elsewhere.blocked,
              done: cell.taskDone,
              open: cell.taskOpen,
            }}
          />
        </Suspense>
        {saved.figures.map((figure, i) => (
          <Picture key={i} svg={figure.svg} words={figure.text} />
        ))}
      </>
    );
  }
  if (saved.form === "parts") {
    return saved.shown.map(({ svg, text }, i) =>
      svg === null ? <pre key={i}>{text}</pre> : <Picture key={i} svg={svg} words={text || report.picture} />,
    );
  }
  if (saved.form === "texts") return <p>{saved.texts.join(" · ")}</p>;
  return <SavedTable saved={saved} label={label} />;
}

/** In an image an SVG runs nothing and asks for nothing. */
function Picture({ svg, words }: { svg: string; words: string }) {
  const whole = svg.replace(/\p{Surrogate}/gu, "\ufffd");
  return <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(whole)}`} alt={words} />;
}

import { isSame, type CellComparison, type Comparison, type Difference } from "../../model";
import { useSurroundings } from "../shell/workbench-context";
import { cellWords, differenceWords } from "./cell-words";
import { TextParts } from "./text-parts";

/** Two notebooks side by side by what they mean: only what differs, in the order of the later one. */
export function ComparisonView({ comparison }: { comparison: Comparison }) {
  const { texts } = useSurroundings();
  const { history, compare } = texts;
  if (isSame(comparison)) return <p className="history-quiet">{history.same}</p>;
  const { title, cells, data, settings } = comparison;
  return (
    <div className="comparison">
      {title && <Pairs of={[{ of: compare.title, before: title.before, after: title.after }]} />}
      {cells
        .filter(({ status }) => status !== "same")
        .map((one) => (
          <ComparedCell key={(one.after ?? one.before)!.id + one.status} cell={one} />
        ))}
      <Rest title={compare.data} differences={data} />
      <Rest title={compare.settings} differences={settings} />
    </div>
  );
}

function ComparedCell({ cell }: { cell: CellComparison }) {
  const { texts, language } = useSurroundings();
  const { compare } = texts;
  const shown = (cell.after ?? cell.before)!;
  const pairs = cell.differences.map((one) => differenceWords(one, cell, texts, language));
  return (
    <section className={`compared is-${cell.status}`}>
      <h4>
        <span className="compared-status">
          {compare.status[cell.status === "same" ? "moved" : cell.status]}
        </span>{" "}
        {cellWords(shown, texts, language)} <small>{compare.cell(cell.place)}</small>
      </h4>
      <Pairs of={pairs} />
      {cell.text && <TextParts parts={cell.text} />}
      {cell.result && (
        <details>
          <summary>{compare.result}</summary>
          <Pairs
            of={[
              {
                of: compare.result,
                before: cell.result.before ?? compare.nothing,
                after: cell.result.after ?? compare.nothing,
              },
            ]}
          />
        </details>
      )}
    </section>
  );
}

function Rest({ title, differences }: { title: string; differences: readonly Difference[] }) {
  const { texts, language } = useSurroundings();
  if (!differences.length) return null;
  const none = { before: null, after: null };
  return (
    <section className="compared">
      <h4>{title}</h4>
      <Pairs of={differences.map((one) => differenceWords(one, none, texts, language))} />
    </section>
  );
}

function Pairs({ of }: { of: readonly { of: string; before: string; after: string }[] }) {
  const { compare } = useSurroundings().texts;
  if (!of.length) return null;
  return (
    <table className="compared-pairs">
      <thead>
        <tr>
          <td />
          <th scope="col">{compare.before}</th>
          <th scope="col">{compare.after}</th>
        </tr>
      </thead>
      <tbody>
        {of.map((pair, i) => (
          <tr key={i}>
            <th scope="row">{pair.of}</th>
            <td>{pair.before}</td>
            <td>{pair.after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

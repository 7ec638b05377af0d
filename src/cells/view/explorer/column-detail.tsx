import { useEffect, useState } from "react";
import type { ColumnProfile, CountedValue, Piece, Quantiles } from "../../../engine";
import { useSurroundings } from "../shell/workbench-context";
import type { ExplorerState, ExplorerStore } from "./explorer-store";
import { keyOf, piecesOf } from "./explorer-store";
import { valueWords } from "./piece-words";
import { holds, toggled } from "./pieces";

interface ColumnDetailProps {
  readonly explorer: ExplorerStore;
  readonly state: ExplorerState;
  readonly profile: ColumnProfile;
}

/** What is asked only when a column is opened: quantiles of numbers and moments, all values of the rest. */
export function ColumnDetail(props: ColumnDetailProps) {
  return props.profile.histogram.form === "bins" ? <QuantileList {...props} /> : <ValueSearch {...props} />;
}

function QuantileList({ explorer, state, profile }: ColumnDetailProps) {
  const { texts, region } = useSurroundings();
  const { explorer: words } = texts;
  const others = othersOf(state, profile.name);
  const answer = useAnswer<Quantiles | null>(`${profile.name} ${keyOf(others)}`, (signal) =>
    explorer.ask.quantiles(explorer.shown, profile, others, signal),
  );
  if (answer === null) return <p className="detail-note">{words.loading}</p>;
  if ("failed" in answer) return <p className="detail-note">{words.failed(answer.failed)}</p>;
  const { found } = answer;
  if (!found) return <p className="detail-note">{words.onlyMissing}</p>;
  return (
    <>
      <dl className="quantiles">
        {found.at.map(({ share, value }) => (
          <div key={share}>
            <dt>{words.quantile(share)}</dt>
            <dd className="tabular">
              {found.isEstimate && share > 0 && share < 1
                ? words.about(valueWords(region, profile, value))
                : valueWords(region, profile, value)}
            </dd>
          </div>
        ))}
      </dl>
      <p className="detail-note">{words.quantilesOf(found.rows)}</p>
    </>
  );
}

function ValueSearch({ explorer, state, profile }: ColumnDetailProps) {
  const { texts } = useSurroundings();
  const { explorer: words } = texts;
  const [text, setText] = useState("");
  const others = othersOf(state, profile.name);
  const pieces = piecesOf(state, profile.name);
  const answer = useAnswer<{ values: readonly CountedValue[]; more: boolean }>(
    `${profile.name} ${text}\n${keyOf(others)}`,
    (signal) => explorer.ask.values(explorer.shown, profile, text, others, signal),
  );
  const found = answer && "found" in answer ? answer.found : null;
  const pick = (piece: Piece) => explorer.keep(profile, toggled(pieces, piece, true));
  return (
    <>
      <input
        type="search"
        className="field value-search"
        aria-label={words.search(profile.name)}
        placeholder={words.searchHint}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {answer && "failed" in answer && <p className="detail-note">{words.failed(answer.failed)}</p>}
      {!answer && <p className="detail-note">{words.searching}</p>}
      {found?.values.length === 0 && <p className="detail-note">{words.nothingFound}</p>}
      {found && (
        <ul className="found-values">
          {found.values.map(({ value, count }) => {
            const piece: Piece = { form: "value", value };
            return (
              <li key={value}>
                <label title={value}>
                  <input type="checkbox" checked={holds(pieces, piece)} onChange={() => pick(piece)} />
                  <span className="part-name">{value === "" ? words.empty : value}</span>
                  <span className="tabular">{texts.count.number(count)}</span>
                </label>
              </li>
            );
          })}
        </ul>
      )}
      {found?.more && <p className="detail-note">{words.moreFound(found.values.length)}</p>}
    </>
  );
}

function othersOf({ filters }: ExplorerState, column: string) {
  return filters.filter((filter) => filter.column.name !== column);
}

type Answer<T> = { readonly found: T } | { readonly failed: string } | null;

/** Asked anew with each key, a moment after it was typed; the answer to a question of before is dropped. */
function useAnswer<T>(key: string, ask: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const [answer, setAnswer] = useState<{ key: string; answer: Answer<T> }>({ key: "", answer: null });
  useEffect(() => {
    const stopper = new AbortController();
    const tell = (told: Answer<T>) => {
      if (!stopper.signal.aborted) setAnswer({ key, answer: told });
    };
    const askNow = () =>
      ask(stopper.signal).then(
        (found) => tell({ found }),
        (error: unknown) => tell({ failed: error instanceof Error ? error.message : String(error) }),
      );
    const timer = setTimeout(() => void askNow(), answer.key ? 150 : 0);
    return () => {
      clearTimeout(timer);
      stopper.abort();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the question is told by its key
  }, [key]);
  return answer.key === key ? answer.answer : null;
}

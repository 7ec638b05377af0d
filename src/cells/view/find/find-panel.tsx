import { X } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { labelOf, selectedCells } from "../../session";
import { caretNow } from "../editor";
import { useSession, useSurroundings } from "../shell/workbench-context";
import { mostHits, type Hit, type Query } from "./find-all";
import { HitLine } from "./hit-line";
import { replacementOf, searchedTexts } from "./replacement";
import { useFindings } from "./use-findings";
import "./find.css";

const scopes = ["all", "selected", "cell"] as const;

const keyOf = ({ cell, field, from }: Hit) => `${cell} ${field} ${from}`;

/** Looks through texts and names of cells; every replacement is seen before it is made, and all are one step back. */
export function FindPanel({ replacing, onClose }: { replacing: boolean; onClose: () => void }) {
  const { workbench, texts: words } = useSurroundings();
  const { find } = words;
  const { send, session } = workbench;
  const cells = useSession(({ notebook }) => notebook.cells);
  // What "this cell" and "selected" mean is settled when the panel opens: going to a place selects its cell.
  const [began] = useState(() => {
    const selected = caretNow()?.selected ?? "";
    const focus = document.activeElement;
    return { selected, focus, cells: selectedCells(session()).map(({ id }) => id), at: session().selected };
  });
  const [query, setQuery] = useState<Query>({
    wanted: began.selected.includes("\n") ? "" : began.selected,
    by: "",
    matchCase: false,
    wholeWord: false,
    isPattern: false,
  });
  const [scope, setScope] = useState<(typeof scopes)[number]>(began.cells.length > 1 ? "selected" : "all");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const searched = useMemo(
    () =>
      searchedTexts(
        cells.filter(
          ({ id }) => scope === "all" || (scope === "cell" ? id === began.at : began.cells.includes(id)),
        ),
      ),
    [cells, scope, began],
  );
  const findings = useFindings(searched, query);
  useEffect(() => field.current?.select(), [replacing]);

  const change = (part: Partial<Query>) => {
    setQuery({ ...query, ...part });
    setDone(null);
    if (part.by === undefined) setLeft(new Set());
  };
  const close = () => {
    onClose();
    const here = document.querySelector<HTMLElement>("[data-cell].is-selected");
    const before = began.focus instanceof HTMLElement && began.focus.isConnected ? began.focus : null;
    // Whoever went to a place is there now.
    (here && !here.contains(before) ? here : before)?.focus();
  };
  const isCurrent = findings?.texts === searched && findings.query === query;
  const hits = isCurrent ? findings.hits : [];
  const chosen = hits.filter((hit) => !left.has(keyOf(hit)));
  const plan = replacing && isCurrent ? replacementOf(session(), searched, chosen) : null;
  const made = chosen.filter((hit) => hit.field === "source" || !plan?.refused.has(hit.cell));
  const replace = () => {
    if (!plan?.texts.length) return;
    send({ type: "texts-replaced", texts: plan.texts });
    setDone(made.length);
    setLeft(new Set());
  };
  const notSearched = cells.filter(({ kind }) => kind === "analysis" || kind === "foreign").length;
  const toggle = (hit: Hit) => {
    const key = keyOf(hit);
    setLeft(new Set(left.has(key) ? [...left].filter((one) => one !== key) : [...left, key]));
  };

  return (
    <div
      className="find"
      role="dialog"
      aria-label={replacing ? find.replaceTitle : find.title}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        close();
      }}
    >
      <header className="find-head">
        <h2>{replacing ? find.replaceTitle : find.title}</h2>
        <button
          type="button"
          className="button button-quiet button-small button-icon"
          aria-label={find.close}
          title={find.close}
          onClick={close}
        >
          <X className="icon" aria-hidden="true" />
        </button>
      </header>
      <form
        className="find-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (hits[0] && !replacing) send({ type: "selected", cell: hits[0].cell, edit: false });
        }}
      >
        <label>
          {find.wanted}
          <input
            ref={field}
            className="field code"
            autoFocus
            spellCheck={false}
            value={query.wanted}
            onChange={(event) => change({ wanted: event.target.value })}
          />
        </label>
        {replacing && (
          <label>
            {find.by}
            <input
              className="field code"
              spellCheck={false}
              value={query.by}
              onChange={(event) => change({ by: event.target.value })}
            />
          </label>
        )}
        <div className="find-choices">
          {(["matchCase", "wholeWord", "isPattern"] as const).map((one) => (
            <label key={one}>
              <input type="checkbox" checked={query[one]} onChange={() => change({ [one]: !query[one] })} />{" "}
              {find[one]}
            </label>
          ))}
        </div>
        <label>
          {find.scope}
          <select
            className="field"
            value={scope}
            onChange={(event) => setScope(scopes.find((one) => one === event.target.value) ?? "all")}
          >
            {scopes.map((one) => (
              <option key={one} value={one} disabled={one !== "all" && began.cells.length === 0}>
                {find.scopes[one]}
              </option>
            ))}
          </select>
        </label>
      </form>
      <p className="find-said" role="status">
        {findings?.problem?.kind === "wrong" && find.wrong(findings.problem.message)}
        {findings?.problem?.kind === "slow" && find.slow}
        {!findings?.problem && done !== null && find.replaced(done)}
        {!findings?.problem && done === null && query.wanted !== "" && find.found(hits.length)}
        {findings?.isCut && isCurrent && ` ${find.cut(mostHits)}`}
      </p>
      {replacing && (
        <button
          type="button"
          className="button button-primary"
          disabled={!plan?.texts.length}
          onClick={replace}
        >
          {find.replace(made.length)}
        </button>
      )}
      <div className="find-hits">
        {cells.map((cell, i) => {
          const own = hits.filter((hit) => hit.cell === cell.id);
          const refused = plan?.refused.get(cell.id);
          if (own.length === 0) return null;
          return (
            <section key={cell.id} aria-label={labelOf(cell, i)}>
              <h3>
                {labelOf(cell, i)} <small>{words.cell[cell.kind]}</small>
              </h3>
              {refused && (
                <p className="find-refused">
                  {find.refused(refused === "taken" ? find.taken : words.badName[refused])}
                </p>
              )}
              <ul>
                {own.map((hit) => (
                  <HitLine
                    key={keyOf(hit)}
                    text={
                      searched.find(({ cell: id, field: one }) => id === hit.cell && one === hit.field)
                        ?.text ?? ""
                    }
                    hit={hit}
                    replacing={replacing}
                    chosen={!left.has(keyOf(hit))}
                    onChoose={() => toggle(hit)}
                    onGo={() => send({ type: "selected", cell: hit.cell, edit: false })}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      <p className="find-note">
        {find.note} {notSearched > 0 && find.notSearched(notSearched)}
      </p>
    </div>
  );
}

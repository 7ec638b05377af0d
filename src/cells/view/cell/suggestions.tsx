import { memo } from "react";
import { questionOf, suggest, titleOf, type DataSet, type Suggestion } from "../../../analyses";
import { newCell, type DataSlot } from "../../model";
import { useSession, useSurroundings } from "../shell/workbench-context";
import "./suggestions.css";

/** Below the notebook: which analyses each table can answer now, and what is missing for the others. */
export const Suggestions = memo(function Suggestions() {
  const { texts } = useSurroundings();
  const slots = useSession((session) => session.notebook.data);
  const tables = useSession((session) => session.tables);
  const weekStart = useSession((session) => session.notebook.settings.weekStart);
  const loaded = slots.filter((slot) => tables[slot.table]);
  if (loaded.length === 0) return null;
  return (
    <section className="suggestions" aria-label={texts.suggest.title}>
      <h2>{texts.suggest.title}</h2>
      {loaded.map((slot) => (
        <TableSuggestions key={slot.table} slot={slot} weekStart={weekStart} named={loaded.length > 1} />
      ))}
    </section>
  );
});

interface TableSuggestionsProps {
  readonly slot: DataSlot;
  readonly weekStart: DataSet["weekStart"];
  readonly named: boolean;
}

function TableSuggestions({ slot, weekStart, named }: TableSuggestionsProps) {
  const { texts } = useSurroundings();
  const all = suggest({ ...slot, weekStart });
  return (
    <>
      {named && <h3>{texts.suggest.table(slot.table)}</h3>}
      <ul>
        {all.map((one) => (
          <li key={one.analysis.id}>
            <Offer suggestion={one} table={slot.table} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Offer({ suggestion, table }: { suggestion: Suggestion; table: string }) {
  const { workbench, texts, language } = useSurroundings();
  const end = useSession((session) => session.notebook.cells.length);
  const { analysis, params, missing } = suggestion;
  const add = () => {
    const cell = { ...newCell("analysis"), analysis: analysis.id, table, params };
    workbench.send({ type: "cell-inserted", cell, at: end, edit: false });
  };
  const can = missing.length === 0;
  return (
    <button type="button" className="offer" disabled={!can} onClick={add}>
      <strong>{titleOf(analysis, language)}</strong>
      <span>{questionOf(analysis, language)}</span>
      {!can && (
        <small>{texts.suggest.missing(missing.map((problem) => texts.roles[problem.role]).join(", "))}</small>
      )}
    </button>
  );
}

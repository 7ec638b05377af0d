import { useMemo } from "react";
import type { DataSlot } from "../../model";
import { driftOf, type Drift, type TableState } from "../../session";
import { useSession, useSurroundings } from "../shell/workbench-context";

/** In what the file differs from the one that the notebook knew before. */
export function DriftNote({ table, slot }: { table: TableState; slot: DataSlot }) {
  const { texts, workbench } = useSurroundings();
  const { count } = texts;
  const { drift: words } = texts.importing;
  const earlier = useSession((session) => session.earlierSlots[slot.table]);
  const drift = useMemo(() => (earlier ? driftOf(earlier, slot) : null), [earlier, slot]);
  if (!earlier || !drift) return null;
  const { rows, added, gone, renamed } = drift;
  return (
    <details className="read-note drift" open>
      <summary>{words.title(earlier.fileName)}</summary>
      <ul>
        <li>{words.rows(count.rows(rows.before), count.rows(rows.now))}</li>
        {drift.period && <li>{words.period(drift.period)}</li>}
        {gone.length > 0 && <li>{words.gone(gone.join(", "))}</li>}
        {renamed.map(({ from, to }) => (
          <Renamed key={from} from={from} to={to} table={table} />
        ))}
        {added.length > 0 && <li>{words.added(added.join(", "))}</li>}
        <Changes drift={drift} />
        {!earlier.digest && <li>{words.uncounted}</li>}
      </ul>
      <button
        type="button"
        className="link"
        onClick={() => workbench.send({ type: "comparison-ended", table: slot.table })}
      >
        {words.end}
      </button>
    </details>
  );
}

/** One click gives the new column the old name: queries and roles then find it. */
function Renamed({ from, to, table }: { from: string; to: string; table: TableState }) {
  const { workbench, texts } = useSurroundings();
  const { drift: words } = texts.importing;
  const { plan, name } = table.loaded;
  const rename = () => {
    const columns = plan.columns.map((column) => (column.name === to ? { ...column, name: from } : column));
    workbench.imports.readAs({ table: name, load: null }, { ...plan, columns });
  };
  return (
    <li>
      {words.renamed(from, to)}{" "}
      <button type="button" className="link" onClick={rename}>
        {words.same}
      </button>
    </li>
  );
}

function Changes({ drift }: { drift: Drift }) {
  const { texts, locale } = useSurroundings();
  const { drift: words } = texts.importing;
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const { retyped, categories, missing, repeated } = drift;
  return (
    <>
      {retyped.map(({ column, before, now }) => (
        <li key={`type ${column}`}>{words.retyped(column, before.toLowerCase(), now.toLowerCase())}</li>
      ))}
      {categories.map(({ column, added, gone }) => (
        <li key={`values ${column}`}>{words.categories(column, added, gone)}</li>
      ))}
      {missing.map(({ column, before, now }) => (
        <li key={`missing ${column}`}>
          {words.missing(column, percent.format(before), percent.format(now))}
        </li>
      ))}
      {repeated && <li>{words.repeated(repeated.column, repeated.rows)}</li>}
    </>
  );
}

import { useMemo } from "react";
import type { DataSlot } from "../../model";
import { driftOf, type Drift, type TableState } from "../../session";
import { useSession, useSurroundings } from "../shell/workbench-context";
import { DriftFigures } from "./drift-figures";
import "./drift.css";

/** In what the file differs from the one that the notebook knew before. */
export function DriftNote({ table, slot }: { table: TableState; slot: DataSlot }) {
  const { workbench, texts } = useSurroundings();
  const { drift: words } = texts.importing;
  const earlier = useSession((session) => session.earlierSlots[slot.table]);
  const drift = useMemo(() => (earlier ? driftOf(earlier, slot) : null), [earlier, slot]);
  if (!earlier || !drift) return null;
  return (
    <details className="drift" open>
      <summary>{words.title(earlier.fileName)}</summary>
      <DriftFigures drift={drift} />
      <ul>
        <Columns drift={drift} table={table} slot={slot} />
        <Values drift={drift} />
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

function Columns({ drift, table, slot }: { drift: Drift; table: TableState; slot: DataSlot }) {
  const { texts } = useSurroundings();
  const { drift: words } = texts.importing;
  const renamed = new Set(drift.renamed.flatMap(({ from, to }) => [`from ${from}`, `to ${to}`]));
  const gone = drift.gone.filter((name) => !renamed.has(`from ${name}`));
  const added = drift.added.filter((name) => !renamed.has(`to ${name}`));
  return (
    <>
      {drift.renamed.map(({ from, to }) => (
        <Renamed key={from} from={from} to={to} table={table} slot={slot} />
      ))}
      {drift.orphaned.map(({ role, column }) => (
        <li key={role} className="is-weighty">
          {words.orphaned(texts.roles[role], column)}
        </li>
      ))}
      {gone.length > 0 && <li>{words.gone(listed(gone, words.more))}</li>}
      {added.length > 0 && <li>{words.added(listed(added, words.more))}</li>}
    </>
  );
}

interface RenamedProps {
  readonly from: string;
  readonly to: string;
  readonly table: TableState;
  readonly slot: DataSlot;
}

/** One click gives the new column the old name: queries then find it too. */
function Renamed({ from, to, table, slot }: RenamedProps) {
  const { workbench, texts } = useSurroundings();
  const { drift: words } = texts.importing;
  const { plan, name } = table.loaded;
  const rename = () => {
    const columns = plan.columns.map((column) => (column.name === to ? { ...column, name: from } : column));
    workbench.imports.readAs({ table: name, load: null }, { ...plan, columns });
  };
  const roles = Object.entries(texts.roles).flatMap(([role, label]) =>
    slot.roles[role as keyof typeof texts.roles] === to ? [label] : [],
  );
  return (
    <li className={roles.length ? "is-weighty" : undefined}>
      {roles.length ? words.taken(from, to, roles.join(", ")) : words.renamed(from, to)}{" "}
      <button type="button" className="link" onClick={rename}>
        {words.same}
      </button>
    </li>
  );
}

function Values({ drift: { categories, repeated } }: { drift: Drift }) {
  const { texts } = useSurroundings();
  const { drift: words } = texts.importing;
  return (
    <>
      {categories.map(({ column, added, gone }) => (
        <li key={column}>
          {words.categories(
            column,
            added.length ? listed(added, words.more) : null,
            gone.length ? listed(gone, words.more) : null,
          )}
        </li>
      ))}
      {repeated && <li className="is-weighty">{words.repeated(repeated.column, repeated.rows)}</li>}
    </>
  );
}

/** More than these would push everything else off the panel. */
const mostListed = 8;

function listed(names: readonly string[], more: (n: number) => string): string {
  const shown = names.slice(0, mostListed).join(", ");
  return names.length > mostListed ? `${shown} ${more(names.length - mostListed)}` : shown;
}

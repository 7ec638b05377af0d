import { useEffect, useState } from "react";
import { useSession, useSurroundings } from "../shell/workbench-context";

const shown = 5;

/** The first rows of a table as they leave: what is in the chosen columns, and that nothing of it is held back. */
export function ShareRows({ table, columns }: { table: string; columns: readonly string[] }) {
  const { workbench, texts } = useSurroundings();
  const { share } = texts;
  const slot = useSession((session) => session.notebook.data.find((one) => one.table === table));
  const load = useSession((session) => session.tables[table]?.load);
  const [rows, setRows] = useState<readonly (readonly (string | null)[])[]>([]);
  useEffect(() => {
    let isWanted = true;
    const show = (found: typeof rows) => isWanted && setRows(found);
    workbench.rows({ table }, 0, shown, null).then(show, () => show([]));
    return () => void (isWanted = false);
  }, [workbench, table, load]);
  if (!slot) return null;
  const places = slot.columns.flatMap(({ name }, i) => (columns.includes(name) ? [i] : []));
  return (
    <section className="share-cell" aria-label={table}>
      <h4>{share.tableRows(table, slot.rowCount)}</h4>
      <p className="share-refused">{share.wholeRows}</p>
      <div className="saved-table" tabIndex={0} role="region" aria-label={share.firstRows(table)}>
        <table>
          <thead>
            <tr>
              {places.map((i) => (
                <th key={i} scope="col">
                  {slot.columns[i]!.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {places.map((i) => (
                  <td key={i} className={row[i] === null ? "is-null" : undefined}>
                    {row[i] ?? "NULL"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

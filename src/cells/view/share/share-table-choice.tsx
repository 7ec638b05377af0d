import { useSession, useTexts } from "../shell/workbench-context";
import type { ShareTables } from "./use-copy";

interface ShareTableChoiceProps {
  readonly tables: ShareTables;
  readonly onChoose: (tables: ShareTables) => void;
}

/** Which tables' rows leave, and which of their columns: nothing is ticked before a person ticks it. */
export function ShareTableChoice({ tables, onChoose }: ShareTableChoiceProps) {
  const { share } = useTexts();
  const loaded = useSession((session) => session.tables);
  const data = useSession((session) => session.notebook.data);
  const there = data.filter(({ table }) => loaded[table]);
  const choose = (table: string, columns: readonly string[]) => {
    const rest = [...tables].filter(([one]) => one !== table);
    onChoose(new Map(columns.length ? [...rest, [table, columns]] : rest));
  };
  if (there.length === 0) return <p className="share-quiet">{share.noTables}</p>;
  return (
    <fieldset className="share-tables">
      <legend>{share.tables}</legend>
      {there.map(({ table, rowCount, columns, roles }) => {
        const all = columns.map(({ name }) => name);
        const chosen = tables.get(table);
        const withRole = new Set(Object.values(roles));
        return (
          <div key={table}>
            <label>
              <input
                type="checkbox"
                checked={chosen !== undefined}
                onChange={(event) => choose(table, event.target.checked ? all : [])}
              />{" "}
              {share.tableRows(table, rowCount)}
            </label>
            {chosen && (
              <details>
                <summary>{share.columnsOf(table, chosen.length, all.length)}</summary>
                <fieldset aria-label={share.columnsLeave(table)}>
                  {all.map((column) => (
                    <label key={column}>
                      <input
                        type="checkbox"
                        checked={chosen.includes(column)}
                        onChange={(event) =>
                          choose(
                            table,
                            all.filter((one) =>
                              one === column ? event.target.checked : chosen.includes(one),
                            ),
                          )
                        }
                      />{" "}
                      {column} {withRole.has(column) && <small>{share.role}</small>}
                    </label>
                  ))}
                </fieldset>
              </details>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

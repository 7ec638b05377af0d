import type { SavedResult } from "../../model";
import { useSurroundings } from "../shell/workbench-context";
import { ForeignOutputs } from "./foreign-outputs";
import "./saved.css";

/** Says that nothing ran here and when the result was made. */
export function SavedNote({ saved }: { saved: SavedResult }) {
  const { texts, region } = useSurroundings();
  if (saved.form === "foreign" || !saved.at) return null;
  const time = Date.parse(saved.at);
  if (Number.isNaN(time)) return null;
  const day = new Intl.DateTimeFormat(region, { dateStyle: "long", timeStyle: "short" }).format(time);
  return <p className="saved-note">{texts.status.savedAt(day)}</p>;
}

/** The first rows as they were saved: plain text in a plain table. */
export function SavedTable({ saved, label }: { saved: SavedResult; label: string }) {
  const { texts } = useSurroundings();
  if (saved.form === "error") return <p className="error-box">{saved.message}</p>;
  if (saved.form === "foreign") return <ForeignOutputs outputs={saved.outputs} label={label} />;
  if (saved.form !== "table") return null;
  return (
    <>
      <SavedNote saved={saved} />
      <div className="saved-table" tabIndex={0} role="region" aria-label={texts.grid.name(label)}>
        <table>
          <thead>
            <tr>
              {saved.columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.name} <small>{column.type.toLowerCase()}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {saved.rows.map((row, i) => (
              <tr key={i}>
                {row.map((text, j) => (
                  <td key={j} className={text === null ? "is-null" : undefined}>
                    {text ?? "NULL"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="saved-note">{texts.grid.savedFirst(saved.rows.length, saved.rowCount)}</p>
    </>
  );
}

import type { LoadedTable } from "../../../engine";
import { useTexts } from "../shell/workbench-context";

/** Rows that could not be read and headers that had to change: said, never hidden. */
export function Rejected({ loaded }: { loaded: LoadedTable }) {
  const { data } = useTexts();
  const { rejected, renamed } = loaded;
  return (
    <>
      {rejected.count > 0 && (
        <details className="rejected">
          <summary>{data.rejected(rejected.count)}</summary>
          <ul>
            {rejected.first.map((row, i) => (
              <li key={i}>
                <span className="tabular">{data.line(row.line)}</span> {row.reason}
                <code>{row.text.slice(0, 200)}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      {renamed.length > 0 && (
        <details className="rejected">
          <summary>{data.renamed(renamed[0]!.from || data.emptyHeader, renamed[0]!.to)}</summary>
          <ul>
            {renamed.map((one) => (
              <li key={one.to}>{data.renamed(one.from || data.emptyHeader, one.to)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

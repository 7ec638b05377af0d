import type { Report } from "../../../analyses";
import { useTexts } from "../shell/workbench-context";

/** How it is reckoned: the formula with this result's numbers, what is assumed, where it comes from. */
export function MethodView({ report }: { report: Report }) {
  const { analysis } = useTexts();
  const { method } = report;
  return (
    <div className="method">
      <h3>{analysis.definition}</h3>
      <p>{report.definition}</p>
      <h3>{analysis.formula}</h3>
      <pre className="method-formula tabular">{method.formula.join("\n")}</pre>
      {method.notes.length > 0 && (
        <>
          <h3>{analysis.notes}</h3>
          <ul>
            {method.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{analysis.sources}</h3>
      <ul>
        {method.sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </div>
  );
}

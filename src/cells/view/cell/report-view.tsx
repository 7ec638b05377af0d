import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Caveat, Finding, Report } from "../../../analyses";
import { Counted, PlotFigure, ReportTableView } from "../figure";
import { useTexts } from "../shell/workbench-context";

/** Verdict first and largest; how it came about and what could turn it stand right under it; the rest is folded. */
export function ReportView({ report, standing }: { report: Report; standing?: ReactNode }) {
  const texts = useTexts();
  const { analysis, figure, table } = texts;
  const flips = report.caveats.filter((caveat) => caveat.level === "flips");
  const others = report.caveats.filter((caveat) => caveat.level !== "flips");
  const tableOf = (id: string) => report.tables.find((one) => one.id === id) ?? null;
  return (
    <>
      <VerdictView verdict={report.verdict} />
      {standing}
      {flips.map((caveat) => (
        <CaveatLine key={caveat.id} caveat={caveat} />
      ))}
      {report.figures.map((one) => (
        <PlotFigure key={one.id} figure={one} table={tableOf(one.table)} labels={{ ...figure, table }} />
      ))}
      {others.length > 0 && (
        <details className="fold" open={others.some((caveat) => caveat.level === "limits")}>
          <summary>{analysis.caveats(others.length)}</summary>
          <ul className="caveats">
            {others.map((caveat) => (
              <li key={caveat.id} className={`is-${caveat.level}`}>
                {caveat.text}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="definition">{report.definition}</p>
      <details className="fold">
        <summary>{analysis.details}</summary>
        <Findings findings={report.findings} />
        {report.tables.map((one) => (
          <ReportTableView key={one.id} table={one} labels={table} />
        ))}
      </details>
    </>
  );
}

function VerdictView({ verdict }: { verdict: Report["verdict"] }) {
  const { analysis } = useTexts();
  const { number } = verdict;
  return (
    <div className={`verdict is-${verdict.level}`}>
      <p className="verdict-level">{analysis.levels[verdict.level]}</p>
      <p className="verdict-sentence">{verdict.sentence}</p>
      {number && (
        <p className="verdict-number tabular">
          <strong>
            <Counted who={number.who}>{number.value}</Counted>
          </strong>
          {number.interval && <span>{number.interval}</span>}
          <span className="verdict-base">{number.base}</span>
        </p>
      )}
      {verdict.next && <p className="verdict-next">{verdict.next}</p>}
    </div>
  );
}

function CaveatLine({ caveat }: { caveat: Caveat }) {
  return (
    <p className="caveat-flips">
      <TriangleAlert className="icon" aria-hidden="true" />
      {caveat.text}
    </p>
  );
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  return (
    <dl className="findings tabular">
      {findings.map((finding) => (
        <div key={finding.id}>
          <dt>{finding.label}</dt>
          <dd>
            {finding.text}
            <small>{finding.interval ? finding.intervalText : finding.noInterval}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

import { useMemo } from "react";
import type { Report } from "../../../analyses";
import { reportOf, savedReportOf } from "../../kinds";
import type { EarlierResult } from "../../session";
import { useSession, useSurroundings } from "../shell/workbench-context";

/** What the analysis said of the file before, beside what it says of this one. */
export function EarlierLine({ cell, report }: { cell: string; report: Report }) {
  const earlier = useSession((session) => session.earlier[cell]);
  return earlier ? <Earlier earlier={earlier} report={report} /> : null;
}

function Earlier({ earlier, report }: { earlier: EarlierResult; report: Report }) {
  const { texts, region, language } = useSurroundings();
  const { beside: words } = texts.importing;
  const old = useMemo(() => {
    const { result } = earlier;
    return "request" in result && "ran" in result
      ? reportOf(result, language)
      : savedReportOf(result, language);
  }, [earlier, language]);
  if (!old) return null;
  const time = Date.parse(earlier.at);
  const day = Number.isNaN(time) ? "" : new Intl.DateTimeFormat(region, { dateStyle: "long" }).format(time);
  const number = (of: Report) =>
    of.verdict.number && `${of.verdict.number.value} ${of.verdict.number.interval ?? ""}`;
  const now = new Map(report.findings.map((finding) => [finding.id, finding]));
  return (
    <details className="earlier">
      <summary>
        {words.line(earlier.file, day)} {old.verdict.sentence}
      </summary>
      {old.definition !== report.definition && (
        <p className="saved-note">{words.otherQuestion(old.definition)}</p>
      )}
      <table>
        <thead>
          <tr>
            <th />
            <th scope="col">{words.then}</th>
            <th scope="col">{words.now}</th>
          </tr>
        </thead>
        <tbody className="tabular">
          <tr>
            <th scope="row">{old.verdict.number?.base ?? words.verdict}</th>
            <td>{number(old) ?? "—"}</td>
            <td>{number(report) ?? "—"}</td>
          </tr>
          {old.findings.map((finding) => (
            <tr key={finding.id}>
              <th scope="row">{finding.label}</th>
              <td>{finding.text}</td>
              <td>{now.get(finding.id)?.text ?? "—"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

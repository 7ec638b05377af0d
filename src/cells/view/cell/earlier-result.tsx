import { useMemo } from "react";
import type { Report, Request } from "../../../analyses";
import { reportOf, savedReportOf, savedRequestOf } from "../../kinds";
import { canonicalJson } from "../../model";
import type { EarlierResult } from "../../session";
import { useSession, useSurroundings } from "../shell/workbench-context";
import "./earlier.css";

interface EarlierLineProps {
  readonly cell: string;
  readonly report: Report;
  readonly request: Request;
}

/** What the analysis said of the file before, beside what it says of this one. */
export function EarlierLine({ cell, ...now }: EarlierLineProps) {
  const earlier = useSession((session) => session.earlier[cell]);
  return earlier ? <Earlier earlier={earlier} {...now} /> : null;
}

interface EarlierProps extends Omit<EarlierLineProps, "cell"> {
  readonly earlier: EarlierResult;
}

function Earlier({ earlier, report, request }: EarlierProps) {
  const { texts, region, language } = useSurroundings();
  const { beside: words } = texts.importing;
  const old = useMemo(() => {
    const { result } = earlier;
    return "request" in result && "ran" in result
      ? { report: reportOf(result, language), request: result.request }
      : { report: savedReportOf(result, language), request: savedRequestOf(result) };
  }, [earlier, language]);
  if (!old.report || !old.request) return null;
  const { report: before } = old;
  const time = Date.parse(earlier.at);
  const day = Number.isNaN(time) ? "" : new Intl.DateTimeFormat(region, { dateStyle: "long" }).format(time);
  const now = new Map(report.findings.map((finding) => [finding.id, finding]));
  return (
    <details className="earlier">
      <summary>
        {words.line(earlier.file, day)} {before.verdict.sentence}
      </summary>
      {!isSameQuestion(old.request, request) && (
        <p className="saved-note">{words.otherQuestion(before.definition)}</p>
      )}
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.then}</th>
            <th scope="col">{words.now}</th>
          </tr>
        </thead>
        <tbody className="tabular">
          <tr className="earlier-verdict">
            <th scope="row">{words.verdict}</th>
            <VerdictNumber report={before} />
            <VerdictNumber report={report} />
          </tr>
          {before.findings.map((finding) => (
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

function VerdictNumber({ report: { verdict } }: { report: Report }) {
  const { number } = verdict;
  if (!number) return <td>—</td>;
  return (
    <td>
      <strong>{number.value}</strong>
      <small>{[number.interval, number.base].filter(Boolean).join(" · ")}</small>
    </td>
  );
}

/** The days that "the last complete month" meant then are others now: that alone makes no other question. */
function isSameQuestion(before: Request, now: Request): boolean {
  const asked = ({ params, data }: Request) => canonicalJson({ params, rule: data.rule });
  return asked(before) === asked(now);
}

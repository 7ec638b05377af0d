import { Suspense, useMemo, useState, type ReactNode } from "react";
import { analysisById, type Report, type Request } from "../../../analyses";
import { reportOf, savedReportOf, savedRequestOf, tablesOf, type AnalysisOutput } from "../../kinds";
import type { AnalysisCell } from "../../model";
import { openAsCode, openAsSql, showsSaved, type Run } from "../../session";
import { CustomersPanel, useCustomers } from "../customers";
import { WhoContext } from "../figure";
import { WithReceipt } from "../receipt/receipt-context";
import { useReckoned } from "../receipt/use-reckoned";
import { useSession, useSurroundings, useTexts } from "../shell/workbench-context";
import { EarlierLine } from "./earlier-result";
import { ErrorBox } from "./error-box";
import { ForeignOutputs } from "./foreign-outputs";
import { ClaimPlace, ReceiptView, StandingView } from "./later";
import { MethodView } from "./method-view";
import { QueryView } from "./query-view";
import { ReportView } from "./report-view";
import { SavedNote } from "./saved-result";
import { SentenceForm } from "./sentence-form";
import { useLoadedAnalysis } from "./use-loaded-analysis";
import "./analysis.css";

interface AnalysisCellProps {
  readonly cell: AnalysisCell;
  readonly index: number;
  readonly run: Run;
  readonly label: string;
}

type Tab = "result" | "sql" | "method";

/** The sentence is the form; below it the verdict, and behind tabs what ran and how it is reckoned. */
export function AnalysisCellView({ cell, index, run, label }: AnalysisCellProps) {
  const { language } = useSurroundings();
  const isLoaded = useLoadedAnalysis(cell.analysis);
  const output = run.output?.form === "analysis" ? run.output : null;
  const saved = !output && showsSaved(run) ? cell.saved : null;
  const report = useMemo(
    () =>
      !isLoaded ? null : output ? reportOf(output, language) : saved ? savedReportOf(saved, language) : null,
    [output, saved, language, isLoaded],
  );
  const request = useMemo(
    () => (output ? output.request : saved ? savedRequestOf(saved) : null),
    [output, saved],
  );
  if (!analysisById(cell.analysis)) return run.error ? <ErrorBox error={run.error} /> : null;
  return (
    <>
      <SentenceForm cell={cell} />
      <Suspense fallback={<div className="claim-room" />}>
        <ClaimPlace cell={cell} />
      </Suspense>
      <div className={`cell-output analysis is-${run.status}`} aria-busy={run.status === "running"}>
        {run.error && <ErrorBox error={run.error} cell={cell} />}
        {saved && <SavedNote saved={saved} />}
        {report && request && !run.old && <EarlierLine cell={cell.id} report={report} request={request} />}
        {report && (
          <WithReceipt cell={cell}>
            <Tabs
              cell={cell}
              index={index}
              report={report}
              output={output}
              isLive={isLive(run)}
              standing={
                request && <Standing cell={cell} request={request} data={output ? run.basis : null} />
              }
            />
          </WithReceipt>
        )}
        {saved?.form === "foreign" && <ForeignOutputs outputs={saved.outputs} label={label} />}
        {!report && !run.error && (run.status === "running" || run.status === "queued") && (
          <div className="analysis-room" />
        )}
      </div>
    </>
  );
}

interface StandingProps {
  readonly cell: AnalysisCell;
  readonly request: Request;
  readonly data: string | null;
}

function Standing({ cell, request, data }: StandingProps) {
  return (
    <Suspense fallback={null}>
      <StandingView analysis={cell.analysis} request={request} data={data} />
    </Suspense>
  );
}

interface TabsProps {
  readonly cell: AnalysisCell;
  readonly index: number;
  readonly report: Report;
  readonly output: AnalysisOutput | null;
  /** Its numbers are of the data that are here now. */
  readonly isLive: boolean;
  readonly standing: ReactNode;
}

/** A change of the sentence alone leaves the result true to its own request; a change of the data does not. */
function isLive({ status, because }: Run): boolean {
  return status === "fresh" || (status === "stale" && because.length === 0);
}

function Tabs({ cell, index, report, output, isLive, standing }: TabsProps) {
  const { workbench, language } = useSurroundings();
  const { analysis: texts } = useTexts();
  const [tab, setTab] = useState<Tab>("result");
  const ran = output?.ran ?? (cell.saved?.form === "analysis" ? cell.saved.carries?.sql : undefined);
  const tabs: readonly Tab[] = ran ? ["result", "sql", "method"] : ["result", "method"];
  const slots = useSession((session) => session.notebook.data);
  const customers = useCustomers(cell.id, output, isLive);
  const reckoned = useReckoned(cell);
  const id = (one: Tab) => `${cell.id}-${one}`;
  const step = (by: number) => {
    const next = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length]!;
    setTab(next);
    document.getElementById(`${id(next)}-tab`)?.focus();
  };
  return (
    <>
      <div className="tabs-row">
        <div
          className="tabs"
          role="tablist"
          aria-label={texts.tabs}
          onKeyDown={(event) => {
            if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
            event.stopPropagation();
            step(event.key === "ArrowRight" ? 1 : -1);
          }}
        >
          {tabs.map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              id={`${id(one)}-tab`}
              aria-selected={tab === one}
              aria-controls={id(one)}
              tabIndex={tab === one ? 0 : -1}
              onClick={() => setTab(one)}
            >
              {texts[one]}
            </button>
          ))}
        </div>
        <button
          type="button"
          className="button button-quiet button-small"
          title={texts.openAsCodeHint}
          onClick={() => void openAsCode(workbench, cell, index, slots, output, language)}
        >
          {texts.openAsCode}
        </button>
      </div>
      <div role="tabpanel" id={id(tab)} aria-labelledby={`${id(tab)}-tab`}>
        {tab === "result" && (
          <WhoContext value={customers.ask}>
            <ReportView report={report} standing={standing} />
          </WhoContext>
        )}
        {tab === "result" && customers.asked && (
          <CustomersPanel
            key={customers.asked.id}
            cell={cell.id}
            asked={customers.asked}
            customers={customers}
            onSql={(source) => openAsSql(workbench, source, index)}
          />
        )}
        {tab === "sql" && ran && <QueryView ran={ran} />}
        {tab === "method" && (
          <>
            <MethodView report={report} />
            {reckoned && (
              <Suspense fallback={null}>
                <ReceiptView cell={cell.id} kind="analysis" tables={tablesOf(cell)} reckoned={reckoned} />
              </Suspense>
            )}
          </>
        )}
      </div>
    </>
  );
}

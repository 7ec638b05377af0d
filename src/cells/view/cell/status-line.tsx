import { reasons, type Run } from "../../session";
import { useTexts } from "../shell/workbench-context";
import { StatusMark } from "./status-mark";

/** Shape, word, reason, time. */
export function StatusLine({ run }: { run: Run }) {
  const texts = useTexts();
  const word = texts.status[run.status];
  return (
    <span className={`status is-${run.status}`}>
      <StatusMark status={run.status} label={word} />
      <span className="status-word">{wordsOf(run, texts)}</span>
    </span>
  );
}

function wordsOf(run: Run, { status, locale }: ReturnType<typeof useTexts>): string {
  switch (run.status) {
    case "fresh":
      return run.tookMs === null ? "" : status.took(seconds(run.tookMs, locale));
    case "stale":
      return `${status.stale}: ${reasonOf(run, status)}`;
    case "blocked":
      return status.blockedBy(run.because.join(", "));
    case "never":
      return "";
    case "saved":
    case "queued":
    case "running":
    case "failed":
      return status[run.status];
  }
}

function reasonOf({ because }: Run, status: ReturnType<typeof useTexts>["status"]): string {
  if (because.includes(reasons.engine)) return status.restarted;
  if (because.includes(reasons.weekStart)) return status.weekStart;
  return because.length ? status.because(because.join(", ")) : status.edited;
}

function seconds(ms: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: ms < 1000 ? 2 : 1 }).format(ms / 1000);
}

import { Square } from "lucide-react";
import { useEffect, useState } from "react";
import { reasons, type Run, type RunProgress } from "../../session";
import { useTexts, useWorkbench } from "../shell/workbench-context";
import { asksForChoice } from "./error-text";
import { StatusMark } from "./status-mark";

/** From here on a person may wonder whether it ever ends. */
const longMs = 10_000;

/** Shape, word, reason, time. `off`: see CellHead. */
export function StatusLine({ run, off }: { run: Run; off: string | null }) {
  const texts = useTexts();
  if (off !== null)
    return (
      <span className="status is-off">
        <span className="status-word">{off ? texts.run.offBecause(off) : texts.run.off}</span>
      </span>
    );
  const isOpen = run.status === "failed" && asksForChoice(run.error?.code);
  const status = isOpen ? "blocked" : run.status;
  const word = isOpen ? texts.status.open : texts.status[run.status];
  return (
    <span className={`status is-${status}`}>
      <StatusMark status={status} label={word} />
      <span className="status-word">
        {run.status === "running" ? (
          <Running since={run.startedAt} progress={run.progress} />
        ) : isOpen ? (
          word
        ) : (
          wordsOf(run, texts)
        )}
      </span>
    </span>
  );
}

interface RunningProps {
  readonly since: number | null;
  readonly progress: RunProgress | null;
}

/** How long it has been running, how far it is when it can tell, and the way out: with that, or after ten seconds. */
function Running({ since, progress }: RunningProps) {
  const { send } = useWorkbench();
  const { status, run, top, locale } = useTexts();
  const [now, setNow] = useState(since ?? 0);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const ms = Math.max(0, now - (since ?? now));
  if (ms < 1000) return status.running;
  const whole = Math.floor(ms / 1000);
  return (
    <>
      {run.running(new Intl.NumberFormat(locale).format(whole))}
      {progress && <ProgressOf progress={progress} />}
      {(progress || ms >= longMs) && (
        <span className="status-long" role="status">
          {ms >= longMs && run.long}
          <button
            type="button"
            className="button button-small"
            onClick={() => send({ type: "stop-requested" })}
          >
            <Square className="icon" aria-hidden="true" />
            {top.stop}
          </button>
        </span>
      )}
    </>
  );
}

/** The questions one after another, then the arithmetic. */
function ProgressOf({ progress: { done, of, share } }: { progress: RunProgress }) {
  const { run, locale } = useTexts();
  const isAsking = done < of - 1;
  const words = isAsking
    ? run.question(done + 1, of - 1)
    : run.arithmetic(share === null ? "" : new Intl.NumberFormat(locale, { style: "percent" }).format(share));
  return (
    <span className="status-progress">
      {words}
      <progress aria-label={words} max={1} value={(done + (isAsking ? 0 : (share ?? 0))) / of} />
    </span>
  );
}

function wordsOf(run: Run, texts: ReturnType<typeof useTexts>): string {
  const { status, locale } = texts;
  switch (run.status) {
    case "fresh":
      return run.tookMs === null ? "" : status.took(seconds(run.tookMs, locale));
    case "stale":
      return `${status.stale}: ${reasonOf(run, texts)}`;
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

function reasonOf({ because }: Run, { status, run }: ReturnType<typeof useTexts>): string {
  if (because.includes(reasons.engine)) return status.restarted;
  if (because.includes(reasons.stopped)) return status.halfDone;
  if (because.includes(reasons.weekStart)) return status.weekStart;
  if (because.includes(reasons.width)) return run.width;
  return because.length ? status.because(because.join(", ")) : status.edited;
}

function seconds(ms: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: ms < 1000 ? 2 : 1 }).format(ms / 1000);
}

import type { RunStatus } from "../../session";

/** Status is a shape as well as a colour. The word stands beside it or in its title. */
export function StatusMark({ status, label }: { status: RunStatus; label: string }) {
  return (
    <svg className={`status-mark is-${status}`} viewBox="0 0 16 16" role="img" aria-label={label}>
      <title>{label}</title>
      {shapeOf(status)}
    </svg>
  );
}

function shapeOf(status: RunStatus) {
  switch (status) {
    case "never":
      return <circle cx="8" cy="8" r="4" fill="none" strokeWidth="1.5" />;
    case "saved":
      return <path d="M8 3.5 12.5 8 8 12.5 3.5 8Z" fill="none" strokeWidth="1.5" />;
    case "queued":
      return (
        <>
          <circle cx="3.5" cy="8" r="1.4" />
          <circle cx="8" cy="8" r="1.4" />
          <circle cx="12.5" cy="8" r="1.4" />
        </>
      );
    case "running":
      return <path d="M8 2.5a5.5 5.5 0 1 1-5.5 5.5" fill="none" strokeWidth="2" strokeLinecap="round" />;
    case "fresh":
      return <circle cx="8" cy="8" r="4.5" />;
    case "stale":
      return (
        <>
          <circle cx="8" cy="8" r="4.5" fill="none" strokeWidth="1.5" />
          <path d="M8 3.5a4.5 4.5 0 0 1 0 9Z" />
        </>
      );
    case "failed":
      return <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" fill="none" strokeWidth="2.2" strokeLinecap="round" />;
    case "blocked":
      return <path d="M5.5 4v8M10.5 4v8" fill="none" strokeWidth="2.2" strokeLinecap="round" />;
  }
}

import { X } from "lucide-react";
import { useSession, useTexts, useWorkbench } from "./workbench-context";
import "./notices.css";

export function Notices() {
  const { send } = useWorkbench();
  const texts = useTexts();
  const notices = useSession((session) => session.notices);
  return (
    <div className="notices" role="status" aria-live="polite">
      {notices.map((notice) => (
        <div key={notice.id} className={`notice is-${notice.level}`}>
          <p>{texts.notices[notice.code]?.(notice.values) ?? notice.values.message ?? notice.code}</p>
          <button
            type="button"
            className="button button-quiet button-small button-icon"
            aria-label={texts.data.dismiss}
            onClick={() => send({ type: "notice-dismissed", notice: notice.id })}
          >
            <X className="icon" aria-hidden="true" />
          </button>
        </div>
      ))}
    </div>
  );
}

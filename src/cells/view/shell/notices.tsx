import { X } from "lucide-react";
import type { Notice } from "../../session";
import { errorText } from "../cell/error-text";
import type { Texts } from "../texts";
import { useSession, useTexts, useWorkbench } from "./workbench-context";
import "./notices.css";

export function Notices() {
  const { send, takeOffer } = useWorkbench();
  const texts = useTexts();
  const notices = useSession((session) => session.notices);
  return (
    <div className="notices" role="status" aria-live="polite">
      <EngineNotice />
      {notices.map((notice) => (
        <div key={notice.id} className={`notice is-${notice.level}`}>
          <div className="notice-words">
            <p>{noticeText(notice, texts)}</p>
            {notice.offers && notice.offers.length > 0 && (
              <p className="notice-offers">
                {notice.offers.map((offer) => (
                  <button
                    key={offer}
                    type="button"
                    className="button button-small"
                    onClick={() => takeOffer(notice.id, offer)}
                  >
                    {texts.offers[offer] ?? texts.top.open}
                  </button>
                ))}
              </p>
            )}
          </div>
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

export function noticeText({ code, values }: Notice, { notices }: Texts): string {
  return notices[code]?.(values) ?? values.message ?? code;
}

/** As long as the engine is not there, nothing can run: said until it is back, and cannot be sent away. */
function EngineNotice() {
  const texts = useTexts();
  const engine = useSession((session) => session.engine);
  switch (engine.state) {
    case "ready":
    case "starting":
      return null;
    case "restarting":
      return (
        <div className="notice is-caution">
          <p>{texts.state.restartingHint}</p>
        </div>
      );
    case "failed": {
      const { says, hint } = errorText({ code: "no-engine", message: engine.message }, texts);
      return (
        <div className="notice is-harm">
          <p>
            <strong>{says}.</strong> {hint}
            <small className="notice-cause">{engine.message}</small>
          </p>
        </div>
      );
    }
  }
}

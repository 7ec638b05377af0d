import { History } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTexts } from "../shell/workbench-context";

const HistoryDialog = lazy(async () => ({ default: (await import("./history-dialog")).HistoryDialog }));

export function HistoryButton() {
  const { history } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button button-quiet button-icon"
        aria-label={history.open}
        title={history.open}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <History className="icon" aria-hidden="true" />
      </button>
      {isOpen && (
        <Suspense>
          <HistoryDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

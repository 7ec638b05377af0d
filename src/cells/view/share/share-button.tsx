import { Share2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTexts } from "../shell/workbench-context";

const ShareDialog = lazy(async () => ({ default: (await import("./share-dialog")).ShareDialog }));

export function ShareButton() {
  const { share } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button button-quiet button-icon"
        aria-label={share.button}
        title={share.hint}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Share2 className="icon" aria-hidden="true" />
      </button>
      {isOpen && (
        <Suspense>
          <ShareDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

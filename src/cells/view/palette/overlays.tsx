import { lazy, Suspense } from "react";
import type { PageDoing } from "../../session";

const Palette = lazy(async () => ({ default: (await import("./palette")).Palette }));
const Shortcuts = lazy(async () => ({ default: (await import("./shortcuts")).Shortcuts }));
const FindPanel = lazy(async () => ({ default: (await import("../find/find-panel")).FindPanel }));
const HistoryDialog = lazy(async () => ({
  default: (await import("../history/history-dialog")).HistoryDialog,
}));

/** What lies over the page; one thing at a time. */
export type Overlay = Parameters<PageDoing["open"]>[0] | null;

interface OverlaysProps {
  readonly open: Overlay;
  readonly page: PageDoing;
  readonly onClose: (what: Overlay) => void;
}

export function Overlays({ open, page, onClose }: OverlaysProps) {
  const close = () => onClose(open);
  return (
    <Suspense>
      {open === "palette" && <Palette page={page} onClose={close} />}
      {open === "shortcuts" && <Shortcuts onClose={close} />}
      {(open === "find" || open === "replace") && (
        <FindPanel replacing={open === "replace"} onClose={close} />
      )}
      {open === "history" && <HistoryDialog onClose={close} />}
    </Suspense>
  );
}

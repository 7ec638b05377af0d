import { lazy, Suspense, useEffect } from "react";
import type { PageDoing } from "../../session";

const palette = () => import("./palette");
const shortcuts = () => import("./shortcuts");
const find = () => import("../find/find-panel");

const Palette = lazy(async () => ({ default: (await palette()).Palette }));
const Shortcuts = lazy(async () => ({ default: (await shortcuts()).Shortcuts }));
const FindPanel = lazy(async () => ({ default: (await find()).FindPanel }));
const HistoryDialog = lazy(async () => ({
  default: (await import("../history/history-dialog")).HistoryDialog,
}));

const VerifyAll = lazy(async () => ({ default: (await import("../receipt")).VerifyAll }));

/** What lies over the page; one thing at a time. */
export type Overlay = Parameters<PageDoing["open"]>[0] | null;

interface OverlaysProps {
  readonly open: Overlay;
  readonly page: PageDoing;
  readonly onClose: (what: Overlay) => void;
}

export function Overlays({ open, page, onClose }: OverlaysProps) {
  const close = () => onClose(open);
  // Whoever opens one types at once: what is typed must not wait for it, and reach the cells meanwhile.
  useEffect(() => {
    const timer = setTimeout(() => void Promise.allSettled([palette(), find(), shortcuts()]), 1500);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Suspense>
      {open === "palette" && <Palette page={page} onClose={close} />}
      {open === "shortcuts" && <Shortcuts onClose={close} />}
      {(open === "find" || open === "replace") && (
        <FindPanel replacing={open === "replace"} onClose={close} />
      )}
      {open === "history" && <HistoryDialog onClose={close} />}
      {open === "verify-all" && <VerifyAll onClose={close} />}
    </Suspense>
  );
}

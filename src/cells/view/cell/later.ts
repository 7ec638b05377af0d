import { lazy } from "react";
import { loadAnalyses } from "../../../analyses";
import { fetchLeversHole } from "../hole";

/**
 * What an empty page need not wait for: it comes when the page has nothing else to do, and at once where it is shown.
 * Whatever a hand could be typing into is not among it.
 */
const markdown = () => import("../markdown");
const output = () => import("../output");
const input = () => import("../input");
const outline = () => import("../outline");
const ledger = () => import("../ledger");
const receipt = () => import("../receipt");

export const MarkdownView = lazy(async () => ({ default: (await markdown()).MarkdownView }));
export const OutputView = lazy(async () => ({ default: (await output()).OutputView }));
export const CodeError = lazy(async () => ({ default: (await output()).CodeError }));
export const InputCellView = lazy(async () => ({ default: (await input()).InputCellView }));
export const OutlinePanel = lazy(async () => ({ default: (await outline()).OutlinePanel }));

/** ms before the programs of all analyses are fetched: those that somebody asks for come at once. */
const longAfter = 15_000;
export const ReceiptView = lazy(async () => ({ default: (await receipt()).ReceiptView }));
export const CellReceipt = lazy(async () => ({ default: (await receipt()).CellReceipt }));
export const ClaimPlace = lazy(async () => ({ default: (await ledger()).ClaimPlace }));
export const StandingView = lazy(async () => ({ default: (await ledger()).StandingView }));

/** Fetches it all; what cannot be had now is asked for again where it is needed. */
export function fetchLater(): () => void {
  whenIdle(
    () => void Promise.allSettled([markdown(), output(), input(), outline(), ledger(), fetchLeversHole()]),
    500,
  );
  // From then on the page needs nobody to hand it anything more.
  const timer = setTimeout(() => whenIdle(() => void loadAnalyses(), 0), longAfter);
  return () => clearTimeout(timer);
}

function whenIdle(act: () => void, otherwise: number): void {
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: 2000 });
  else setTimeout(act, otherwise);
}

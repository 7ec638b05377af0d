import { lazy } from "react";
import { loadAnalyses } from "../../../analyses";

/**
 * What an empty page need not wait for: it comes when the page has nothing else to do, and at once where it is shown.
 * Whatever a hand could be typing into is not among it.
 */
const markdown = () => import("../markdown");
const output = () => import("../output");
const input = () => import("../input");
const outline = () => import("../outline");

export const MarkdownView = lazy(async () => ({ default: (await markdown()).MarkdownView }));
export const OutputView = lazy(async () => ({ default: (await output()).OutputView }));
export const CodeError = lazy(async () => ({ default: (await output()).CodeError }));
export const InputCellView = lazy(async () => ({ default: (await input()).InputCellView }));
export const OutlinePanel = lazy(async () => ({ default: (await outline()).OutlinePanel }));

/** Fetches it all; what cannot be had now is asked for again where it is needed. */
export function fetchLater(): void {
  const fetchAll = () => void Promise.allSettled([markdown(), output(), input(), outline(), loadAnalyses()]);
  if ("requestIdleCallback" in window) requestIdleCallback(fetchAll, { timeout: 2000 });
  else setTimeout(fetchAll, 500);
}

import { useSyncExternalStore } from "react";
import type { CodeLanguage } from "./code";
import type { Formatted } from "./format/format-sql";
import type * as live from "./live";
import { metrics } from "./metrics";

/** The lazily loaded part of the editor: Monaco and all that touches it. */
export type Live = typeof live;

let loaded: Live | null = null;
let loading: Promise<Live> | null = null;
const listeners = new Set<() => void>();

/** Fetches it once; a failed try can be repeated. */
export function loadLive(): Promise<Live> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** The live part, as soon as it is there. Showing code is reason enough to fetch it when the page has nothing else to do. */
export function useLive(): Live | null {
  return useSyncExternalStore(subscribe, liveNow);
}

/** The caret of the live editor, when somebody writes in one. */
export function caretNow(): ReturnType<Live["caret"]> {
  return loaded?.caret() ?? null;
}

/** Lets go of the text and undo history of a cell that is gone for good. */
export function forgetCode(cellId: string): void {
  loaded?.forget(cellId);
}

/**
 * The text of a cell with its lines in order, for a button or a command; Shift+Alt+F does it in the editor by itself.
 * An editor of the cell takes the change as one step of undo. `done: false`: it could not be read, nothing changed.
 */
export async function formatCode(cellId: string, language: CodeLanguage, text: string): Promise<Formatted> {
  return (await loadLive()).formatCell(cellId, language, text);
}

function liveNow(): Live | null {
  return loaded;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!loading) whenIdle(() => void loadLive().catch(stayPlain));
  return () => listeners.delete(listener);
}

/** Without the live part code stays readable and editable as plain text; the next cell that shows code tries again. */
function stayPlain(): void {}

async function load(): Promise<Live> {
  // Monaco takes its texts from here when its modules start; English is built in.
  if (document.documentElement.lang.startsWith("ru")) await import("monaco-editor/nls/lang/ru");
  // It measures letters once: the font has to be there first.
  const font = getComputedStyle(document.documentElement).getPropertyValue("--font-code");
  const [part] = await Promise.all([
    import("./live"),
    document.fonts.load(`${metrics.fontSize}px ${font || "monospace"}`),
  ]);
  await part.prepare();
  loaded = part;
  for (const listener of listeners) listener();
  return part;
}

function whenIdle(act: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: 1000 });
  else setTimeout(act, 200);
}

import type { AnyAnalysis } from "./analysis";
import { listed } from "./list";
import type { Plot } from "./plot";
import { loadReports } from "./texts";

const loaded = new Map<string, AnyAnalysis>();
const listeners = new Set<() => void>();
let plot: typeof Plot | null = null;

/** An analysis with its program; it is fetched once. Rejects when it is unknown or cannot be had. */
export async function loadAnalysis(id: string): Promise<AnyAnalysis> {
  const known = loaded.get(id);
  if (known) return known;
  const found = listed.find(({ card }) => card.id === id);
  if (!found) throw new Error(`unknown analysis: ${id}`);
  // Whoever has an analysis shows its report: the words and what draws figures come along.
  const [analysis, drawing] = await Promise.all([found.load(), import("./plot"), loadReports()]);
  plot = drawing.Plot;
  loaded.set(id, analysis);
  for (const listener of listeners) listener();
  return analysis;
}

/** The same if it is there already: whatever has run is. */
export function loadedAnalysis(id: string): AnyAnalysis | undefined {
  return loaded.get(id);
}

/** What draws figures. It is there as soon as any analysis is, and nobody has a figure before. */
export function loadedPlot(): typeof Plot {
  if (!plot) throw new Error("nothing to draw with: no analysis has been loaded");
  return plot;
}

/** Told when another one has come; returns how to stop listening. */
export function onAnalysisLoaded(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** All of them, for a page that has nothing else to do; what cannot be had now is asked for again where it is needed. */
export async function loadAnalyses(): Promise<void> {
  await Promise.allSettled(listed.map(({ card }) => loadAnalysis(card.id)));
}

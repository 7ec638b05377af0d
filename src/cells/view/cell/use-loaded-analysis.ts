import { useEffect, useSyncExternalStore } from "react";
import { loadAnalysis, loadedAnalysis, onAnalysisLoaded } from "../../../analyses";

/** Fetches the analysis' program and says whether it is there: before that its report cannot be told, not even a saved one. */
export function useLoadedAnalysis(id: string): boolean {
  useEffect(() => void loadAnalysis(id).catch(showsNothing), [id]);
  return useSyncExternalStore(onAnalysisLoaded, () => loadedAnalysis(id) !== undefined);
}

/** An unknown one is told of elsewhere; one that cannot be had is asked for again when it runs, and fails there in words. */
function showsNothing(): void {}

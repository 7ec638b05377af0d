import type { CodeMarker } from "../code";
import { rangeOf } from "../place";
import { words } from "../words";
import { LanguageClient } from "./language-client";
import LanguageWorker from "./language-worker?worker";
import type { Problem } from "./protocol";

export type ProblemListener = (cell: string, markers: readonly CodeMarker[]) => void;

const listeners = new Set<ProblemListener>();
const found = new Map<string, readonly CodeMarker[]>();

/** One notebook is open at a time, and one worker knows its types. Cells are named as `CodeProps.cellId`. */
export const language = new LanguageClient({
  makeWorker: () => new LanguageWorker(),
  onProblems: (cell, text, problems) => {
    const markers = problems.map((problem) => markerFrom(problem, text));
    found.set(cell, markers);
    for (const listener of listeners) listener(cell, markers);
  },
});

/** Told of what is there already, and of every change. */
export function listen(listener: ProblemListener): () => void {
  listeners.add(listener);
  for (const [cell, markers] of found) listener(cell, markers);
  return () => listeners.delete(listener);
}

export function forgetProblems(isGone: (cell: string) => boolean): void {
  for (const cell of found.keys()) if (isGone(cell)) found.delete(cell);
}

function markerFrom(problem: Problem, text: string): CodeMarker {
  return { ...rangeOf(text, problem.from, problem.to), message: messageOf(problem), level: problem.level };
}

function messageOf({ known, message }: Problem): string {
  switch (known?.about) {
    case "network":
      return words().noNetwork(known.name);
    case "import":
      return words().noImport(known.name);
    case "column":
      return words().noColumn(known.name, known.others);
    case "open-hole":
      return words().openHole;
    case "empty-hole":
      return words().emptyHole;
    case undefined:
      return message;
  }
}

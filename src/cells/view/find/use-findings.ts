import { useEffect, useMemo, useState } from "react";
import { findAll, type FoundAll, type Query, type SearchedText } from "./find-all";
import FindWorker from "./find-worker?worker";

/** ms that a pattern may take. */
const longest = 2000;

export interface Findings extends FoundAll {
  /** What was searched: a text that is another by now keeps what it has. */
  readonly texts: readonly SearchedText[];
  readonly query: Query;
  readonly problem: { readonly kind: "wrong"; readonly message: string } | { readonly kind: "slow" } | null;
}

/** What was found last; null before the first answer and while nothing is looked for. */
export function useFindings(texts: readonly SearchedText[], query: Query): Findings | null {
  const [ofPattern, set] = useState<Findings | null>(null);
  const isSlow = query.isPattern && query.wanted !== "";
  const atOnce = useMemo((): Findings | null => {
    if (isSlow) return null;
    const found = query.wanted === "" ? { hits: [], isCut: false } : findAll(texts, query);
    return { texts, query, ...found, problem: null };
  }, [texts, query, isSlow]);
  useEffect(() => {
    if (!isSlow) return;
    const none = { texts, query, hits: [], isCut: false };
    const worker = new FindWorker();
    const end = (next: Findings) => {
      worker.terminate();
      clearTimeout(timer);
      set(next);
    };
    const timer = setTimeout(() => end({ ...none, problem: { kind: "slow" } }), longest);
    worker.addEventListener("message", ({ data }: MessageEvent<{ found?: FoundAll; wrong?: string }>) =>
      end(
        data.found
          ? { ...none, ...data.found, problem: null }
          : { ...none, problem: { kind: "wrong", message: data.wrong ?? "" } },
      ),
    );
    worker.postMessage({ texts, query });
    return () => {
      worker.terminate();
      clearTimeout(timer);
    };
  }, [texts, query, isSlow]);
  return atOnce ?? ofPattern;
}

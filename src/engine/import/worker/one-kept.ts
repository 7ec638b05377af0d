/** What a pool has to know of a worker. */
export interface Worked {
  terminate(): void;
  onerror: unknown;
  onmessage: unknown;
  onmessageerror: unknown;
}

/** Lends workers, and keeps the one that came back last for a while: to start one takes longer than to read a small file. */
export interface OneKept<W> {
  take(): Promise<W>;
  /** One that failed, was stopped on its way or holds the memory of a large file is ended. */
  giveBack(worker: W, isReusable: boolean): void;
}

export function oneKept<W extends Worked>(start: () => Promise<W>, idleMs: number): OneKept<W> {
  let kept: { readonly worker: W; readonly end: ReturnType<typeof setTimeout> } | null = null;

  function letGo(): W | null {
    if (!kept) return null;
    const { worker, end } = kept;
    clearTimeout(end);
    kept = null;
    return worker;
  }

  return {
    take: async () => letGo() ?? start(),
    giveBack(worker, isReusable) {
      if (!isReusable) return worker.terminate();
      letGo()?.terminate();
      const ended = () => {
        if (kept?.worker === worker) letGo();
        worker.terminate();
      };
      worker.onmessage = null;
      // Whoever fails with nothing to do would fail with a file.
      worker.onerror = worker.onmessageerror = ended;
      kept = { worker, end: setTimeout(ended, idleMs) };
    },
  };
}

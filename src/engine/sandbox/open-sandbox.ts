import { EngineError } from "../engine-error";
import { buffersOf, inOnePiece } from "./in-one-piece";
import { beginLife, type Death, type Life } from "./life";
import { nowhere, type FromWorker } from "./protocol";
import type { CellHost, Sandbox } from "./sandbox";

type LossListener = Parameters<Sandbox["onLost"]>[0];

/** Nothing is loaded and no frame is made before something is asked of it. */
export function openSandbox(): Sandbox {
  const listeners = new Set<LossListener>();
  let current: Life | null = null;
  let generation = 0;
  let isClosed = false;

  function life(): Life {
    if (isClosed) throw new EngineError("stopped", "stopped: the sandbox is closed");
    return (current ??= beginLife(died));
  }

  function died(reason: Death, _cause: EngineError, wasReady: boolean): void {
    current = null;
    // One that never started would not start the next time at once either.
    replace(reason, wasReady);
  }

  function lose(reason: "restart" | "stopped"): void {
    if (!current) return;
    const ended = current;
    current = null;
    ended.end(new EngineError("stopped", "stopped"));
    replace(reason, true);
  }

  function replace(reason: Parameters<LossListener>[0], begins: boolean): void {
    generation++;
    if (begins && !isClosed) current = beginLife(died);
    for (const listener of [...listeners]) listener(reason);
  }

  /** Ends everything when the signal says so: code that runs cannot be stopped in any other way. */
  async function unlessStopped<T>(
    signal: AbortSignal | undefined,
    work: (life: Life) => Promise<T>,
  ): Promise<T> {
    if (signal?.aborted) throw new EngineError("stopped", "stopped");
    const one = life();
    const stop = () => {
      if (current === one) lose("stopped");
    };
    signal?.addEventListener("abort", stop, { once: true });
    try {
      return await work(one);
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  }

  return {
    get generation() {
      return generation;
    },
    run: (run, host, signal) => unlessStopped(signal, (one) => one.cells.run(run, host)),
    evaluate: (expressions, names, signal, host) =>
      unlessStopped(signal, async (one) => {
        const leave = one.cells.answer(nowhere, host ?? deaf);
        try {
          const answer = await one.ask((ask) => ({ type: "evaluate", ask, expressions, names }));
          if (answer.type !== "values" || answer.values.length !== expressions.length)
            throw unexpected(answer);
          return answer.values;
        } finally {
          leave();
        }
      }),
    putTable(table) {
      const { keys, post } = life();
      keys.set(table.name, table.key);
      const sent = inOnePiece(table);
      post({ type: "table", table: sent }, buffersOf(sent));
    },
    hasTable: (key) => current !== null && [...current.keys.values()].includes(key),
    relationOf: (what, signal) =>
      unlessStopped(signal, async (one) => {
        const answer = await one.ask((ask) => ({ type: "relation", ask, what }));
        if (answer.type !== "relation") throw unexpected(answer);
        return answer.relation;
      }),
    async expand(cell, ref) {
      const answer = await life().ask((ask) => ({ type: "expand", ask, cell, ref }));
      if (answer.type !== "expanded") throw unexpected(answer);
      return answer.value;
    },
    dispatch: (cell, event) => current?.post({ type: "dispatch", cell, event }),
    forget: (cells) => current?.cells.forget(cells),
    restart: () => lose("restart"),
    onLost(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      isClosed = true;
      current?.end(new EngineError("stopped", "stopped: the sandbox is closed"));
      current = null;
    },
  };
}

/** For expressions that have nobody to ask. */
const deaf: Pick<CellHost, "query" | "analyse"> = {
  query: () => Promise.reject(new EngineError("code", "nobody here answers queries")),
  analyse: () => Promise.reject(new EngineError("code", "nobody here answers analyses")),
};

function unexpected(answer: FromWorker): EngineError {
  return new EngineError("not-a-value", `unreadable answer: ${answer.type}`);
}

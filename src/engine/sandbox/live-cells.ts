import { EngineError } from "../engine-error";
import { runAllowance } from "./allowances";
import type { Allowance } from "./checked/reading";
import { codeError, faultFor } from "./code-error";
import { cutNote } from "./cut-note";
import { buffersOf, inOnePiece } from "./in-one-piece";
import { limits } from "./limits";
import type { FromWorker, Shown, ToWorker } from "./protocol";
import type { CellAnswer, CellHost, CellRun } from "./sandbox";

/** The cells of one worker and who waits for them. */
export interface LiveCells {
  run(run: CellRun, host: CellHost): Promise<CellAnswer>;
  /** Answers what expressions ask that are no run of a cell, until they have been left. */
  answer(cell: string, host: Pick<CellHost, "query" | "analyse">): () => void;
  /** Whether somebody waits for a cell. */
  readonly isRunning: boolean;
  allowanceOf(cell: string, number: number): Allowance | null;
  heard(message: Extract<FromWorker, { readonly cell: string }>): void;
  /** An answer of this cell could not be read. */
  unreadable(cell: string, what: string): void;
  forget(cells: readonly string[]): void;
  end(reason: EngineError): void;
}

interface LiveCell {
  readonly number: number;
  readonly host: CellHost;
  readonly over: AbortController;
  readonly allowance: () => Allowance;
  parts: number;
  isCut: boolean;
  asking: number;
  settle: { resolve(answer: CellAnswer): void; reject(reason: EngineError): void } | null;
}

/** Questions of one cell that may be open at once. */
const mostAsking = 100;

export function liveCells(post: (message: ToWorker, transfer?: Transferable[]) => void): LiveCells {
  const cells = new Map<string, LiveCell>();

  function stop(cell: LiveCell, reason: EngineError): void {
    cell.over.abort();
    cell.settle?.reject(reason);
    cell.settle = null;
  }

  function shown(cell: LiveCell, items: readonly Shown[]): void {
    for (const item of items) {
      if (cell.isCut) return;
      if (item.what === "view") {
        if (item.name) cell.host.viewChanged(item.name);
      } else if (item.what === "changes") cell.host.change(item.part, item.changes);
      else {
        cell.parts++;
        // A note of the worker ends the output as ours does.
        cell.isCut = item.part.part < 0 || cell.parts > limits.parts;
        cell.host.show(cell.parts > limits.parts ? cutNote("parts") : item.part);
      }
    }
  }

  async function answered(
    cell: LiveCell,
    question: Extract<FromWorker, { readonly type: "query" | "analyse" }>,
  ): Promise<void> {
    const { ask } = question;
    const { host, over } = cell;
    try {
      if (++cell.asking > mostAsking)
        throw new EngineError("stopped", `too many open questions: ${mostAsking}`);
      if (question.type === "query") {
        const rows = inOnePiece(await host.query(question.sql, over.signal));
        if (!over.signal.aborted) post({ type: "rows", ask, rows }, buffersOf(rows));
      } else {
        const options: unknown = JSON.parse(question.options);
        const result = await host.analyse(question.id, options, over.signal);
        if (!over.signal.aborted) post({ type: "result", ask, result });
      }
    } catch (cause) {
      if (!over.signal.aborted) post({ type: "refused", ask, fault: faultFor(cause) });
    } finally {
      cell.asking--;
    }
  }

  return {
    run(run, host) {
      const before = cells.get(run.cell);
      if (before) stop(before, new EngineError("stopped", `stopped: ${run.label} runs anew`));
      return new Promise((resolve, reject) => {
        cells.set(run.cell, {
          number: run.number,
          host,
          over: new AbortController(),
          allowance: runAllowance(() => performance.now()),
          parts: 0,
          isCut: false,
          asking: 0,
          settle: { resolve, reject },
        });
        post({ type: "run", ...run });
      });
    },

    answer(name, asked) {
      const cell: LiveCell = {
        number: 0,
        host: { ...asked, show: ignore, change: ignore, viewChanged: ignore },
        over: new AbortController(),
        allowance: runAllowance(() => performance.now()),
        parts: 0,
        isCut: false,
        asking: 0,
        settle: null,
      };
      cells.set(name, cell);
      return () => {
        cell.over.abort();
        if (cells.get(name) === cell) cells.delete(name);
      };
    },

    get isRunning() {
      return [...cells.values()].some(({ settle }) => settle !== null);
    },

    allowanceOf(name, number) {
      const cell = cells.get(name);
      return cell?.number === number ? cell.allowance() : null;
    },

    heard(message) {
      const cell = cells.get(message.cell);
      // Late words of an older run, or of a cell that is gone.
      if (cell?.number !== message.number) return;
      switch (message.type) {
        case "shown":
          return shown(cell, message.items);
        case "done":
          cell.settle?.resolve({ defined: message.defined });
          cell.settle = null;
          return;
        case "failed":
          cell.settle?.reject(codeError(message.fault));
          cell.settle = null;
          return;
        case "query":
        case "analyse":
          void answered(cell, message);
      }
    },

    unreadable(name, what) {
      const cell = cells.get(name);
      cell?.settle?.reject(new EngineError("code", `unreadable answer: ${what}`));
      if (cell) cell.settle = null;
    },

    forget(names) {
      for (const name of names) {
        const cell = cells.get(name);
        if (cell) stop(cell, new EngineError("stopped", "stopped: the cell is gone"));
        cells.delete(name);
      }
      post({ type: "forget", cells: names });
    },

    end(reason) {
      for (const cell of cells.values()) stop(cell, reason);
      cells.clear();
    },
  };
}

function ignore(): void {
  // An expression gives a value and shows nothing.
}

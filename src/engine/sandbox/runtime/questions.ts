import type { ArrowRows } from "../../data/database";
import type { Fault, FromWorker } from "../protocol";
import { RuntimeFault } from "./runtime-fault";

/** Something only the page can answer. */
export type Question =
  | { readonly type: "query"; readonly sql: string }
  | { readonly type: "analyse"; readonly id: string; readonly options: string };

export interface Questions {
  /** Rejects with the page's error, at the place in the cell that asked. */
  ask(cell: string, number: number, question: Question): Promise<unknown>;
  answered(ask: number, answer: ArrowRows | { readonly result: unknown }): void;
  refused(ask: number, fault: Fault): void;
}

export function openQuestions(post: (message: FromWorker) => void): Questions {
  const open = new Map<number, { resolve: (answer: unknown) => void; fail: (fault: Fault) => void }>();
  let asked = 0;
  return {
    ask(cell, number, question) {
      const ask = asked++;
      // Made here, where the cell's own line is still in the stack.
      const error = new RuntimeFault("code", "");
      return new Promise((resolve, reject) => {
        open.set(ask, {
          resolve,
          fail({ code, message }) {
            reject(Object.assign(error, { code, message }));
          },
        });
        post({ ...question, ask, cell, number });
      });
    },
    answered(ask, answer) {
      open.get(ask)?.resolve("result" in answer ? answer.result : answer);
      open.delete(ask);
    },
    refused(ask, fault) {
      open.get(ask)?.fail(fault);
      open.delete(ask);
    },
  };
}

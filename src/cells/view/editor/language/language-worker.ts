/** The worker that knows TypeScript: keeps the notebook's cells, answers about them, looks through them for problems. */
import { answers } from "./answers";
import { NotebookService } from "./notebook-service";
import { problemsOf } from "./problems";
import type { FromWorker, Problem, QuestionName, Questions, ToWorker } from "./protocol";

const notebook = new NotebookService();
let checking = 0;
/** ms of looking through cells before questions have their turn. */
const slice = 30;

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ("update" in data) notebook.update(data.update);
  else if ("check" in data) check(data.check);
  else answer(data.number, data.question, data.ask);
};

function answer<Q extends QuestionName>(number: number, question: Q, ask: unknown): void {
  try {
    send({ number, answer: answers[question](notebook, ask as Questions[Q]["ask"]) });
  } catch (error) {
    // TypeScript throws on texts it has not met; the next key may mend it.
    send({ number, failed: error instanceof Error ? error.message : String(error) });
  }
}

/** For a moment at a time, so that questions come in between. A newer check ends this one. */
function check(number: number): void {
  checking = number;
  const left = [...notebook.cells.cells()];
  const next = () => {
    if (checking !== number) return;
    const found: [string, readonly Problem[]][] = [];
    const until = performance.now() + slice;
    while (left.length && performance.now() < until) {
      const cell = left.shift()!;
      found.push([cell, problemsSafely(cell)]);
    }
    send({ check: number, found });
    if (left.length) setTimeout(next);
  };
  next();
}

function problemsSafely(cell: string): Problem[] {
  try {
    return problemsOf(notebook, cell);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ from: 0, to: 0, level: "warning", code: 0, message }];
  }
}

function send(message: FromWorker): void {
  self.postMessage(message);
}

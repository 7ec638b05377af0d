import type { FromWorker, ToWorker } from "../protocol";
import { createCells } from "./cells";
import { confine } from "./confine";
import { documentGlobals } from "./dom";
import { holdTables } from "./held-tables";
import { createOutbox } from "./outbox";
import { ownPort } from "./own-port";
import { openQuestions } from "./questions";
import { RuntimeFault } from "./runtime-fault";
import { createShow } from "./show";

/** The program of the sandbox's worker: it gets its port in the first message and nothing else from there. */
self.onmessage = (event: MessageEvent) => {
  self.onmessage = null;
  const [port] = event.ports;
  // Tells the frame that the script has been read; it looks at nothing else that comes this way.
  self.postMessage(null);
  if (port) start(port);
};

function start(port: MessagePort): void {
  const own = ownPort(port);
  const outbox = createOutbox(own.post);
  const questions = openQuestions(outbox.post);
  const tables = holdTables((text) => show.warn(text));
  const show = createShow(outbox.show);
  const cells = createCells({
    show,
    tables,
    ask: questions.ask,
    post: outbox.post,
  });

  self.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    cells.strayError(event.reason);
  });
  self.addEventListener("error", (event) => {
    event.preventDefault();
    cells.strayError(event.error);
  });
  Error.stackTraceLimit = 50;

  const globals = documentGlobals(show.scope.document);
  confine(self, Object.keys(globals));
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(self, name, { value, writable: true, configurable: true, enumerable: false });

  /** Sends what the work gives, or why it gives nothing. */
  function reply(ask: number, cell: string, work: () => FromWorker | Promise<FromWorker>): void {
    const answer = async () => work();
    void answer()
      .catch((thrown: unknown): FromWorker => ({ type: "refused", ask, fault: cells.faultOf(thrown, cell) }))
      .then((message) =>
        outbox.post(
          message,
          message.type === "relation" ? [message.relation.ipcStream.buffer as ArrayBuffer] : [],
        ),
      );
  }

  function hear(message: ToWorker): void {
    switch (message.type) {
      case "run":
        return void cells.run(message);
      case "evaluate": {
        const { ask, expressions, names } = message;
        return reply(ask, "expression", async () => ({
          type: "values",
          ask,
          values: await cells.evaluate(expressions, names),
        }));
      }
      case "table":
        return tables.put(message.table);
      case "relation": {
        const { ask, what } = message;
        return reply(ask, "", () => ({ type: "relation", ask, relation: relation(what) }));
      }
      case "expand": {
        const { ask, cell, ref } = message;
        return reply(ask, cell, () => ({ type: "expanded", ask, value: show.expand(cell, ref) }));
      }
      case "dispatch":
        return show.dispatch(message.cell, message.event);
      case "forget":
        return cells.forget(message.cells);
      case "rows":
        return questions.answered(message.ask, message.rows);
      case "result":
        return questions.answered(message.ask, message);
      case "refused":
        return questions.refused(message.ask, message.fault);
      case "taken":
        return outbox.taken(message.count);
      case "ping":
        return outbox.post({ type: "pong" });
    }
  }

  function relation(what: Parameters<typeof cells.relationOf>[0]) {
    try {
      return cells.relationOf(what);
    } catch (thrown) {
      if (thrown instanceof RuntimeFault) throw thrown;
      throw new RuntimeFault("not-a-table", thrown instanceof Error ? thrown.message : String(thrown));
    }
  }

  own.listen(hear);
  outbox.post({ type: "ready" });
}

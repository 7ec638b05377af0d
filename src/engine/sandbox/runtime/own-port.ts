import type { FromWorker, ToWorker } from "../protocol";

/** The port to the page, out of reach of cells. */
export interface OwnPort {
  post(message: FromWorker, transfer?: readonly Transferable[]): void;
  listen(heard: (message: ToWorker) => void): void;
}

/**
 * Called before any cell has run. A cell may later replace `MessagePort.prototype.postMessage` or the getter of
 * `MessageEvent.prototype.data` to be called with the port or its event as `this`; so the real ones are kept here.
 */
export function ownPort(port: MessagePort): OwnPort {
  const send = port.postMessage.bind(port) as (message: unknown, transfer?: readonly Transferable[]) => void;
  const getter = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data")!.get!;
  const dataOf = Function.prototype.call.bind(getter) as (event: MessageEvent) => ToWorker;
  const none: readonly Transferable[] = Object.freeze([]);
  return {
    post: (message, transfer = none) => send(message, transfer),
    listen: (heard) => {
      port.onmessage = (event) => heard(dataOf(event));
    },
  };
}

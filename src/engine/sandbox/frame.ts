import runtimeAddress from "virtual:sandbox-runtime";
import { EngineError } from "../engine-error";
import { packedPage } from "../packed/packed-page";
import { byScript } from "./by-script";

/** The hidden frame and the worker in it, seen from the page. */
export interface SandboxFrame {
  /** To the worker. Messages sent before it has started wait for it. */
  readonly port: MessagePort;
  /** The frame answers by itself, whatever its worker does: silence means that its process is gone. */
  ping(): void;
  /** Ends the worker at once, then takes the frame away so that its memory comes back. */
  remove(): void;
}

export interface FrameEvents {
  readonly alive: () => void;
  /** The runtime did not come, did not start, or died of an error of its own. */
  readonly failed: (cause: EngineError) => void;
}

export function openFrame({ alive, failed }: FrameEvents): SandboxFrame {
  const { port1, port2 } = new MessageChannel();
  const frame = document.createElement("iframe");
  let isRemoved = false;

  function say(message: unknown, transfer: Transferable[] = []): void {
    // The frame's origin is opaque: there is no other way to name it.
    frame.contentWindow?.postMessage(message, "*", transfer);
  }

  function hear(event: MessageEvent): void {
    if (event.source !== frame.contentWindow || event.source === null) return;
    const { type, message } = (event.data ?? {}) as { type?: unknown; message?: unknown };
    if (type === "loaded") {
      alive();
      void start();
    } else if (type === "pong") alive();
    else if (type === "killed") takeAway();
    else if (type === "broken") failed(notStarted(String(message).slice(0, 1000)));
  }

  async function start(): Promise<void> {
    try {
      say({ type: "start", runtime: await runtimeText() }, [port2]);
    } catch (cause) {
      if (!isRemoved) failed(notStarted("its program cannot be loaded", cause));
    }
  }

  function takeAway(): void {
    removeEventListener("message", hear);
    frame.remove();
  }

  addEventListener("message", hear);
  frame.setAttribute("sandbox", "allow-scripts");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  frame.style.cssText = "position: absolute; width: 0; height: 0; border: 0; visibility: hidden";
  const packed = packedPage();
  if (packed) frame.srcdoc = packed.frame;
  else frame.src = new URL("sandbox.html", document.baseURI).href;
  document.body.append(frame);

  return {
    port: port1,
    ping: () => say({ type: "ping" }),
    remove() {
      isRemoved = true;
      port1.close();
      // A frame that is gone before it has heard cannot end its worker; one that never answers has none.
      say({ type: "kill" });
      setTimeout(takeAway, patienceMs);
    },
  };
}

const patienceMs = 300;
let text: Promise<string> | null = null;

/** Loaded once; every further worker starts from the same text. */
function runtimeText(): Promise<string> {
  text ??= loadText().catch((cause: unknown) => {
    text = null;
    throw cause;
  });
  return text;
}

async function loadText(): Promise<string> {
  const answer = await fetch(new URL(runtimeAddress, document.baseURI));
  if (!answer.ok) throw new Error(`status ${answer.status}: ${answer.url}`);
  // A frame that is part of its page has the page's policy beside its own, and that lets no text become a function.
  return (packedPage() ? `self.${byScript} = true;\n` : "") + (await answer.text());
}

function notStarted(what: string, cause?: unknown): EngineError {
  return new EngineError("no-engine", `sandbox not started: ${what}`, { cause });
}

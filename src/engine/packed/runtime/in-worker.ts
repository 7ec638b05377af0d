import type { ProgramManifest } from "../manifest";
import { openModules } from "./modules";
import { fileAt, ownFetch, type ReadPacked } from "./own-files";
import { unpacked } from "./packed-bytes";

/** The first message to a worker, with a port at which the page hands over files. */
export interface WorkerStart {
  /** The address of its program. */
  readonly address: string;
  readonly type: WorkerType;
  readonly opening: string;
  readonly manifest: Pick<ProgramManifest, "files" | "preload">;
}

export interface HandedOver {
  readonly file: string;
  /** null: the page has no such file. */
  readonly packed: Blob | null;
}

/** What is said to the worker before its program is there waits for it. */
export function startInWorker(): void {
  const waiting: MessageEvent[] = [];
  const hold = (event: MessageEvent) => {
    event.stopImmediatePropagation();
    waiting.push(event);
  };
  addEventListener(
    "message",
    (event: MessageEvent<WorkerStart>) => {
      event.stopImmediatePropagation();
      addEventListener("message", hold);
      begin(event.data, event.ports[0]!)
        .then(() => {
          removeEventListener("message", hold);
          for (const { data, ports } of waiting)
            dispatchEvent(new MessageEvent("message", { data: data as unknown, ports: [...ports] }));
        })
        // Outside of the promise, so that whoever made the worker hears of it.
        .catch((error: unknown) =>
          setTimeout(() => {
            throw error;
          }),
        );
    },
    { once: true },
  );
}

async function begin({ address, type, opening, manifest }: WorkerStart, port: MessagePort): Promise<void> {
  const read = readFrom(port);
  const addressFor = openModules(manifest, read);
  const load = async (file: string) => import(/* @vite-ignore */ await addressFor(file)) as Promise<unknown>;
  globalThis.fetch = ownFetch(read);
  Object.assign(globalThis, { ebbPacked: { load, styles: () => Promise.resolve() } });
  const file = fileAt(address);
  if (file === null) throw new TypeError(`not within this page: ${address}`);
  if (type === "module") {
    await load(file);
    return;
  }
  const text = await unpacked(await read(file)).text();
  const program = URL.createObjectURL(new Blob([opening, "\n", text], { type: "text/javascript" }));
  (globalThis as unknown as { importScripts(address: string): void }).importScripts(program);
  URL.revokeObjectURL(program);
}

function readFrom(port: MessagePort): ReadPacked {
  const asked = new Map<string, (packed: Blob | null) => void>();
  port.onmessage = ({ data: { file, packed } }: MessageEvent<HandedOver>) => {
    asked.get(file)?.(packed);
    asked.delete(file);
  };
  const known = new Map<string, Promise<Blob>>();
  return (file) => {
    const reading =
      known.get(file) ??
      new Promise<Blob>((resolve, reject) => {
        asked.set(file, (packed) =>
          packed ? resolve(packed) : reject(new TypeError(`not within this page: ${file}`)),
        );
        port.postMessage(file);
      });
    known.set(file, reading);
    return reading;
  };
}

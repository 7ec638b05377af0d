import type { ProgramManifest } from "../manifest";
import type { HandedOver, WorkerStart } from "./in-worker";
import { openModules } from "./modules";
import { addressOf, fileAt, ownFetch, type ReadPacked } from "./own-files";
import { packedBytes } from "./packed-bytes";
import { openStyles } from "./styles";

/** Starts the program that lies in the document's inert blocks. The document is whole: this script is its last. */
export async function startOnPage(own: HTMLOrSVGScriptElement): Promise<void> {
  keepNothing();
  const manifest = JSON.parse(textOf(`script[data-ebb="manifest"]`)) as ProgramManifest;
  const frame = JSON.parse(textOf(`script[data-ebb="frame"]`)) as string;
  const read = readBlocks();
  const addressFor = openModules(manifest, read);
  const load = async (file: string) => import(/* @vite-ignore */ await addressFor(file)) as Promise<unknown>;
  const styles = openStyles(read);
  const worker = workersFrom(own.textContent, manifest, read);
  globalThis.fetch = ownFetch(read);
  globalThis.Worker = withOwn(globalThis.Worker, worker);
  globalThis.ebbPacked = { worker, frame, load, styles };
  await styles(manifest.styles, addressOf(""));
  await load(manifest.entry);
}

/** Pages from the disk share one storage in some browsers: what one keeps there, any other could read. */
function keepNothing(): void {
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
    Object.defineProperty(globalThis, name, { value: undefined, configurable: true });
}

function readBlocks(): ReadPacked {
  const known = new Map<string, Blob>();
  return async (file) => {
    const packed = known.get(file) ?? packedBytes(textOf(`script[data-ebb="file"][data-name="${file}"]`));
    known.set(file, packed);
    return packed;
  };
}

function textOf(selector: string): string {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`not within this page: ${selector}`);
  return element.textContent;
}

type MakeWorker = (address: string, type: WorkerType, opening: string) => Worker;

/** A worker cannot read addresses that the page has made: it begins with this very script, and is handed what it asks for. */
function workersFrom(script: string, { files, preload }: ProgramManifest, read: ReadPacked): MakeWorker {
  const start = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const Native = globalThis.Worker;
  return (address, type, opening) => {
    // Classic, whatever the program is: at a page from the disk Chromium loads no module worker of the page's making.
    const worker = new Native(start);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: file }: MessageEvent<string>) => {
      const hand = (packed: Blob | null) => port1.postMessage({ file, packed } satisfies HandedOver);
      read(file).then(hand, () => hand(null));
    };
    const first: WorkerStart = { address, type, opening, manifest: { files, preload } };
    worker.postMessage(first, [port2]);
    return worker;
  };
}

/** Workers that packages make by an address of their own. */
function withOwn(Native: typeof Worker, make: MakeWorker): typeof Worker {
  return new Proxy(Native, {
    construct(target, [address, options]: [string | URL, WorkerOptions?]) {
      return fileAt(String(address)) === null
        ? new target(address, options)
        : make(String(address), options?.type ?? "classic", "");
    },
  });
}

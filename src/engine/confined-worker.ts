import { packedPage } from "./packed/packed-page";

/**
 * A worker loaded from an address lives outside the page's content security policy, and what runs in it could be made to fetch
 * from anywhere; one made from a blob inherits the policy. `opening` runs before a classic program.
 */
export function confinedWorker(address: string, type: WorkerType, opening = ""): Worker {
  const packed = packedPage();
  if (packed) return packed.worker(absolute(address), type, opening);
  const whole = JSON.stringify(absolute(address));
  // A module is not loaded by `import()`: what is said to the worker before that is done would be lost.
  const lines = type === "module" ? [`import ${whole};`] : [opening, `importScripts(${whole});`];
  const blobAddress = URL.createObjectURL(new Blob(lines, { type: "text/javascript" }));
  const worker = new Worker(blobAddress, { type });
  // The worker has begun to load by its first message, whatever that is; after that the address is not needed.
  worker.addEventListener("message", () => URL.revokeObjectURL(blobAddress), { once: true });
  return worker;
}

/** In full: an address is read from where the blob is, which is nowhere. */
export function absolute(address: string): string {
  return new URL(address, document.baseURI).href;
}

import type { Peeks } from "./peek";
import type { Reader } from "./reader";

/** The reader in a worker of its own where there are workers, so that the page stays free; in Node beside the caller. */
export async function openReader(): Promise<Reader> {
  if (typeof Worker === "function") return (await import("./worker/read-aside")).readerAside;
  return (await import("./reader")).reader;
}

/** To be closed: its worker stays, so that each look takes no new start. */
export async function openPeeks(): Promise<Peeks> {
  if (typeof Worker === "function") return (await import("./worker/read-aside")).peeksAside();
  return (await import("./peek")).peeksHere;
}

import type { Reader } from "./reader";

/** The reader in a worker of its own where there are workers, so that the page stays free; in Node beside the caller. */
export async function openReader(): Promise<Reader> {
  if (typeof Worker === "function") return (await import("./worker/read-aside")).readerAside;
  return (await import("./reader")).reader;
}

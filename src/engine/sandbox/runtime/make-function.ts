import { byScript } from "../by-script";

// Taken before cells could change or miss them.
const { Function: NativeFunction, Blob: NativeBlob, URL: NativeUrl } = globalThis;
const load = (globalThis as { importScripts?: (address: string) => void }).importScripts?.bind(globalThis);
const isByScript = byScript in globalThis;
let made = 0;

/** A function of a text. Where the policy lets no text become one, a script of the worker's own does the same. */
export function makeFunction(names: readonly string[], body: string): unknown {
  if (!isByScript || !load) return new NativeFunction(...names, body) as unknown;
  const place = `ebb function ${made++}`;
  // As many lines stand before the body as in the text that `Function` makes.
  const text = `self[${JSON.stringify(place)}] = function anonymous(${names.join(",")}\n) {\n${body}\n}`;
  const address = NativeUrl.createObjectURL(new NativeBlob([text], { type: "text/javascript" }));
  try {
    load(address);
    return Reflect.get(globalThis, place) as unknown;
  } finally {
    NativeUrl.revokeObjectURL(address);
    Reflect.deleteProperty(globalThis, place);
  }
}

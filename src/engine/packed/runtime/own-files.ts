import { unpacked } from "./packed-bytes";

/** Where the program believes it lies. It is never asked for: what begins so is found within the page. */
const home = "file:///ebb/";

export type ReadPacked = (file: string) => Promise<Blob>;

export const addressOf = (file: string): string => home + file;

/** null for an address of something else. */
export function fileAt(address: string): string | null {
  return address.startsWith(home) ? address.slice(home.length).split(/[?#]/, 1)[0]! : null;
}

/** Stands for `fetch`: it knows the page's own files, and nothing beyond them. */
export function ownFetch(read: ReadPacked): typeof fetch {
  return async (asked) => {
    const address = asked instanceof Request ? asked.url : String(asked);
    const file = fileAt(address);
    if (file === null) throw new TypeError(`not within this page: ${address}`);
    return unpacked(await read(file), typeOf(file));
  };
}

export function typeOf(file: string): string {
  const ending = /\.(\w+)$/.exec(file)?.[1] ?? "";
  return types[ending] ?? "application/octet-stream";
}

const types: Readonly<Record<string, string>> = {
  js: "text/javascript",
  css: "text/css",
  wasm: "application/wasm",
  woff2: "font/woff2",
  ttf: "font/ttf",
  svg: "image/svg+xml",
};

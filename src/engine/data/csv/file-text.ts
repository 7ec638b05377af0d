import { EngineError } from "../../engine-error";
import type { CsvOptions } from "../loaded-table";
import { decoderOf } from "./guess-encoding";

/** A file as it is, or what a gzip file holds. */
export async function unpack(file: File): Promise<Blob> {
  const [first, second] = new Uint8Array(await reading(file, file.slice(0, 2).arrayBuffer()));
  if (first !== 0x1f || second !== 0x8b) return file;
  return reading(file, new Response(file.stream().pipeThrough(new DecompressionStream("gzip"))).blob());
}

/** Enough bytes to see a few records, however long they are. */
export async function headOf(file: Blob): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  for (let size = 1 << 20; ; size *= 4) {
    const bytes = new Uint8Array(await file.slice(0, size).arrayBuffer());
    const isWhole = bytes.length === file.size;
    const lines = bytes.reduce((count, byte) => (byte === 10 || byte === 13 ? count + 1 : count), 0);
    if (isWhole || lines > 20 || size > 1 << 26) return { bytes, isWhole };
  }
}

export function wholeLines(text: string): string {
  const end = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
  return end > 0 ? text.slice(0, end + 1) : text;
}

/** DuckDB reads UTF-8 from the file itself; everything else is rewritten once, by the browser's own decoders. */
export async function inUtf8(file: Blob, encoding: CsvOptions["encoding"]): Promise<Blob> {
  if (encoding === "utf-8") return file;
  // The library's types know the stream of one kind of buffer only.
  const decoder = new TextDecoderStream(decoderOf(encoding)) as unknown as TransformStream<
    Uint8Array,
    string
  >;
  return new Response(file.stream().pipeThrough(decoder).pipeThrough(new TextEncoderStream())).blob();
}

/** The file may have been moved or changed since it was chosen, or its packing may be broken. */
async function reading<T>(file: File, bytes: Promise<T>): Promise<T> {
  return bytes.catch((cause: unknown) => {
    throw new EngineError("unreadable-file", `unreadable file: ${file.name}`, { cause });
  });
}

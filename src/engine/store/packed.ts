import { breath, slicesOf, textOfPart, type TextPart } from "./long-text";

/** A text as gzip, to be kept in little room. It is taken in slices, with a breath between any two: a person may be typing. */
export async function packed(parts: readonly TextPart[]): Promise<Blob> {
  const blobs: Blob[] = [];
  for (const part of parts) {
    for (const slice of slicesOf(textOfPart(part))) {
      blobs.push(new Blob([slice]));
      if (slice.length > 100_000) await breath();
    }
  }
  return new Response(new Blob(blobs).stream().pipeThrough(new CompressionStream("gzip"))).blob();
}

export async function unpackedText(blob: Blob): Promise<string> {
  return new Response(blob.stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

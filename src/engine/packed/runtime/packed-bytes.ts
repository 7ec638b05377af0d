/** Base64 text to the gzip file it stands for. */
export function packedBytes(base64: string): Blob {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return new Blob([bytes]);
}

/** Unpacked while it is read: the engine is compiled before its last bytes are there. */
export function unpacked(packed: Blob, type = ""): Response {
  const stream = packed.stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: type ? { "Content-Type": type } : {} });
}

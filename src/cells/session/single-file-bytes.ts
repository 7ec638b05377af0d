import { packedBytes, unpacked } from "../../engine";
import type { PackedTable } from "../model/single-file";

/** Gzipped, and in base64. */
export async function packedBase64(file: Blob): Promise<string> {
  const packed = await new Response(file.stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();
  const bytes = new Uint8Array(packed);
  const letters: string[] = [];
  // As many as a call takes arguments everywhere.
  for (let at = 0; at < bytes.length; at += 32_768)
    letters.push(String.fromCharCode(...bytes.subarray(at, at + 32_768)));
  return btoa(letters.join(""));
}

/** Throws where the text is no packed file. */
export async function tableFile({ name, packed }: PackedTable): Promise<File> {
  const bytes = await unpacked(packedBytes(packed)).arrayBuffer();
  return new File([bytes], name, { type: "application/vnd.apache.parquet" });
}

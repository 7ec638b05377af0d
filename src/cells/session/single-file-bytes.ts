import { packedBytes, unpacked } from "../../engine";
import type { PackedTable } from "../model/single-file";

/** Gzipped, and in base64. */
export async function packedBase64(file: Blob): Promise<string> {
  const packed = await new Response(file.stream().pipeThrough(new CompressionStream("gzip"))).blob();
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error!);
    reader.readAsDataURL(packed);
  });
  return address.slice(address.indexOf(",") + 1);
}

/** Throws where the text is no packed file. */
export async function tableFile({ name, packed }: PackedTable): Promise<File> {
  const bytes = await unpacked(packedBytes(packed)).arrayBuffer();
  return new File([bytes], name, { type: "application/vnd.apache.parquet" });
}

import { crc32 } from "../../../engine";

/** Of the text in a PNG: its reader finds it under this word. */
const keyword = "ebb.receipt";

/** A stand-alone SVG with a text about it that is not drawn. SVG 2, 5.9. */
export function withSvgMetadata(svg: string, text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  // Behind the root's own title and description, which have to come first.
  const at = /<\/desc>/.exec(svg) ?? /<svg[^>]*>/.exec(svg);
  if (!at) return svg;
  const end = at.index + at[0].length;
  return `${svg.slice(0, end)}<metadata>${escaped}</metadata>${svg.slice(end)}`;
}

/** Signature and the header's chunk: any other chunk comes after them. PNG, 3rd edition, 5.2 and 5.6. */
const headBytes = 8 + 25;

/** A PNG with a text in UTF-8 that is not drawn, as chunk `iTXt`. PNG, 3rd edition, 11.3.3.4. */
export async function withPngText(png: Blob, text: string): Promise<Blob> {
  const encoder = new TextEncoder();
  // Keyword, not compressed, no language, no translated keyword.
  const content = encoder.encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(content.length + 8);
  const numbers = new DataView(chunk.buffer);
  numbers.setUint32(0, content.length - 4);
  chunk.set(content, 4);
  numbers.setUint32(content.length + 4, crc32(content));
  const bytes = new Uint8Array(await png.arrayBuffer());
  return new Blob([bytes.slice(0, headBytes), chunk, bytes.slice(headBytes)], { type: "image/png" });
}

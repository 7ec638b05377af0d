import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { crc32 } from "../../../../src/engine";
import { withPngText, withSvgMetadata } from "../../../../src/cells/view/figure/file-metadata";

const said = '{"table":"доход & <b>","rows":3}';

test("an SVG keeps its title and description first and carries the text unharmed", () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><title>T</title><desc>D</desc><rect/></svg>';
  expect(withSvgMetadata(svg, said)).toBe(
    svg.replace("<rect/>", '<metadata>{"table":"доход &amp; &lt;b&gt;","rows":3}</metadata><rect/>'),
  );
  expect(withSvgMetadata("<svg/>", said)).toContain("<metadata>");
  expect(withSvgMetadata("no picture", said)).toBe("no picture");
});

interface Chunk {
  readonly type: string;
  readonly content: Uint8Array;
}

/** Every chunk of a PNG, its check sum looked at. */
function chunksOf(bytes: Uint8Array): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: Chunk[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = view.getUint32(at);
    const typed = bytes.subarray(at + 4, at + 8 + length);
    expect(view.getUint32(at + 8 + length)).toBe(crc32(typed));
    found.push({ type: new TextDecoder().decode(typed.subarray(0, 4)), content: typed.subarray(4) });
    at += 12 + length;
  }
  return found;
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const typed = new Uint8Array([...new TextEncoder().encode(type), ...content]);
  const [length, sum] = [new DataView(new ArrayBuffer(4)), new DataView(new ArrayBuffer(4))];
  length.setUint32(0, content.length);
  sum.setUint32(0, crc32(typed));
  return new Uint8Array([...new Uint8Array(length.buffer), ...typed, ...new Uint8Array(sum.buffer)]);
}

test("a PNG gets the text behind its header, every check sum right, all else as it was", async () => {
  const header = new Uint8Array([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const parts = [
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(new Uint8Array([0, 7]))),
    chunk("IEND", new Uint8Array()),
  ];
  const png = new Blob(parts.map((part) => new Uint8Array(part)));
  const made = new Uint8Array(await (await withPngText(png, said)).arrayBuffer());
  const chunks = chunksOf(made);
  expect(chunks.map(({ type }) => type)).toEqual(["IHDR", "iTXt", "IDAT", "IEND"]);
  expect(new TextDecoder().decode(chunks[1]!.content)).toBe(`ebb.receipt\0\0\0\0\0${said}`);
  expect(made.length).toBe(png.size + 12 + chunks[1]!.content.length);
});

import { EngineError } from "../../engine-error";

/** Throws "not-a-table" for files that a CSV reader would only make nonsense of. */
export function refuseNonTable(fileName: string, head: Uint8Array, text: string): void {
  const what = kindOfBytes(head) ?? kindOfText(text);
  if (what) throw new EngineError("not-a-table", `not a table: ${fileName} is ${what}`);
}

function kindOfBytes(head: Uint8Array): string | undefined {
  return signatures.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte))?.what;
}

function kindOfText(text: string): string | undefined {
  const start = text.slice(0, 1000).trimStart();
  if (/^<(!doctype|html|head|body|table|\?xml|svg|!--)/i.test(start)) return "a web page or XML, not CSV";
  if (/^(\{\s*("|\})|\[\s*[[{"\]])/.test(start)) return "JSON, not CSV";
  const strange = text.match(/(?![\t\n\v\f\r])\p{Cc}|\ufffd/gu)?.length ?? 0;
  return strange > text.length * 0.03 ? "not text" : undefined;
}

const signatures: readonly { bytes: readonly number[]; what: string }[] = [
  { bytes: [0x50, 0x4b, 3, 4], what: "a ZIP archive or an Excel workbook, not CSV" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: "an old Excel workbook, not CSV" },
  { bytes: [0x50, 0x41, 0x52, 0x31], what: "Parquet, not CSV" },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: "a PDF, not CSV" },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: "a picture, not CSV" },
  { bytes: [0xff, 0xd8, 0xff], what: "a picture, not CSV" },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: "a picture, not CSV" },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], what: "compressed with Zstandard; unpack it first" },
  { bytes: [0x42, 0x5a, 0x68], what: "compressed with bzip2; unpack it first" },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: "a 7z archive; unpack it first" },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: "a RAR archive; unpack it first" },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], what: "an SQLite database, not CSV" },
];

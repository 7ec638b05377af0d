import { EngineError, type NotTable } from "../../engine-error";

/** Throws "not-a-table" for files that a reader would only make nonsense of. */
export function refuseBytes(fileName: string, head: Uint8Array): void {
  const found = signatures.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
  if (found) refuse(fileName, found.what, found.said);
}

export function refuseText(fileName: string, text: string): void {
  const start = text.slice(0, 1000).trimStart();
  if (/^<(!doctype|html|head|body|table|\?xml|svg|!--)/i.test(start)) {
    refuse(fileName, "web-page", "a web page or XML, not CSV");
  }
  const strange = text.match(/(?![\t\n\v\f\r])\p{Cc}|\ufffd/gu)?.length ?? 0;
  if (strange > text.length * 0.03) refuse(fileName, "binary", "not text");
}

/** A single column of sentences is a letter. */
export function refuseProse(fileName: string, lines: readonly string[]): void {
  const counts = lines.map((line) => line.trim().split(/\s+/).length).sort((a, b) => a - b);
  if ((counts[counts.length >> 1] ?? 0) >= 6) refuse(fileName, "prose", "running text without columns");
}

function refuse(fileName: string, what: NotTable, said: string): never {
  throw new EngineError("not-a-table", `not a table: ${fileName} is ${said}`, { what });
}

const signatures: readonly { bytes: readonly number[]; what: NotTable; said: string }[] = [
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: "old-excel", said: "an old Excel workbook; save it as .xlsx" },
  {
    bytes: [0x46, 0x45, 0x41, 0x31],
    what: "old-feather",
    said: "an old Feather file; save it as Feather 2 or Parquet",
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: "pdf", said: "a PDF, not CSV" },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: "picture", said: "a picture, not CSV" },
  { bytes: [0xff, 0xd8, 0xff], what: "picture", said: "a picture, not CSV" },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: "picture", said: "a picture, not CSV" },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], what: "packed", said: "compressed with Zstandard; unpack it first" },
  { bytes: [0x42, 0x5a, 0x68], what: "packed", said: "compressed with bzip2; unpack it first" },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: "packed", said: "a 7z archive; unpack it first" },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: "packed", said: "a RAR archive; unpack it first" },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], what: "sqlite", said: "an SQLite database, not CSV" },
];

import { RecordBatchReader } from "apache-arrow";
import { registerCodecs } from "./arrow-codecs";
import { arrowStream } from "./arrow-stream";
import { changedColumns } from "./changed-columns";
import { withMonths } from "./intervals";
import type { Part } from "./part";
import { readable } from "./readable";
import { type Source, unpacked } from "./source";

/** Arrow in its stream format, or in that of files (Feather 2), which has a directory at its end. */
export async function* arrowParts(source: Source): AsyncGenerator<Part> {
  registerCodecs();
  let bytesRead = 0;
  const isFile = new TextDecoder().decode(source.head.subarray(0, 6)) === "ARROW1";
  const opened = isFile
    ? RecordBatchReader.from(asFileHandle(await unpacked(source), (bytes) => (bytesRead = bytes)))
    : RecordBatchReader.from(source.stream((bytes) => (bytesRead += bytes)));
  const reader = await readable(source.name, async () => (await opened).open());
  let isEmpty = true;
  const batches = reader[Symbol.asyncIterator]();
  for (;;) {
    const { value: batch, done } = await readable(source.name, () => Promise.resolve(batches.next()));
    if (done) break;
    isEmpty = false;
    yield {
      form: "arrow",
      content: arrowStream(changedColumns(batch, withMonths)),
      rowCount: batch.numRows,
      rejected: [],
      bytesRead,
    };
  }
  if (isEmpty)
    yield {
      form: "arrow",
      content: arrowStream(reader.schema),
      rowCount: 0,
      rejected: [],
      bytesRead,
    };
}

/** A file as Node would hand it over: the only way in which the reader jumps about in one without holding it. */
function asFileHandle(blob: Blob, onRead: (bytes: number) => void): AsyncIterable<Uint8Array> {
  return {
    fd: 0,
    stat: () => Promise.resolve({ size: blob.size }),
    async read(buffer: Uint8Array, offset: number, length: number, position: number) {
      const bytes = new Uint8Array(await blob.slice(position, position + length).arrayBuffer());
      buffer.set(bytes, offset);
      onRead(Math.min(blob.size, position + bytes.length));
      return { bytesRead: bytes.length, buffer };
    },
    close: () => Promise.resolve(),
  } as unknown as AsyncIterable<Uint8Array>;
}

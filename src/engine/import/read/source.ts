import { EngineError } from "../../engine-error";
import { joined } from "./joined-bytes";
import { keptOpen } from "./kept";
import { readable } from "./readable";
import { packedBytes, zipEntries, type ZipEntry } from "./zip";

/** What a file holds when it has been unpacked; read as often as need be, never whole at once. */
export interface Source {
  /** Of the file inside, where there is one. */
  readonly name: string;
  /** The content where it lies unpacked on the disk; null where it has to be unpacked on the way. */
  readonly blob: Blob | null;
  /** Bytes to be read from the disk. */
  readonly bytes: number;
  /** From the beginning; `read` is told how many bytes were taken from the disk. */
  stream(read?: (bytes: number) => void): ReadableStream<Uint8Array>;
  /** The first bytes; the rest of a packed file is not unpacked for them. */
  readonly head: Uint8Array;
  readonly isWhole: boolean;
  /** Files of the archive that could be tables. */
  readonly entries: readonly ZipEntry[];
  readonly entry: string | null;
}

/** Opens a file, or one of the files in a zip archive; gzip is unpacked whatever the file is called. */
export function openSource(file: File, wanted: string | null): Promise<Source> {
  return readable(file.name, () => keptOpen(file, wanted, () => openAnew(file, wanted)));
}

async function openAnew(file: File, wanted: string | null): Promise<Source> {
  const magic = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (isZip(magic)) {
    const all = await zipEntries(file);
    const isWorkbook = all.some(({ name }) => name.toLowerCase() === "xl/workbook.xml");
    if (!isWorkbook) return openEntry(file, all, wanted);
  }
  if (magic[0] === 0x1f && magic[1] === 0x8b) {
    return opened({
      name: file.name.replace(/\.gz(ip)?$/i, ""),
      bytes: file.size,
      ...unpacking(file, "gzip"),
    });
  }
  return opened({
    name: file.name,
    bytes: file.size,
    blob: file,
    stream: (read) => counted(file.stream(), read),
  });
}

/** Where a reader must jump about in a file that is packed, it is unpacked first; browsers keep large ones on the disk. */
export function unpacked(source: Source): Promise<Blob> {
  if (source.blob) return Promise.resolve(source.blob);
  return readable(source.name, () =>
    new Response(source.stream() as ReadableStream<Uint8Array<ArrayBuffer>>).blob(),
  );
}

async function openEntry(file: File, all: readonly ZipEntry[], wanted: string | null): Promise<Source> {
  const entries = all.filter(({ name, bytes }) => bytes > 0 && !/(^|\/)(\.|__MACOSX\/)/.test(name));
  const entry = entries.find(({ name }) => name === wanted) ?? entries[0];
  if (!entry) throw new EngineError("empty-file", `empty archive: ${file.name}`);
  const packed = await packedBytes(file, entry);
  const content =
    entry.method === 0
      ? { blob: packed, stream: (read?: (bytes: number) => void) => counted(packed.stream(), read) }
      : unpacking(packed, "deflate-raw");
  return opened({ name: entry.name, bytes: packed.size, entries, entry: entry.name, ...content });
}

type Unopened = Pick<Source, "name" | "bytes" | "blob" | "stream"> &
  Partial<Pick<Source, "entries" | "entry">>;

async function opened(source: Unopened): Promise<Source> {
  return { entries: [], entry: null, ...source, ...(await headOf(source)) };
}

function unpacking(packed: Blob, format: CompressionFormat): Pick<Source, "blob" | "stream"> {
  return {
    blob: null,
    stream: (read) => counted(packed.stream(), read).pipeThrough(new DecompressionStream(format)),
  };
}

function counted(stream: ReadableStream<Uint8Array<ArrayBuffer>>, read?: (bytes: number) => void) {
  if (!read) return stream;
  return stream.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(bytes, controller) {
        read(bytes.length);
        controller.enqueue(bytes);
      },
    }),
  );
}

/** Enough bytes to see a few records, however long they are. */
async function headOf({ stream }: Unopened): Promise<{ head: Uint8Array; isWhole: boolean }> {
  const reader = stream().getReader();
  const pieces: Uint8Array[] = [];
  let [size, lines] = [0, 0];
  try {
    while (size < 1 << 20 || (lines <= 20 && size < 1 << 26)) {
      const { value, done } = await reader.read();
      if (done) return { head: joined(pieces, size), isWhole: true };
      pieces.push(value);
      size += value.length;
      if (lines <= 20) for (const byte of value) if (byte === 10 || byte === 13) lines++;
    }
    return { head: joined(pieces, size), isWhole: false };
  } finally {
    // Not waited for: a packed stream that is broken further on would fail here.
    reader.cancel().catch(() => undefined);
  }
}

function isZip(magic: Uint8Array): boolean {
  return magic[0] === 0x50 && magic[1] === 0x4b && magic[2] === 3 && magic[3] === 4;
}

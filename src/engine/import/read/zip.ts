import { EngineError } from "../../engine-error";

/** One file of an archive. */
export interface ZipEntry {
  readonly name: string;
  /** 0: as it is; 8: deflated. */
  readonly method: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly at: number;
  readonly isEncrypted: boolean;
}

/**
 * The directory at the end of a zip archive; the files themselves are left where they are. PKWARE, .ZIP File Format
 * Specification 6.3.10, 4.3. A library would want the archive in memory, or its beginning first.
 */
export async function zipEntries(archive: Blob): Promise<readonly ZipEntry[]> {
  const tail = await viewOf(archive, Math.max(0, archive.size - 66_000), archive.size);
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw broken("no directory at its end");
  let count = tail.getUint16(end + 10, true);
  let size = tail.getUint32(end + 12, true);
  let at = tail.getUint32(end + 16, true);
  // Larger than four bytes can say: the numbers stand in a record in front.
  if (end >= 20 && tail.getUint32(end - 20, true) === 0x07064b50) {
    const recordAt = Number(tail.getBigUint64(end - 12, true));
    const record = await viewOf(archive, recordAt, recordAt + 56);
    if (record.byteLength < 56 || record.getUint32(0, true) !== 0x06064b50)
      throw broken("directory of another kind");
    count = Number(record.getBigUint64(32, true));
    size = Number(record.getBigUint64(40, true));
    at = Number(record.getBigUint64(48, true));
  }
  const directory = await viewOf(archive, at, at + size);
  const entries: ZipEntry[] = [];
  for (let i = 0, from = 0; i < count; i++) {
    if (from + 46 > directory.byteLength || directory.getUint32(from, true) !== 0x02014b50)
      throw broken("directory cut off");
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) =>
      directory.getUint16(from + offset, true),
    );
    const bytes = new Uint8Array(directory.buffer, directory.byteOffset + from + 46, nameLength);
    const flags = directory.getUint16(from + 8, true);
    entries.push({
      name: nameOf(bytes, (flags & 0x800) !== 0),
      method: directory.getUint16(from + 10, true),
      isEncrypted: (flags & 1) !== 0,
      ...sizesOf(directory, from, from + 46 + nameLength!, extraLength!),
    });
    from += 46 + nameLength! + extraLength! + noteLength!;
  }
  return entries.filter(({ name }) => !name.endsWith("/"));
}

/** The packed bytes of a file, still where they are in the archive. */
export async function packedBytes(
  archive: Blob,
  { at, packedBytes: size, name, isEncrypted, method }: ZipEntry,
): Promise<Blob> {
  if (isEncrypted) throw broken(`${name} is locked with a password`);
  if (method !== 0 && method !== 8) throw broken(`${name} is packed in a way that browsers cannot unpack`);
  const header = await viewOf(archive, at, at + 30);
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50)
    throw broken(`${name} is not where it should be`);
  const from = at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  return archive.slice(from, from + size);
}

function sizesOf(directory: DataView, from: number, extraAt: number, extraLength: number) {
  let bytes = directory.getUint32(from + 24, true);
  let packedBytes = directory.getUint32(from + 20, true);
  let at = directory.getUint32(from + 42, true);
  for (let field = extraAt; field + 4 <= extraAt + extraLength;) {
    const [id, length] = [directory.getUint16(field, true), directory.getUint16(field + 2, true)];
    let value = field + 4;
    const next = () => Number(directory.getBigUint64((value += 8) - 8, true));
    if (id === 1) {
      if (bytes === 0xffffffff) bytes = next();
      if (packedBytes === 0xffffffff) packedBytes = next();
      if (at === 0xffffffff) at = next();
    }
    field += 4 + length;
  }
  return { bytes, packedBytes, at };
}

/** Old Russian archives name their files in the code page of DOS. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  const asUtf8 = new TextDecoder().decode(bytes);
  return isUtf8 || !asUtf8.includes("\ufffd") ? asUtf8 : new TextDecoder("ibm866").decode(bytes);
}

async function viewOf(archive: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await archive.slice(from, to).arrayBuffer());
}

function broken(what: string): EngineError {
  return new EngineError("unreadable-file", `unreadable zip archive: ${what}`);
}

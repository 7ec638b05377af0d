import { EngineError } from "../../engine-error";
import { collected } from "../collected";
import type { Bytes } from "../format";
import { crc32 } from "./crc32";

/** A zip archive that is written from its beginning to its end (PKWARE APPNOTE 6.3): no file in it is held as a whole. */
export interface Archive {
  /** Begins a file in the archive; the one before is over. */
  begin(name: string): Promise<void>;
  write(bytes: Bytes): Promise<void>;
  /** What of the archive is ready. */
  take(): readonly Bytes[];
  end(): Promise<readonly Bytes[]>;
}

interface Entry {
  readonly name: Bytes;
  readonly at: number;
  crc: number;
  size: number;
  packed: number;
}

/** Larger ones would need a form of zip archive that not every spreadsheet reads. */
const mostBytes = 2 ** 32 - 1;

/** Sizes are told behind each file, names are UTF-8. */
const flags = 0x0808;
const deflated = 8;

export function archive(): Archive {
  const entries: Entry[] = [];
  let ready: Bytes[] = [];
  let length = 0;
  let open: { readonly entry: Entry; readonly packer: Packer } | null = null;

  function put(bytes: Bytes): void {
    ready.push(bytes);
    length += bytes.length;
    if (length > mostBytes) throw tooLarge();
  }

  function drain(): void {
    for (const bytes of open!.packer.take()) {
      open!.entry.packed += bytes.length;
      put(bytes);
    }
  }

  async function finishEntry(): Promise<void> {
    if (!open) return;
    const { entry, packer } = open;
    for (const bytes of await packer.end()) {
      entry.packed += bytes.length;
      put(bytes);
    }
    put(record(0x08074b50, [4, entry.crc], [4, entry.packed], [4, entry.size]));
    open = null;
  }

  return {
    async begin(name) {
      await finishEntry();
      const entry = { name: new TextEncoder().encode(name), at: length, crc: 0, size: 0, packed: 0 };
      entries.push(entry);
      const sizes = [0, 0, 0].map((zero): Field => [4, zero]);
      put(record(0x04034b50, [2, 20], ...kind, ...sizes, [2, entry.name.length], [2, 0]));
      // Given away: what is given may be taken over by another thread.
      put(entry.name.slice());
      open = { entry, packer: packer() };
    },
    async write(bytes) {
      const { entry, packer } = open!;
      entry.crc = crc32(bytes, entry.crc);
      entry.size += bytes.length;
      if (entry.size > mostBytes) throw tooLarge();
      await packer.put(bytes);
      drain();
    },
    take() {
      const all = ready;
      ready = [];
      return all;
    },
    async end() {
      await finishEntry();
      const from = length;
      for (const entry of entries) {
        const sizes: Field[] = [
          [4, entry.crc],
          [4, entry.packed],
          [4, entry.size],
        ];
        const rest: Field[] = [
          [2, entry.name.length],
          ...[0, 0, 0, 0].map((zero): Field => [2, zero]),
          [4, 0],
          [4, entry.at],
        ];
        put(record(0x02014b50, [2, 20], [2, 20], ...kind, ...sizes, ...rest));
        put(entry.name.slice());
      }
      const count: Field = [2, entries.length];
      put(record(0x06054b50, [2, 0], [2, 0], count, count, [4, length - from], [4, from], [2, 0]));
      return this.take();
    },
  };
}

/** Flags, method, and 1980-01-01 00:00 as the time of each file: the same table makes the same archive. */
const kind: readonly Field[] = [
  [2, flags],
  [2, deflated],
  [2, 0],
  [2, 0x21],
];

/** Bytes of a number, and the number. */
type Field = readonly [2 | 4, number];

function record(signature: number, ...fields: readonly Field[]): Bytes {
  const all: readonly Field[] = [[4, signature], ...fields];
  const bytes = new Uint8Array(all.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of all) {
    if (size === 4) view.setUint32(at, value, true);
    else view.setUint16(at, value, true);
    at += size;
  }
  return bytes;
}

interface Packer {
  put(bytes: Bytes): Promise<void>;
  take(): readonly Bytes[];
  end(): Promise<readonly Bytes[]>;
}

function packer(): Packer {
  const stream = new CompressionStream("deflate-raw");
  const writer = stream.writable.getWriter();
  const out = collected(stream.readable);
  return {
    put: (bytes) => out.unlessFailed(writer.write(bytes)),
    take: out.take,
    async end() {
      await out.unlessFailed(writer.close());
      return out.rest();
    },
  };
}

function tooLarge(): EngineError {
  return new EngineError("too-many-rows", "too much for a workbook: it would be larger than 4 GB");
}

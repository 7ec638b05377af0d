import { CompressionType, compressionRegistry } from "apache-arrow";
import { EngineError } from "../../engine-error";
import { unpackLz4 } from "./lz4-frame";

/** Buffers of Arrow files may be packed, each by itself; the library leaves the unpacking to us. */
export function registerCodecs(): void {
  compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: unpackLz4 });
  compressionRegistry.set(CompressionType.ZSTD, {
    decode() {
      const way = "save it with LZ4 or without compression, or as Parquet";
      throw new EngineError(
        "unreadable-file",
        `Arrow compressed with Zstandard cannot be unpacked here; ${way}`,
      );
    },
  });
}

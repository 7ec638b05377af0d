import type { KeptFile } from "../../engine";
import type { DataSlot } from "../model";

type Sum = Pick<KeptFile, "bytes" | "sha256">;

export type KeptCopies = ReturnType<typeof keptCopies>;

/** Files that came out of this browser's own storage, and what they were when they went in: a disk may lose a part of them. */
export function keptCopies() {
  const sums = new WeakMap<File, Sum>();
  return {
    add({ file, bytes, sha256 }: KeptFile): void {
      sums.set(file, { bytes, sha256 });
    },
    has: (file: File): boolean => sums.has(file),

    /** @param sha256 Of the file as it is now; null: it cannot be read any more, undefined: it is too large to be hashed. */
    isDamaged(file: File, sha256: string | null | undefined, slot: DataSlot | null): boolean {
      const own = sums.get(file);
      if (!own) return false;
      // Copies from before sums were kept beside them are what the notebook knows of a file of this name.
      const isSlots = own.bytes === undefined && slot !== null && slot.fileName === file.name;
      const sum: Sum = isSlots ? slot : own;
      const isOther = sha256 !== undefined && sum.sha256 !== undefined && sum.sha256 !== sha256;
      return sha256 === null || isOther || (sum.bytes !== undefined && sum.bytes !== file.size);
    },
  };
}

/**
 * What a page offers whose program lies within its own file. It is there before anything of the program runs; on a page
 * that comes from a server there is none.
 */
export interface PackedPage {
  /** A worker that gets its program from the page; `opening` runs before a classic one. */
  worker(address: string, type: WorkerType, opening: string): Worker;
  /** The text of the sandbox's frame. */
  readonly frame: string;
  /** Stands for `import()` in the page's modules. */
  load(file: string): Promise<unknown>;
  /** Styles among `files`, named as seen from a module's address, are on the page when it resolves. */
  styles(files: readonly string[], from: string): Promise<void>;
}

declare global {
  var ebbPacked: PackedPage | undefined;
}

export function packedPage(): PackedPage | null {
  return globalThis.ebbPacked ?? null;
}

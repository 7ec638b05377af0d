/** Where files lie on the disk, for as long as the page holds them. */
const places = new WeakMap<File, FileSystemFileHandle>();

export function rememberPlace(file: File, handle: FileSystemFileHandle): File {
  places.set(file, handle);
  return file;
}

export function placeOf(file: File): FileSystemFileHandle | undefined {
  return places.get(file);
}

interface Dropped {
  readonly kind: string;
  getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

/** Files that were dropped, in the order of their items. The browser tells the places only while it hands the files over. */
export function rememberDropped(items: Iterable<Dropped>, files: readonly File[]): void {
  [...items]
    .filter(({ kind }) => kind === "file")
    .forEach((item, i) => {
      const file = files[i];
      if (!file || !item.getAsFileSystemHandle) return;
      item.getAsFileSystemHandle().then(
        (handle) => handle && isFile(handle) && handle.name === file.name && rememberPlace(file, handle),
        // A file that came from another program has no place.
        () => undefined,
      );
    });
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === "file";
}

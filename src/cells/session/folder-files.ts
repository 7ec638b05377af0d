import type { NamedFile } from "../../engine";

/** What lies in a dropped or chosen folder: files that can be data, and the names of those that are left alone. */
export interface FolderFiles {
  readonly files: readonly NamedFile[];
  readonly skipped: readonly string[];
}

/** More is no folder of exports, but somebody's whole disk. */
const mostFiles = 5000;

/** Null where nothing of what was dropped is a folder. To be called while the drop goes on: afterwards nothing is in it. */
export function droppedFolders(data: DataTransfer): Promise<FolderFiles> | null {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return entries.some(({ isDirectory }) => isDirectory) ? filesUnder(entries) : null;
}

/** Of a folder that was chosen in the browser's dialog. */
export function chosenFolder(files: readonly File[]): FolderFiles {
  return sorted(files.map((file) => ({ file, name: file.webkitRelativePath || file.name })));
}

async function filesUnder(entries: readonly FileSystemEntry[]): Promise<FolderFiles> {
  const found: NamedFile[] = [];
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry && found.length < mostFiles; entry = waiting.shift()) {
    const name = entry.fullPath.replace(/^\//, "");
    // A repository's own folder has thousands of files that nobody means.
    if (isHidden(name)) found.push({ name, file: new File([], entry.name) });
    else if (isFolder(entry)) waiting.unshift(...(await entriesOf(entry.createReader())));
    else if (isFile(entry)) found.push({ name, file: await fileOf(entry) });
  }
  return sorted(
    found,
    waiting.map(({ fullPath }) => fullPath.replace(/^\//, "")),
  );
}

function sorted(found: readonly NamedFile[], beyond: readonly string[] = []): FolderFiles {
  const files = found.filter(({ name }) => !isHidden(name) && kinds.test(name));
  const skipped = found.filter((one) => !files.includes(one)).map(({ name }) => name);
  return { files, skipped: [...skipped, ...beyond] };
}

function isHidden(path: string): boolean {
  return /(^|\/)(\.|~\$|__MACOSX(\/|$)|Thumbs\.db$|desktop\.ini$)/i.test(path);
}

const kinds =
  /\.(csv|tsv|tab|psv|txt|log|json|jsonl|ndjson|parquet|pq|arrow|arrows|feather|ipc|xlsx|xlsm|xls|zip|gz|gzip|duckdb|ddb|db)$/i;

/** A reader gives a hundred entries at a time. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, refuse) => reader.readEntries(done, refuse));
    if (!some.length) return all.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    all.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((done, refuse) => entry.file(done, refuse));
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

import { rememberPlace } from "./disk-places";
import { chosenFolder, type FolderFiles } from "./folder-files";

/** The browser's file dialogs, with handles for saving in place where there are any, and plain files elsewhere. */
export interface ChosenFile {
  readonly file: File;
  readonly handle: FileSystemFileHandle | null;
}

/** MIME type and ending. */
export type FileType = readonly [type: string, ending: string];

const notebookType: FileType = ["application/x-ipynb+json", ".ipynb"];

interface Pickers {
  showOpenFilePicker?: (options: object) => Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>;
}

export async function chooseFiles(): Promise<readonly ChosenFile[]> {
  const { showOpenFilePicker } = window as Pickers;
  if (!showOpenFilePicker) return chooseWithInput();
  const handles = await unlessDismissed(showOpenFilePicker({ multiple: true }));
  return Promise.all(
    (handles ?? []).map(async (handle) => ({ file: rememberPlace(await handle.getFile(), handle), handle })),
  );
}

/** Where to save; null when the person changed their mind, "download" where the browser saves only to its folder. */
export async function chooseSavePlace(
  name: string,
  [type, ending]: FileType = notebookType,
): Promise<FileSystemFileHandle | "download" | null> {
  const { showSaveFilePicker } = window as Pickers;
  if (!showSaveFilePicker) return "download";
  const types = [{ description: "Notebook", accept: { [type]: [ending] } }];
  return unlessDismissed(showSaveFilePicker({ suggestedName: name, types }));
}

/** Written to a temporary file first and put in place by `close`: a crash in between leaves the old file whole. */
export async function writeInPlace(handle: FileSystemFileHandle, text: string | Blob): Promise<void> {
  const stream = await handle.createWritable();
  try {
    await stream.write(text);
    await stream.close();
  } catch (error) {
    // A stream that has failed to close is gone already; the reason for the person is the first one.
    await stream.abort().catch(() => undefined);
    throw error;
  }
}

export function download(name: string, text: string | Blob, [type]: FileType = notebookType): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Every browser has the input for folders; the newer dialog would ask for leave to look into it as well. Null when the person
 * changed their mind.
 */
export async function chooseFolder(): Promise<FolderFiles | null> {
  const files = await filesOfInput((input) => (input.webkitdirectory = true));
  return files && chosenFolder(files);
}

async function chooseWithInput(): Promise<readonly ChosenFile[]> {
  const files = await filesOfInput((input) => (input.multiple = true));
  return (files ?? []).map((file) => ({ file, handle: null }));
}

function filesOfInput(set: (input: HTMLInputElement) => void): Promise<readonly File[] | null> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    set(input);
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.addEventListener("cancel", () => resolve(null));
    input.click();
  });
}

async function unlessDismissed<T>(choice: Promise<T>): Promise<T | null> {
  try {
    return await choice;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    throw error;
  }
}

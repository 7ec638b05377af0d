import { extensionOf, mediaTypeOf, type Bytes, type ExportFormat } from "../../engine";

/** Where an exported file goes: nothing of it is there for the person before `keep`. */
export interface ExportPlace {
  /** As it is called where it was put; null on the clipboard. */
  readonly fileName: string | null;
  write(bytes: Bytes): Promise<void>;
  keep(): Promise<void>;
  /** What was written so far goes; a file that was there before is as it was. */
  discard(): Promise<void>;
}

interface SaveHandle extends FileSystemFileHandle {
  remove?: () => Promise<void>;
}

interface Pickers {
  showSaveFilePicker?: (options: object) => Promise<SaveHandle>;
}

/** To be called while the person's click is still fresh. Null when they changed their mind. */
export async function chooseExportPlace(name: string, format: ExportFormat): Promise<ExportPlace | null> {
  const fileName = `${name}.${extensionOf[format]}`;
  const { showSaveFilePicker } = window as Pickers;
  if (!showSaveFilePicker) return inDownloads(fileName, mediaTypeOf[format]);
  const types = [{ accept: { [mediaTypeOf[format]]: [`.${extensionOf[format]}`] } }];
  try {
    return await onDisk(await showSaveFilePicker({ suggestedName: fileName, types }));
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    throw error;
  }
}

/** The browser writes beside the file and puts it in place when it is closed. */
async function onDisk(handle: SaveHandle): Promise<ExportPlace> {
  const isNew = (await handle.getFile()).size === 0;
  const stream = await handle.createWritable();
  return {
    fileName: handle.name,
    write: (bytes) => stream.write(bytes),
    keep: () => stream.close(),
    async discard() {
      await stream.abort();
      // The dialog itself has made an empty file.
      if (isNew) await handle.remove?.();
    },
  };
}

/** Pieces of this size the browser can put on its disk while the rest is written. */
const pieceBytes = 16 << 20;

function inDownloads(fileName: string, type: string): ExportPlace {
  let [pieces, coming, bytesComing]: [Blob[], Bytes[], number] = [[], [], 0];
  return {
    fileName,
    write(bytes) {
      coming.push(bytes);
      bytesComing += bytes.length;
      if (bytesComing >= pieceBytes) {
        pieces.push(new Blob(coming));
        [coming, bytesComing] = [[], 0];
      }
      return Promise.resolve();
    },
    keep() {
      const link = document.createElement("a");
      const address = URL.createObjectURL(new Blob([...pieces, ...coming], { type }));
      link.href = address;
      link.download = fileName;
      link.click();
      // The browser reads the address after the click has returned.
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      return Promise.resolve();
    },
    discard() {
      [pieces, coming] = [[], []];
      return Promise.resolve();
    },
  };
}

/** The clipboard is asked at once, while the click is fresh, and gets its text when that is ready. */
export function onClipboard(): ExportPlace {
  const parts: Bytes[] = [];
  let keep!: (text: Blob) => void;
  let refuse!: (reason: Error) => void;
  const text = new Promise<Blob>((resolve, reject) => ([keep, refuse] = [resolve, reject]));
  const copied = navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]);
  // What became of it is asked in `keep`.
  copied.catch(() => undefined);
  return {
    fileName: null,
    write: (bytes) => Promise.resolve(void parts.push(bytes)),
    keep() {
      keep(new Blob(parts, { type: "text/plain" }));
      return copied;
    },
    discard() {
      refuse(new Error("nothing to copy"));
      return Promise.resolve();
    },
  };
}

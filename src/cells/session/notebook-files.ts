import type { Language } from "../../analyses";
import { errorOf, type DrawFigure } from "../kinds";
import {
  ReadError,
  newId,
  readNotebook,
  salvaged,
  writeNotebook,
  type Notebook,
  type ReadNotebook,
} from "../model";
import type { ComparedFile } from "./comparing";
import type { Event, GivenFile } from "./event";
import { chooseSavePlace, download, writeInPlace, type ChosenFile } from "./file-dialogs";
import { copyAs, type CopyForm } from "./copy-as";
import type { Keeping } from "./keeping";
import { noticesOf } from "./note-notices";
import { conflictFiles } from "./notebook-comparisons";
import { readErrorNotice } from "./read-error-notice";
import { notebookIn, textOfFile, type FileText, type FoundNotebook } from "./read-file";
import type { Notice, Session } from "./session";
import type { PageHome } from "./single-file-home";
import { rowsIn } from "./single-file-rows";
import { withPictures } from "./with-pictures";
import { withResults } from "./with-results";
import type { Example } from "./workbench";

interface Needs {
  readonly session: () => Session;
  readonly send: (event: Event) => void;
  readonly language: () => Language;
  readonly draw: DrawFigure;
  readonly keeping: Keeping;
  /** The file that this page itself is; null on a page from a server. */
  readonly home?: PageHome | null;
}

/** Something that a notice offers to do, with the file it is about. */
interface Way {
  readonly file?: string;
  readonly take: () => void;
}

interface Place {
  readonly handle: FileSystemFileHandle | null;
  readonly seen: number | null;
}

/** A notebook to be shown, with the files of its tables that are at hand. */
export interface Opened {
  readonly notebook: Notebook;
  readonly data: readonly { table: string; file: File }[];
  /** What stood there before the present files came. */
  readonly earlier?: Notebook;
  readonly handle?: FileSystemFileHandle | null;
  readonly fileName?: string | null;
  /** Of the file, when it was read: ms since 1970. */
  readonly modified?: number;
  /** It differs from its file on disk. */
  readonly unsaved?: boolean;
  readonly readOnly?: boolean;
  readonly notices?: readonly Notice[];
  readonly run?: boolean;
}

/** Notebooks as files: open, save, save in place, examples. */
export function notebookFiles({ session, send, language, draw, keeping, home }: Needs) {
  let handle: FileSystemFileHandle | null = null;
  /** When the file behind the handle was changed last, as far as we know, ms since 1970; null: not known. */
  let seen: number | null = null;
  let saving: Promise<void> = Promise.resolve();
  const offers = new Map<string, Readonly<Record<string, Way>>>();

  /** What is open now is kept in the browser before it leaves the page. */
  function show(opened: Opened): void {
    void keeping.now();
    keeping.begin(opened.notebook);
    handle = opened.handle ?? null;
    seen = opened.modified ?? null;
    send({
      type: "notebook-opened",
      notebook: opened.notebook,
      readOnly: opened.readOnly ?? false,
      fileName: opened.fileName ?? null,
      inPlace: handle !== null,
      unsaved: opened.unsaved ?? false,
      notices: opened.notices ?? [],
      data: opened.data.map(({ table, file }) => ({ load: newId(), table, file })),
      ...(opened.earlier && { earlier: opened.earlier }),
      run: opened.run ?? false,
    });
  }

  async function open({ file, handle }: ChosenFile): Promise<void> {
    try {
      const found = await textOfFile(file);
      const read = await notebookIn(found).catch((error: unknown) => refuse(found, error));
      if (read) await openRead(read, { file, handle }, found.format === "ipynb");
    } catch (error) {
      fail("open-failed", file.name, error);
    }
  }

  /** A file that is no notebook is said to be none; what of it can still be read is offered. */
  function refuse(found: FileText, error: unknown): null {
    if (!(error instanceof ReadError)) throw error;
    const said = readErrorNotice(found, error);
    const ways = found.format === "ipynb" && error.code === "not-json" ? waysOut(found) : {};
    offers.set(said.id, ways);
    const sides = { own: ways["open-own"]?.file ?? "", theirs: ways["open-theirs"]?.file ?? "" };
    const values = { ...said.values, ...sides };
    send({ type: "notice-raised", notice: { ...said, values, offers: Object.keys(ways) } });
    return null;
  }

  /** Both sides of a merge conflict, or of a text that breaks off what stands whole. */
  function waysOut(found: FileText): Record<string, Way> {
    const { own = null, theirs = null } = conflictFiles(found) ?? {};
    const opening = (file: ComparedFile): Way => ({ file: file.name, take: () => showSide(file) });
    const comparing = own && theirs && ({ left: own, right: theirs } as const);
    if (own ?? theirs)
      return {
        ...(own && { "open-own": opening(own) }),
        ...(theirs && { "open-theirs": opening(theirs) }),
        ...(comparing && {
          "compare-sides": { take: () => send({ type: "comparing-opened", comparing }) },
        }),
      };
    const rest = salvaged(found.text);
    const pieces = () => rest && showApart(rest, notice("only-pieces", "caution", { file: found.name }));
    return rest ? { "open-pieces": { take: () => void pieces() } } : {};
  }

  function showSide({ name, notebook, notices }: ComparedFile): void {
    const told = notice("one-side", "info", { file: name });
    show({ notebook: { ...notebook, id: newId() }, data: [], notices: [...notices, told], unsaved: true });
  }

  /** Without a place on disk: the file stays as it is. */
  function showApart(read: ReadNotebook, told: Notice): void {
    const notebook = { ...read.notebook, id: newId() };
    show({ ...read, notebook, data: [], notices: [...noticesOf(read.notes), told], unsaved: true });
  }

  /** Only a file of Ebb's own format, and read whole, is one that can be saved in place. */
  async function openRead(read: FoundNotebook, { file, handle }: ChosenFile, isOwn: boolean): Promise<void> {
    const { notebook } = read;
    const notices = noticesOf(read.notes);
    if (read.notes.some((one) => one.loses))
      notices.push(notice("not-whole", "caution", { file: file.name }));
    notices.push(...rowsOffered(read, file.name));
    if (!isOwn) return show({ notebook, notices, data: [], unsaved: true });
    if (!(await keeping.claim(notebook.id))) return await openCopy(read, file.name, notices);
    const aside = read.readOnly ? null : await keeping.setAside(notebook);
    if (aside !== null) notices.push(notice("kept-copy", "info", { file: file.name, title: aside }));
    const data = await keeping.dataOf(notebook.id);
    const earlier = await keeping.earlierOf(notebook.id);
    const place = { handle, fileName: file.name, modified: file.lastModified };
    show({ ...read, ...place, notices, data, ...(earlier && { earlier }) });
    if (!read.readOnly) void keepOpened(notebook, file.name, handle);
  }

  /** A page with rows of its own: they are read when a person says so. */
  function rowsOffered(read: FoundNotebook, file: string): Notice[] {
    const rows = rowsIn(read, file);
    const give = (files: readonly GivenFile[]) => {
      if (session().notebook.id === read.notebook.id) send({ type: "files-given", files, kept: false });
    };
    const take = () => void rows!.files().then(give, (error: unknown) => fail("open-failed", file, error));
    if (rows) offers.set(rows.told.id, { "load-rows": { take } });
    return rows ? [rows.told] : [];
  }

  async function keepOpened(notebook: Notebook, fileName: string, place: Place["handle"]): Promise<void> {
    // It is on the page first.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await keeping.keepPlace(notebook, fileName, place, { reason: "opened", notebook });
  }

  /** Another tab has the notebook of this file: here it is another one, without a place on disk. */
  async function openCopy(read: ReadNotebook, file: string, notices: readonly Notice[]): Promise<void> {
    const notebook = { ...read.notebook, id: newId() };
    await keeping.copyFiles(read.notebook.id, notebook.id);
    const data = await keeping.dataOf(notebook.id);
    show({ ...read, notebook, data, notices: [...notices, notice("opened-as-copy", "caution", { file })] });
  }

  async function openKept(id: string): Promise<void> {
    if (id === session().notebook.id) return;
    const isFree = await keeping.claim(id);
    if (!isFree) return send({ type: "notice-raised", notice: notice("open-elsewhere", "caution", {}) });
    await keeping.now();
    const found = await keeping.read(id);
    if (found) show(found);
    else keeping.release(id);
  }

  /** One after the other: of two the later one must be the one that stays in the file. */
  function save(as: boolean): Promise<void> {
    const [now, then] = [session(), { handle, seen }];
    const isOpen = () => session().notebook.id === now.notebook.id;
    const work = () => saveNow(now, as ? null : isOpen() ? { handle, seen } : then, isOpen);
    saving = saving.then(work, work);
    return saving;
  }

  /** @param own The notebook's place; null: another is asked for. */
  async function saveNow(now: Session, own: Place | null, isOpen: () => boolean): Promise<void> {
    const results = withResults(now, language(), draw);
    const name = `${nameOf(now)}${home?.type[1] ?? ".ipynb"}`;
    // A newer version's notebook may hold what we do not know: never written over.
    const file = now.readOnly ? null : (own?.handle ?? null);
    const isChanged = file !== null && !(await isAsSeen(file, own?.seen ?? null));
    if (isChanged) {
      const told = notice("changed-on-disk", "caution", { file: file.name });
      send({ type: "notice-raised", notice: told });
    }
    const place = file && !isChanged ? file : await chooseSavePlace(name, home?.type);
    if (place === null) return;
    // After the place was asked for, which a browser allows only within moments of a click.
    const text = writeNotebook(home ? results : await withPictures(results), { results: true });
    const content = home ? await home.pack(now.notebook, text) : text;
    if (place === "download") download(name, content, home?.type);
    else await writeInPlace(place, content);
    const saved = place === "download" ? null : place;
    const fileName = saved?.name ?? name;
    void keeping.keepPlace(now.notebook, fileName, saved, { reason: "saved", notebook: results });
    const modified = saved && (await saved.getFile()).lastModified;
    // Another notebook may have been opened while this one was written: that one has a place of its own.
    if (!isOpen()) return;
    [handle, seen] = [saved, modified];
    send({ type: "file-saved", fileName, inPlace: saved !== null, revision: now.notebook });
  }

  async function saveCopy(form: CopyForm): Promise<void> {
    const said = await copyAs(form, session(), nameOf(session()));
    if (said) send({ type: "notice-raised", notice: said });
  }

  function takeOffer(id: string, offer: string): void {
    const way = offers.get(id)?.[offer];
    offers.delete(id);
    send({ type: "notice-dismissed", notice: id });
    way?.take();
  }

  async function openExample(example: Example): Promise<void> {
    try {
      const [text, ...files] = await Promise.all([
        read(example.notebook).then((answer) => answer.text()),
        ...example.files.map(async ({ table, name, address }) => {
          const answer = await read(address);
          return { table, file: new File([await answer.blob()], name, { type: "text/csv" }) };
        }),
      ]);
      const { notebook } = readNotebook(text);
      // The person's own copy: a second visit starts afresh.
      show({ notebook: { ...notebook, id: newId() }, data: files, run: true });
    } catch (error) {
      fail("example-failed", example.name, error);
    }
  }

  function fail(code: string, file: string, error: unknown): void {
    const values = { file, message: errorOf(error).message };
    send({ type: "notice-raised", notice: { id: code, level: "harm", code, values } });
  }

  return { show, showSide, open, openKept, save, saveCopy, takeOffer, openExample };
}

/** Nobody else has written it since. Where that cannot be told, the browser tells it when the file is written. */
async function isAsSeen(handle: FileSystemFileHandle, seen: number | null): Promise<boolean> {
  if (seen === null) return true;
  try {
    return (await handle.getFile()).lastModified === seen;
  } catch (error) {
    if (error instanceof DOMException) return true;
    throw error;
  }
}

async function read(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`not found: ${address}`);
  return answer;
}

function notice(code: string, level: Notice["level"], values: Notice["values"]): Notice {
  return { id: code, level, code, values };
}

/** Of its file, without the ending, or of what it would be. */
function nameOf({ file, notebook }: Session): string {
  const safe = notebook.title
    .trim()
    .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, " ")
    .trim();
  return file.name?.replace(/\.(?:ipynb|json|html?)$/i, "") ?? (safe || "notebook");
}

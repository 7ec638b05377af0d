import { packedPage } from "../../engine";
import { errorOf } from "../kinds";
import { readNotebook, type Notebook } from "../model";
import { partsIn, type PackedTable } from "../model/single-file";
import type { Event } from "./event";
import { noticesOf } from "./note-notices";
import type { Opened } from "./notebook-files";
import type { Session } from "./session";
import { fileOf, withoutRows } from "./single-file";
import { tableFile } from "./single-file-bytes";
import { ownProgram } from "./single-file-program";
import { tablesOf } from "./single-file-rows";
import type { FileType } from "./file-dialogs";

export type PageHome = NonNullable<ReturnType<typeof pageHome>>;

/**
 * A page that runs from its own file: there its notebook and its data come from, and as another such file it is saved. The
 * browser keeps nothing of it. null on a page from a server.
 */
export function pageHome(session: () => Session, send: (event: Event) => void) {
  if (!packedPage()) return null;
  let own: { readonly id: string; readonly data: readonly PackedTable[] } | null = null;

  addEventListener("beforeunload", (event) => {
    if (session().file.unsaved) event.preventDefault();
  });

  /** Saved results are shown, data are read; nothing runs by itself. */
  async function open(show: (opened: Opened) => void): Promise<void> {
    const fileName = decodeURIComponent(location.pathname).split("/").at(-1)!;
    try {
      const { notebook: text, data } = partsIn(document);
      const read = readNotebook(text);
      const meant = tablesOf(read.notebook, data);
      own = { id: read.notebook.id, data: meant };
      const files = await Promise.all(
        meant.map(async (one) => ({ table: one.table, file: await tableFile(one) })),
      );
      show({ ...read, notices: noticesOf(read.notes), fileName, data: files });
    } catch (error) {
      const values = { file: fileName, message: errorOf(error).message };
      send({
        type: "notice-raised",
        notice: { id: "open-failed", level: "harm", code: "open-failed", values },
      });
    }
  }

  return {
    type: ["text/html", ".html"] satisfies FileType,
    open,
    /** The file as it would be with this notebook: the rows it came with stay in it, others are not taken in by saving. */
    async pack(notebook: Notebook, text: string): Promise<Blob> {
      const data = own?.id === notebook.id ? own.data : [];
      const kept = data.filter(({ table, name }) =>
        notebook.data.some((slot) => slot.table === table && slot.fileName === name),
      );
      const left = withoutRows(notebook, kept).filter((table) => session().tables[table]);
      if (left.length)
        send({
          type: "notice-raised",
          notice: { id: "rows-stay", level: "info", code: "rows-stay", values: { tables: left.join(", ") } },
        });
      const { language, ...words } = JSON.parse(
        document.querySelector(`script[data-ebb="words"]`)?.textContent ?? "{}",
      ) as { language: string; opening: string; failed: string };
      return fileOf({
        program: await ownProgram(),
        notebook: text,
        data: kept,
        title: notebook.title,
        language,
        words,
      });
    },
  };
}

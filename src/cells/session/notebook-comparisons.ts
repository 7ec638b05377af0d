import { conflictSides, ReadError, type ConflictSide } from "../model";
import type { ComparedFile, Comparing } from "./comparing";
import type { Event } from "./event";
import { chooseFiles } from "./file-dialogs";
import { noticesOf } from "./note-notices";
import { notebookIn, textOfFile, type FileText } from "./read-file";
import { readErrorNotice } from "./read-error-notice";
import type { Notice, Session } from "./session";

/** Notebook files that are read to be looked at: nothing of them runs, and the page's notebook stays what it is. */
export interface NotebookComparisons {
  /** As a person picks them; nothing of both when they changed their mind. */
  readonly choose: () => Promise<Looked>;
  readonly read: (files: readonly File[]) => Promise<Looked>;
  /** One of two files becomes the open notebook, without a place on disk; the other one lies beside it. */
  readonly open: (side: "left" | "right") => void;
}

/** Of a file with a merge conflict both sides, the own one first. */
export interface Looked {
  readonly files: readonly ComparedFile[];
  readonly refused: readonly Notice[];
}

interface Needs {
  readonly session: () => Session;
  readonly send: (event: Event) => void;
  readonly show: (file: ComparedFile) => void;
}

export function notebookComparisons({ session, send, show }: Needs): NotebookComparisons {
  async function read(given: readonly File[]): Promise<Looked> {
    const looked = await Promise.all(given.map(lookedAt));
    return { files: looked.flatMap(({ files }) => files), refused: looked.flatMap(({ refused }) => refused) };
  }
  return {
    read,
    choose: async () => read((await chooseFiles()).map(({ file }) => file)),
    open(side) {
      const { comparing } = session();
      const rest = comparing && besides(comparing, side);
      if (!rest) return;
      show(rest.opened);
      send({ type: "comparing-opened", comparing: { left: "open", right: rest.other } });
    },
  };
}

function besides(
  { left, right }: Comparing,
  side: "left" | "right",
): { readonly opened: ComparedFile; readonly other: ComparedFile | null } | null {
  if (left === "open") return null;
  if (side === "left") return { opened: left, other: right };
  return right && { opened: right, other: left };
}

async function lookedAt(file: File): Promise<Looked> {
  const found = await textOfFile(file);
  try {
    const { notebook, notes } = await notebookIn(found);
    return { files: [{ name: found.name, notebook, notices: noticesOf(notes) }], refused: [] };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    const sides = conflictFiles(found);
    const files = sides ? [sides.own, sides.theirs].filter((one) => one !== null) : [];
    return { files, refused: files.length ? [] : [readErrorNotice(found, error)] };
  }
}

/** The two sides of a file with conflict markers, each as a file of its own; null where there are no markers. */
export function conflictFiles({
  name,
  text,
  format,
}: FileText): { readonly own: ComparedFile | null; readonly theirs: ComparedFile | null } | null {
  const sides = format === "ipynb" ? conflictSides(text) : null;
  return (
    sides && {
      own: sideFile(name, "<<<<<<<", sides.own),
      theirs: sideFile(name, ">>>>>>>", sides.theirs),
    }
  );
}

function sideFile(name: string, marker: string, { label, read }: ConflictSide): ComparedFile | null {
  const side = `${name} (${label || marker})`;
  return read && { name: side, notebook: read.notebook, notices: noticesOf(read.notes) };
}

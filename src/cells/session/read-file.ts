import { loss, note, notebookOfSql, readNotebook, textOfBytes, type Note, type ReadNotebook } from "../model";
import type { PackedTable } from "../model/single-file";

export interface FileText {
  readonly name: string;
  readonly text: string;
  readonly format: "ipynb" | "notebook-kit" | "single-file" | "sql";
  /** What had to be done to the bytes. */
  readonly notes: readonly Note[];
}

/** A notebook, and the rows that its file carries. */
export interface FoundNotebook extends ReadNotebook {
  readonly packed?: readonly PackedTable[];
}

/** The format is told by the name. Bytes that are no text are put in place by U+FFFD, and the file is not saved over. */
export async function textOfFile(file: File): Promise<FileText> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { name } = file;
  const { text, isWhole } = textOfBytes(bytes);
  if (/\.sql$/i.test(name)) {
    // A query file says nothing of its encoding; what is not UTF-8 comes from an older Windows tool, as a rule.
    if (isWhole) return { name, text, format: "sql", notes: [] };
    const notes = [note("sql-encoding", "caution", "read as windows-1251", {})];
    return { name, text: new TextDecoder("windows-1251").decode(bytes), format: "sql", notes };
  }
  const notes = isWhole ? [] : [loss("not-utf-8", "caution", "bytes that are not UTF-8", {})];
  if (!/\.html?$/i.test(name)) return { name, text, format: "ipynb", notes };
  const { isSingleFile } = await import("../model/single-file");
  return { name, text, format: isSingleFile(text) ? "single-file" : "notebook-kit", notes };
}

/** Throws `ReadError`. */
export async function notebookIn({ name, text, format, notes }: FileText): Promise<FoundNotebook> {
  const read = await readAs(format, text, name.replace(/\.[^.]*$/, ""));
  const readOnly = read.readOnly || notes.some((one) => one.loses);
  return { ...read, notes: [...notes, ...read.notes], readOnly };
}

async function readAs(format: FileText["format"], text: string, title: string): Promise<FoundNotebook> {
  switch (format) {
    case "ipynb":
      return readNotebook(text);
    case "sql":
      return notebookOfSql(text, { title });
    case "single-file": {
      const { notebook, data } = (await import("../model/single-file")).readSingleFile(text);
      return { ...readNotebook(notebook), packed: data };
    }
    case "notebook-kit":
      return (await import("../model/kit")).notebookOfKit(text);
  }
}

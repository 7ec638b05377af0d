import { loss, note, notebookOfSql, readNotebook, textOfBytes, type Note, type ReadNotebook } from "../model";

export interface FileText {
  readonly name: string;
  readonly text: string;
  readonly format: "ipynb" | "notebook-kit" | "sql";
  /** What had to be done to the bytes. */
  readonly notes: readonly Note[];
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
  return { name, text, format: /\.html?$/i.test(name) ? "notebook-kit" : "ipynb", notes };
}

/** Throws `ReadError`. */
export async function notebookIn({ name, text, format, notes }: FileText): Promise<ReadNotebook> {
  const read = await readAs(format, text, name.replace(/\.[^.]*$/, ""));
  const readOnly = read.readOnly || notes.some((one) => one.loses);
  return { ...read, notes: [...notes, ...read.notes], readOnly };
}

async function readAs(format: FileText["format"], text: string, title: string): Promise<ReadNotebook> {
  switch (format) {
    case "ipynb":
      return readNotebook(text);
    case "sql":
      return notebookOfSql(text, { title });
    case "notebook-kit":
      return (await import("../model/kit")).notebookOfKit(text);
  }
}

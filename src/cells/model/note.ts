/** Something a person should know of a notebook that was read all the same. */
export interface Note {
  readonly code: NoteCode;
  readonly level: "info" | "caution";
  /** `thing: value`; the sentence for the person is made from code and values where the language is known. */
  readonly message: string;
  readonly values: Readonly<Record<string, string>>;
  /** Something of the file is not in the notebook, or not as it was: the file must not be saved over. */
  readonly loses?: true;
}

export type NoteCode =
  /** Written by a later Ebb: may be looked at, must not be saved over. */
  | "newer-version"
  /** Written for a later nbformat, likewise. */
  | "newer-nbformat"
  /** An older nbformat, saved as 4.5 from now on. */
  | "upgraded"
  /** Ids that were missing, double or not allowed got a new one. */
  | "ids-repaired"
  /** A cell, data slot or setting that could not be read; what it held is kept as text where there is some. */
  | "damaged"
  /** Keys that nbformat does not allow there and that will not be saved. */
  | "keys-dropped"
  /** An input whose settings contradict each other, or whose value is none that it can have, was set to what fits. */
  | "input-adjusted"
  /** The text of an analysis cell or an input was changed by another program; what counts are its settings. */
  | "edited-elsewhere"
  /** Code of a language that Ebb does not run: shown, kept, told once. */
  | "other-language"
  /** The file breaks off or was changed by hand: only whole cells were read. */
  | "pieces"
  /** Bytes that are no UTF-8 stand as question marks. */
  | "not-utf-8"
  /** Of a notebook of Notebook Kit: cells in languages that Ebb does not have. */
  | "kit-languages"
  /** Queries there that were meant for another database than DuckDB. */
  | "kit-databases"
  /** Text between its cells, or a cell that has swallowed the next: the file was broken before it came here. */
  | "kit-broken"
  /** Of an SQL file: statements that give no rows. */
  | "sql-deeds"
  /** An SQL file that is no UTF-8. */
  | "sql-encoding";

export function note(
  code: NoteCode,
  level: Note["level"],
  message: string,
  values: Readonly<Record<string, string>>,
): Note {
  return { code, level, message, values };
}

export function loss(
  code: NoteCode,
  level: Note["level"],
  message: string,
  values: Readonly<Record<string, string>>,
): Note {
  return { ...note(code, level, message, values), loses: true };
}

/** Something a person should know of a notebook that was read all the same. */
export interface Note {
  readonly code: NoteCode;
  readonly level: "info" | "caution";
  /** `thing: value`; the sentence for the person is made from code and values where the language is known. */
  readonly message: string;
  readonly values: Readonly<Record<string, string>>;
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
  | "edited-elsewhere";

export function note(
  code: NoteCode,
  level: Note["level"],
  message: string,
  values: Readonly<Record<string, string>>,
): Note {
  return { code, level, message, values };
}

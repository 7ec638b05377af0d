export { canonicalJson } from "./canonical-json";
export { isId, newId, type Random } from "./id";
export { fileVersion } from "./migrations";
export { newCell, newNotebook, type TextKind } from "./new-cell";
export type { Note, NoteCode } from "./note";
export type {
  AnalysisCell,
  Cell,
  DataSlot,
  ForeignCell,
  InputCell,
  InputControl,
  InputOptions,
  InputValue,
  MarkdownCell,
  Notebook,
  NotebookSettings,
  SavedResult,
  SqlCell,
  TypescriptCell,
} from "./notebook";
export { freeRelationName, validRelationName, type NameProblem } from "./relation-name";
export { ReadError } from "./read-error";
export { readNotebook, type ReadNotebook } from "./read-notebook";
export { writeNotebook } from "./write-notebook";

export { isId, newId, type Random } from "./id";
export { newCell, newNotebook } from "./new-cell";
export type {
  AnalysisCell,
  Cell,
  DataSlot,
  ForeignCell,
  MarkdownCell,
  Notebook,
  NotebookSettings,
  SavedResult,
  SqlCell,
} from "./notebook";
export { freeRelationName, validRelationName, type NameProblem } from "./relation-name";

export { compareNotebooks, isSame, type CompareLines } from "./compare/compare-notebooks";
export type {
  CellComparison,
  Change,
  Comparison,
  Difference,
  ResultChange,
  TextPart,
} from "./compare/comparison";
export { conflictSides, type ConflictSide } from "./conflict";
export { cellsCopied, copiedCells } from "./copied-cells";
export { canonicalJson, withKeysInOrder } from "./canonical-json";
export { isId, newId, type Random } from "./id";
export { newInputCell } from "./input-cell";
export { controlAs, controlProblem, inputForms, newControl, type InputForm } from "./input-control";
export { appended, erased, headOf, ledgerFault } from "./ledger/ledger";
export {
  directions,
  type Claim,
  type Expectation,
  type Ledger,
  type LedgerEntry,
  type Question,
  type Said,
  type Trial,
} from "./ledger/ledger-entry";
export { longestSaid, longestWords } from "./ledger/read-ledger";
export { sha256 } from "./ledger/sha256";
export { answersOf, entriesOf, isTried, standingOf, type Beforehand, type Standing } from "./ledger/standing";
export { isCutShort, partsResult } from "./receipt/parts-result";
export { receiptOf, receiptText, type Receipt, type Reckoned, type ReckonedTable } from "./receipt/receipt";
export { isEqual, verify, type Pair, type Verified } from "./receipt/verify";
export { isIdentifier, validInputName, type InputNameProblem } from "./input-name";
export { fittedValue, isDay, isSameValue } from "./input-value";
export { fileVersion } from "./migrations";
export { newCell, newNotebook, type TextKind } from "./new-cell";
export { loss, note, type Note, type NoteCode } from "./note";
export type {
  AnalysisCell,
  Cell,
  ColumnDigest,
  DataSlot,
  ForeignCell,
  InputCell,
  InputControl,
  InputOptions,
  InputValue,
  MarkdownCell,
  Notebook,
  NotebookSettings,
  ResultOrigin,
  SavedPicture,
  SavedResult,
  SqlCell,
  TableMark,
  TypescriptCell,
} from "./notebook";
export { freeRelationName, validRelationName, type NameProblem } from "./relation-name";
export { ReadError } from "./read-error";
export { readNotebook, type ReadNotebook } from "./read-notebook";
export { salvaged } from "./salvage";
export { notebookOfSql } from "./sql-file";
export { textOfBytes } from "./text-of-bytes";
export { notebookParts, writeNotebook } from "./write-notebook";

export { binFirst } from "./bin-first";
export type { Command, PageDoing } from "./command";
export { runAndInsert, runAndNext } from "./command-acts";
export { commands } from "./commands";
export { canMerge } from "./merge-cells";
export { isAmongSelected, selectedCells } from "./selected-cells";
export { columnsOf } from "./columns-ahead";
export { completionTables, completionValues } from "./completion-tables";
export { dependencies, labelOf, tableNode } from "./dependencies";
export { renamedEverywhere } from "./rename-everywhere";
export { disabledCells } from "./disabled";
export type { Event, RunScope } from "./event";
export {
  mostCopiedRows,
  type Exported,
  type ExportJobs,
  type ExportState,
  type ExportWish,
} from "./export-jobs";
export { basisOf } from "./basis";
export { isRunnable } from "./queue";
export { hand, type CopyForm } from "./copy-as";
export type { ComparedFile, Comparing } from "./comparing";
export type { Looked, NotebookComparisons } from "./notebook-comparisons";
export { takeOver, takeOverOne } from "./take-over";
export type { NotebookHistory } from "./notebook-history";
export type { BinnedCell } from "./versions";
export type { CustomerList } from "./customers-behind";
export { openAsCode, openAsSql } from "./open-as-code";
export { driftOf, type Drift } from "./drift";
export type { EarlierResult } from "./earlier";
export type { ImportJobs } from "./import-jobs";
export { droppedFolders } from "./folder-files";
export { rememberDropped } from "./disk-places";
export type { Exploring } from "./explore-rows";
export { filterCell } from "./explore-cell";
export { proseValues } from "./prose-values";
export {
  resultsOf,
  sharedFile,
  sharedNotebook,
  type Shared,
  type SharedCell,
  type ShareWish,
} from "./share-notebook";
export type { GridOrder, Kept, Shown } from "./queries";
export {
  isAtWork,
  reasons,
  runOf,
  showsSaved,
  type ImportTarget,
  type Load,
  type Notice,
  type Run,
  type RunProgress,
  type RunStatus,
  type Session,
  type TableState,
} from "./session";
export type { LiveWish } from "./single-file";
export { openWorkbench } from "./open-workbench";
export { waits } from "./update-ledger";
export {
  cellsToVerify,
  obstacle,
  outcomeOf,
  shownReckoned,
  type Obstacle,
  type Outcome,
  type ToVerify,
} from "./verify-all";
export type { Example, LiveOutput, Workbench } from "./workbench";

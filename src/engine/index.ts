export type { ArrowRows, Database, QueryOptions } from "./data/database";
export { openDatabase } from "./data/open-database";
export type { Apart, Bin, ColumnProfile, Histogram } from "./data/profile";
export { profileColumns, profileTable } from "./data/profile-table";
export * from "./explore";
export { numbered, rowNumber } from "./data/row-number";
export { rowsOf, type RowOrder, type RowWindow } from "./data/rows-of";
export { join, literal, name, sql, written, type Sql, type SqlValue } from "./data/sql";
export { plainLiteral, type PlainValue } from "./data/plain-value";
export { parseType, type DuckDbType } from "./data/duckdb-type";
export { isMoment } from "./data/is-moment";
export { tableNameFor } from "./data/table-name";
export type { Column, ColumnKind, Table, Value } from "./data/table";
export type { Snapshot } from "./data/snapshot";
export { exportTable, type ExportRequest } from "./export/export-table";
export { fileNameOf } from "./export/file-name";
export { crc32 } from "./export/xlsx/crc32";
export {
  exportFormats,
  extensionOf,
  mediaTypeOf,
  mostSheetColumns,
  mostSheetRows,
  type Bytes,
  type ExportFormat,
  type Tally,
  type TextStyle,
} from "./export/format";
export { openExport } from "./export/open-source";
export type { ExportSource } from "./export/source/export-source";
export type { ValueColumn } from "./export/source/value-source";
export { delimitedField } from "./export/text/delimited-field";
export { markdownCell, markdownLine } from "./export/text/markdown-cell";
export type { ExportProgress, ExportSink, Written } from "./export/write-rows";
export type { ImportOptions } from "./import/import-file";
export type { ImportedTable, OtherTable, TableFile, Unread } from "./import/imported";
export type { LoadProgress } from "./import/load/load-parts";
export { fileSet, filesInSet, type NamedFile, setName } from "./import/joined/file-set";
export { guessSeries } from "./import/joined/guess-series";
export { areAlike } from "./import/joined/columns-of-all";
export type { Shape } from "./import/joined/shape";
export { importFile, previewFile } from "./import/when-asked";
export { dropUnread, unreadSchema } from "./import/load/drop-unread";
export { openPeeks, openReader } from "./import/open-reader";
export type { Peeks } from "./import/peek";
export { memoryUse, type MemoryUse } from "./data/memory-use";
export { engineMemory, makingOf, memoryOf, mostMemory } from "./import/memory-of";
export type { ImportPreview } from "./import/preview-file";
export type {
  ColumnPlan,
  ImportPlan,
  JsonSource,
  RowChoice,
  SheetSource,
  SourcePlan,
  TextSource,
} from "./import/plan";
export { importPlan } from "./import/plan-schema";
export type { Known, Reader } from "./import/reader";
export { type Moment, type NumberMarks, plainMarks, type Reading, typeOf } from "./import/reading";
export { yesAndNo } from "./import/sniff/guess-boolean";
export type { ImportNote, Sniffed } from "./import/sniff/sniffed";
export { EngineError, type EngineErrorCode } from "./engine-error";
export { packedPage } from "./packed/packed-page";
export { packedBytes, unpacked } from "./packed/runtime/packed-bytes";
export * from "./code";
export { checkedPart } from "./sandbox/checked/checked-part";
export { framesOf } from "./sandbox/code-error";
export { openSandbox } from "./sandbox/open-sandbox";
export type * from "./sandbox/output";
export type * from "./sandbox/sandbox";
export * from "./sql-text";
export * from "./graph";
export * from "./store";

export type { Database, QueryOptions } from "./data/database";
export { openDatabase } from "./data/open-database";
export type { CsvOptions, LoadedTable, RejectedRow } from "./data/loaded-table";
export type { ColumnProfile } from "./data/profile";
export { join, literal, name, sql, written, type Sql, type SqlValue } from "./data/sql";
export type { Column, ColumnKind, Table, Value } from "./data/table";
export { EngineError, type EngineErrorCode } from "./engine-error";
export * from "./sql-text";
export * from "./graph";

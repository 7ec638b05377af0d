import type { Sql } from "../../data/sql";
import type { Dialect } from "../sniff/records";

/** A piece of a table on its way to DuckDB: a text for its reader, the bytes of an Arrow IPC stream, or a relation. */
export type Part = (TextPart | ArrowPart | RelationPart) & {
  /** What the reader itself could not use. */
  readonly rejected: readonly Rejected[];
  /** Bytes of the file that are done with this part. */
  readonly bytesRead: number;
  /** Signs that the encoding does not have, shown as `\ufffd` since. */
  readonly replacedSigns?: number;
  /** Of which file, where several make one table. */
  readonly of?: OfFile;
};

export interface OfFile {
  readonly name: string;
  /** For each column of the plan its place in the part, from 0, -1 where the file lacks it; absent: they are the plan's own. */
  readonly places?: readonly number[];
  /** The file's own columns, with `places`. */
  readonly headers?: readonly string[];
}

export interface TextPart {
  readonly form: "text";
  /** UTF-8. */
  readonly content: Uint8Array<ArrayBuffer>;
  readonly dialect: Dialect;
  readonly header: boolean;
  /** Lines to leave out in front. */
  readonly skip: number;
  /** Lines of the file in front of this part; null where its lines are not those of the file. */
  readonly linesBefore: number | null;
  /** Each record ends with `\n`; otherwise all of them end alike, and DuckDB's reader finds out how. */
  readonly hasLineFeeds: boolean;
  /** Whether `""` is an empty text and not a missing one. */
  readonly hasEmptyTexts: boolean;
  /** Bytes that its longest line may have, where it is too long for what DuckDB's reader expects. */
  readonly longestLine?: number;
  /** Headers where they are not those of the plan: columns that came up later stand at the end. */
  readonly headers?: readonly string[];
}

export interface ArrowPart {
  readonly form: "arrow";
  readonly content: Uint8Array<ArrayBuffer>;
  readonly rowCount: number;
  /** Values as they go into the table, under its names of columns. */
  readonly isReady?: boolean;
}

/** Rows that the engine has at hand already. */
export interface RelationPart {
  readonly form: "relation";
  readonly relation: Sql;
}

export interface Rejected {
  /** Physical line in the file, or row of the sheet, from 1; null where it is not known. */
  readonly line: number | null;
  readonly reason: string;
  readonly text: string;
}

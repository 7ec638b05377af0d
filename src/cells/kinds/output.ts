import type { Request } from "../../analyses";
import type { CellAnswer, Column, OutputPart, PlainValue } from "../../engine";
import type { ResultOrigin, Said, TableMark } from "../model";

/** What running a cell gave. Rows of a table stay in DuckDB under `results."<cell id>"`; only the first ones are held here. */
export type CellOutput = TableOutput | AnalysisOutput | PartsOutput | TextsOutput;

/** What a TypeScript cell showed so far. */
export interface PartsOutput {
  readonly form: "parts";
  /** The run that showed it: parts of the next run replace it, they do not join it. */
  readonly number: number;
  readonly parts: readonly OutputPart[];
  readonly defined: CellAnswer["defined"];
  /** What it ran on; absent while it runs. */
  readonly origin?: ResultOrigin;
}

/** The values in a Markdown cell's `${…}`, in order. */
export interface TextsOutput {
  readonly form: "texts";
  readonly values: readonly PlainValue[];
  readonly origin?: ResultOrigin;
}

export interface TableOutput {
  readonly form: "table";
  readonly columns: readonly Column[];
  readonly rowCount: number;
  readonly first: readonly (readonly (string | null)[])[];
  /** Null where there are too many rows to be marked. */
  readonly mark?: TableMark | null;
  readonly origin?: ResultOrigin;
}

export interface AnalysisOutput {
  readonly form: "analysis";
  readonly analysis: string;
  readonly request: Request;
  /** Checked by the analysis' own schema; the report is made from it and from nothing else. */
  readonly result: unknown;
  /** Every query that ran, as it ran. */
  readonly ran: readonly { readonly name: string; readonly sql: string }[];
  /** What it ran on; absent where nobody knows. */
  readonly origin?: ResultOrigin;
  /** For the trail: the verdict as it was told first. */
  readonly said?: Said | null;
}

/** Why a cell gave nothing. `code` decides the hint; `values` are the names that the hint shows. */
export interface CellError {
  readonly code: string;
  readonly message: string;
  readonly place?: { readonly line: number; readonly column: number };
  readonly values?: Readonly<Record<string, string>>;
  /** Where a cell's code was when it threw, innermost first. */
  readonly stack?: readonly { readonly label: string; readonly line: number; readonly column: number }[];
}

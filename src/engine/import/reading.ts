/** How the cells of one column become values. Plain data: kept in the notebook, applied to the next file. */
export type Reading =
  | { readonly form: "text" }
  /** As a Parquet or Arrow file has it already. */
  | { readonly form: "stored" }
  /** Words in lower case; what is in neither list does not fit. */
  | { readonly form: "boolean"; readonly yes: readonly string[]; readonly no: readonly string[] }
  | { readonly form: "whole" | "number"; readonly marks: NumberMarks }
  /** Exact where a DOUBLE would lose digits; `scale` counts those after the decimal mark. */
  | { readonly form: "decimal"; readonly marks: NumberMarks; readonly scale: number }
  | Moment;

export interface Moment {
  readonly form: "date" | "timestamp";
  /** Patterns of strptime, tried one after another; none: as ISO 8601 writes it. */
  readonly formats?: readonly string[];
  /** Counted, not written: since 1970, or in days as spreadsheets do since 1900. */
  readonly epoch?: "seconds" | "milliseconds" | "days-1900";
  /** IANA zone in which stamps without an offset were written; none: the zone of the plan. */
  readonly zone?: string;
}

export interface NumberMarks {
  readonly decimal: "." | ",";
  /** `" "` stands for all the blanks that number formats use. */
  readonly thousands: "" | " " | "," | "." | "'";
  /** `12,5%` is 0.125. */
  readonly isPercent?: boolean;
  /** `(5)` and a minus of any kind, blanks after it, are below zero. */
  readonly isAccounting?: boolean;
  /** Of all amounts of the column, in front of them or behind: `$`, `USD`, `kr`. */
  readonly currency?: string;
}

export const plainMarks: NumberMarks = { decimal: ".", thousands: "" };
/** Digits as SQL writes them. */
export function isPlain({ decimal, thousands, isAccounting, isPercent, currency }: NumberMarks): boolean {
  return decimal === "." && thousands === "" && !isAccounting && !isPercent && !currency;
}

export const text: Reading = { form: "text" };

/** The DuckDB type it gives; undefined where the file decides. */
export function typeOf(reading: Reading): string | undefined {
  switch (reading.form) {
    case "text":
      return "VARCHAR";
    case "stored":
      return undefined;
    case "boolean":
      return "BOOLEAN";
    case "whole":
      return "BIGINT";
    case "number":
      return "DOUBLE";
    case "decimal":
      return `DECIMAL(38,${reading.scale})`;
    case "date":
      return "DATE";
    case "timestamp":
      return "TIMESTAMP";
  }
}

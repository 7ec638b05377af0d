import { type Sql, sql } from "../../data/sql";
import { isoFormat } from "../moment-formats";
import type { ColumnPlan, ImportPlan } from "../plan";
import type { Part, TextPart } from "../read/part";
import type { Reading } from "../reading";
import { inCalendar, isPlain } from "./attempt";

/**
 * The direct way: DuckDB's reader turns plain numbers and ISO times into values itself, as fast as it can. It does so by other
 * rules than ours for cells that no export means, and loses the whole row of a cell that does not fit. So the first of these
 * ends the attempt with an error, and the part is read again in the careful way: where it succeeds both give the same.
 */
export type DirectType = "double" | "timestamptz";

/** More columns than these take DuckDB longer to plan than it gains. */
const mostColumns = 100;

/** For each column of the plan the type in which the reader gives it, undefined for text; null where the part is not for it. */
export function directTypes(
  plan: ImportPlan,
  part: TextPart & Pick<Part, "of">,
): readonly (DirectType | undefined)[] | null {
  const { columns, rows } = plan;
  // A sample is drawn by the text of a cell; the files of a set may have their columns in other places.
  if (part.of?.places || rows?.take === "sample" || columns.length > mostColumns) return null;
  if (part.mayHaveUnderscores) return null;
  const types = columns.map((column) => directType(plan, column));
  return types.some((type) => type !== undefined) ? types : null;
}

function directType({ zone }: ImportPlan, { isKept, reading }: ColumnPlan): DirectType | undefined {
  if (!isKept) return undefined;
  switch (reading.form) {
    case "whole":
    case "number":
      return isPlain(reading.marks) ? "double" : undefined;
    case "date":
    case "timestamp":
      if (reading.epoch || (reading.formats ?? []).some((format) => format !== isoFormat)) return undefined;
      // Elsewhere the text of the cell decides of which zone it is.
      return reading.form === "date" || (zone === "UTC" && (reading.zone ?? zone) === "UTC")
        ? "timestamptz"
        : undefined;
    case "text":
    case "stored":
    case "boolean":
    case "decimal":
      return undefined;
  }
}

/** The value of a cell that the reader gave in its direct type; an error where the careful way might say something else. */
export function directValue(cell: Sql, reading: Reading): Sql {
  const time = sql`${cell}::timestamp`;
  switch (reading.form) {
    case "whole":
      return fitsOrEnds(
        sql`${cell} % 1 = 0 and abs(${cell}) <= ${Number.MAX_SAFE_INTEGER}`,
        sql`${cell}::bigint`,
      );
    case "date":
      return fitsOrEnds(sql`${inCalendar(time)} and ${time}::date = ${time}`, sql`${time}::date`);
    case "timestamp":
      return fitsOrEnds(inCalendar(time), time);
    case "text":
    case "stored":
    case "boolean":
    case "number":
    case "decimal":
      return fitsOrEnds(sql`isfinite(${cell})`, cell);
  }
}

function fitsOrEnds(fits: Sql, value: Sql): Sql {
  // What is missing neither fits nor does not.
  return sql`case when not (${fits}) then error('not for the direct way') else ${value} end`;
}

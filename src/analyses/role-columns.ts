import { isMoment, name, sql, type Sql } from "../engine";
import { AnalysisError } from "./analysis-error";
import type { DataSet } from "./analysis";
import type { RoleName } from "./roles";

type DataColumn = DataSet["columns"][number];

/** With its schema: the steps of our queries have plain names, and a person's table may be called `activity` or `days` too. */
export function tableOf(data: DataSet): Sql {
  return name("main", data.table);
}

/** The column that plays a role; a role that is open or names a column that is not there is an error. */
export function columnOf(data: DataSet, role: RoleName): DataColumn {
  const wanted = data.roles[role];
  if (wanted === undefined) throw new AnalysisError("missing-role", `no column for the role: ${role}`, role);
  const column = data.columns.find((one) => one.name === wanted);
  if (!column) throw new AnalysisError("missing-column", `missing column: ${wanted}`, role);
  return column;
}

/**
 * An id as it is compared: text trimmed, blank text nobody; a whole number is its own id. Trimming reads a text letter by
 * letter and takes longer than to group by it, so that only what may have a blank is trimmed: the blank of ASCII or,
 * longer in bytes than in letters, something beyond ASCII.
 */
export function textOrNull(column: DataColumn): Sql {
  const text = name(column.name);
  if (column.kind === "integer") return text;
  if (column.kind !== "text") return sql`nullif(trim(${text}::varchar), '')`;
  return sql`nullif(if(contains(${text}, ' ') or strlen(${text}) > length(${text}), trim(${text}), ${text}), '')`;
}

/**
 * Whether an id names somebody: `textOrNull` is not null. Text that begins with a visible letter of ASCII is not blank, and
 * comparing its first bytes takes a fraction of the time of trimming it.
 */
export function isNamed(column: DataColumn): Sql {
  const named = sql`${textOrNull(column)} is not null`;
  return column.kind === "text" ? sql`(${name(column.name)} between '!' and '~' or ${named})` : named;
}

/** A moment without a zone. TIMESTAMPTZ is cast first: its own functions need an extension that is not there. */
export function timeOf(column: DataColumn): Sql {
  return column.type === "TIMESTAMP" ? name(column.name) : sql`${name(column.name)}::timestamp`;
}

/** A calendar day. */
export function dateOf(column: DataColumn): Sql {
  return column.kind === "date" ? name(column.name) : sql`${timeOf(column)}::date`;
}

export function isFiniteTime(column: DataColumn): Sql {
  return sql`isfinite(${name(column.name)})`;
}

/** Kinds that a role can be read from. */
export function suits(role: RoleName, kind: string): boolean {
  switch (role) {
    case "time":
    case "start":
    case "end":
    case "paidUntil":
    case "signup":
    case "assigned":
      return isMoment(kind);
    case "amount":
    case "mrr":
      return kind === "integer" || kind === "number" || kind === "decimal";
    case "customer":
    case "parent":
    case "event":
    case "order":
    case "currency":
    case "status":
    case "reason":
    case "variant":
      return !["list", "struct", "map", "binary", "interval"].includes(kind);
  }
}

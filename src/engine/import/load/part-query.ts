import { join, name, type Sql, sql } from "../../data/sql";
import { EngineError } from "../../engine-error";
import type { ColumnPlan, ImportPlan } from "../plan";
import type { TextPart } from "../read/part";
import { fromZone, toZone } from "../zones/zone-sql";
import { isoFormat } from "../moment-formats";
import { codePattern } from "../number-pattern";
import { attempt, fitting } from "./attempt";
import { misfitError } from "./misfit";

/** Where the cells of a part are: a relation with the columns `c1`, `c2`, … and the type of each. */
export interface Cells {
  readonly from: Sql;
  /** DuckDB types; undefined where all is text. */
  readonly types?: readonly string[];
  /** Rows without any cell are nobody: spreadsheets leave lines of delimiters behind. */
  readonly dropsBlank: boolean;
}

/** The column beside those of the table that holds, for rows where something is missing that was written, what it was. */
export const oddCells = "cells that gave no value";

/** The column that tells of which file a row is; its name is free beside those of the plan. */
export function fileColumn({ joined, columns }: ImportPlan): string {
  const taken = new Set(columns.map(({ name }) => name.toLowerCase()));
  const wanted = joined?.column ?? "file";
  let free = wanted;
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${wanted}_${n}`;
  return free;
}

/** The rows of a part as they go into the table, the odd cells last where there may be some. */
export function partRows(plan: ImportPlan, cells: Cells, fileName?: string): Sql {
  const { from, types, dropsBlank } = cells;
  const all = plan.columns.map((column, i) => columnSql(plan, column, i, types?.[i]));
  const kept = all.filter((_, i) => plan.columns[i]!.isKept);
  const watched = kept.filter(({ column }) => isWatched(column));
  const groups = Array.from({ length: Math.ceil(watched.length / groupSize) }, (_, i) =>
    watched.slice(i * groupSize, (i + 1) * groupSize),
  );
  const list = (parts: readonly Sql[]) => join(parts, ",\n");
  const converted = kept.filter(({ local }) => local !== undefined);
  const zoned = converted.length
    ? sql`(select * replace (${list(converted.map(({ local, v }) => sql`${local!} as ${v}`))}) from attempts)`
    : sql`attempts`;
  return sql`with attempts as (
      select *, ${list([...kept.map((column) => sql`${column.attempt} as ${column.v}`), sql`0 as nothing`])}
      from ${from}
      ${whereAll([...(dropsBlank ? [isSomebody(plan.columns.length)] : []), ...sampled(plan)])}
    ), fits as (
      select *, ${list([...kept.map((column) => sql`${column.value} as ${column.x}`), sql`0 as nothing`])} from ${zoned}
    ), watched as (
      select *, ${list([...groups.map((group, i) => sql`${oddIn(group)} as ${name(`o${i}`)}`), sql`0 as nothing`])} from fits
    ), odd as (
      select *, ${oddOf(groups)} as odd from watched
    )
    select ${list([
      ...kept.map(({ x, column }) => sql`${x} as ${name(column.name)}`),
      ...(fileName === undefined ? [] : [sql`${fileName} as ${name(fileColumn(plan))}`]),
      ...(mayBeOdd(plan) ? [sql`${judged(plan, watched)} as ${name(oddCells)}`] : []),
    ])} from odd`;
}

/** Whether the rows of a part have a column of odd cells. */
export function mayBeOdd({ columns }: ImportPlan): boolean {
  return columns.some((column) => column.isKept && isWatched(column));
}

function isSomebody(width: number): Sql {
  const cells = Array.from({ length: width }, (_, i) => name(`c${i + 1}`));
  return sql`coalesce(${join(cells, ", ")}) is not null`;
}

function whereAll(conditions: readonly Sql[]): Sql {
  return conditions.length ? sql`where ${join(conditions, " and ")}` : sql``;
}

/** MD5 and not DuckDB's own hash, which may be another one in its next version. Rows without a text stay together. */
function sampled({ rows, columns }: ImportPlan): readonly Sql[] {
  if (rows?.take !== "sample") return [];
  const place = columns.findIndex(({ header }) => header === rows.by);
  if (place < 0) throw new EngineError("missing-column", `missing column: ${rows.by}`);
  const cell = sql`coalesce(trim(${name(`c${place + 1}`)}::varchar), '')`;
  const wanted = Math.round(rows.share * sampleSteps);
  return [sql`md5_number_lower(${`${rows.seed} `} || ${cell}) % ${sampleSteps} < ${wanted}`];
}

const sampleSteps = 10_000;

type ColumnSql = ReturnType<typeof columnSql>;

/** Thousands of conditions in one expression are more than DuckDB's planner has room for. */
const groupSize = 40;

function oddIn(group: readonly ColumnSql[]): Sql {
  const any = join(
    group.map(({ x, text }) => sql`(${x} is null and ${text} is not null)`),
    " or ",
  );
  const cells = join(
    group.map(({ x, text }) => sql`case when ${x} is null then ${text} end`),
    ",\n",
  );
  return sql`case when ${any} then [${cells}] end`;
}

function oddOf(groups: readonly (readonly ColumnSql[])[]): Sql {
  if (!groups.length) return sql`null::varchar[]`;
  const lists = groups.map((_, i) => name(`o${i}`));
  if (lists.length === 1) return lists[0]!;
  const full = groups.map(
    ({ length }, i) => sql`coalesce(${lists[i]!}, list_resize([]::varchar[], ${length}))`,
  );
  return sql`case when coalesce(${join(lists, ", ")}) is not null then flatten([${join(full, ", ")}]) end`;
}

/** Odd cells that were foreseen are kept as they were; one that was not, in a guessed column, ends this load. */
function judged(plan: ImportPlan, watched: readonly ColumnSql[]): Sql {
  if (watched.every(({ column }) => column.isChosen)) return sql`odd`;
  const own = watched.flatMap(({ column }) => lowered(column.missing));
  const places = watched.map(({ place, column }) => (column.isChosen ? 0 : place));
  const cell = sql`coalesce(lower(trim(cell)), '')`;
  const isStrange = sql`[${places}][i] > 0 and ${cell} not in (${[...plan.missing, ...own, ""]})`;
  const strange = sql`list_filter(odd, lambda cell, i: ${isStrange})`;
  const columns = sql`list_filter([${places}], lambda place, i: place > 0 and coalesce(lower(trim(odd[i])), '') not in (${[...plan.missing, ...own, ""]}))`;
  return sql`case when odd is null then null when len(${strange}) = 0 then odd
    else ${misfitError(sql`${strange}[1]`, sql`${columns}[1]`)}::varchar[] end`;
}

function lowered(tokens: readonly string[] | undefined): readonly string[] {
  return tokens?.map((token) => token.toLowerCase()) ?? [];
}

/** Numbers, from 1, of the plan's columns in the order in which their odd cells stand in the list. */
export function watchedColumns(plan: ImportPlan): readonly number[] {
  return plan.columns.flatMap((column, i) => (column.isKept && isWatched(column) ? [i + 1] : []));
}

/** DuckDB's reader of a part. */
export function readerOf(path: string, part: TextPart, width: number, rejects: string): Sql {
  const { delimiter, quote } = part.dialect;
  const columns = Array.from({ length: width }, (_, i) => sql`${`c${i + 1}`}: ${"varchar"}`);
  return sql`read_csv(${path}, auto_detect = false, delim = ${delimiter}, quote = ${quote}, escape = ${quote},
    header = ${part.header}, skip = ${part.skip}, columns = {${join(columns, ", ")}},
    allow_quoted_nulls = ${!part.hasEmptyTexts}, ${part.hasLineFeeds ? lineFeeds : sql``} ${roomFor(part)}
    store_rejects = true, rejects_table = ${rejects}, rejects_scan = ${`${rejects}_scan`})`;
}

// Its room is sixteen lines of the longest unless said otherwise: a gigabyte for one of 64 megabytes.
function roomFor({ longestLine: bytes }: TextPart): Sql {
  return bytes ? sql`max_line_size = ${bytes}, buffer_size = ${2 * bytes},` : sql``;
}

// Told so it also takes other line ends within cells. Told of `\r\n` it reads no rows at all: that it must find out by itself.
const lineFeeds = sql`new_line = ${String.raw`\n`},`;

function columnSql(plan: ImportPlan, column: ColumnPlan, i: number, type: string | undefined) {
  const [cell, v, x] = [name(`c${i + 1}`), name(`v${i + 1}`), name(`x${i + 1}`)];
  const { reading } = column;
  const isText = type === undefined || type === "VARCHAR";
  const text = isText ? cell : sql`${cell}::varchar`;
  const known = { column, place: i + 1, text, v, x };
  if (reading.form === "stored") {
    // Nothing can be reckoned with a TIMESTAMPTZ without the extension, so it becomes local time once and for all.
    const isInstant = type === "TIMESTAMP WITH TIME ZONE";
    const attempted = isInstant ? sql`${cell}::timestamp` : cell;
    return { ...known, attempt: attempted, local: isInstant ? inZone(plan.zone, v) : undefined, value: v };
  }
  if (reading.form === "text") {
    const tokens = lowered(column.missing);
    const value = tokens.length ? sql`case when lower(trim(${v})) not in (${tokens}) then ${v} end` : v;
    return { ...known, attempt: text, local: undefined, value };
  }
  const local = localTime(plan, column, text, v);
  const attempted = attempt(text, reading);
  const value = fitting(text, v, reading);
  return {
    ...known,
    attempt: isGuessedNumber(column) ? unlessCode(text, attempted) : attempted,
    local,
    value,
  };
}

function isGuessedNumber({ reading, isChosen }: ColumnPlan): boolean {
  return !isChosen && (reading.form === "whole" || reading.form === "number" || reading.form === "decimal");
}

/** The first code may stand far below: `01067` and `1067` are two. Who chose a number means one. */
function unlessCode(cell: Sql, value: Sql): Sql {
  return sql`case when not regexp_matches(trim(${cell}), ${codePattern}) then ${value} end`;
}

function isWatched({ reading, missing }: ColumnPlan): boolean {
  if (reading.form === "stored") return false;
  return reading.form !== "text" || !!missing?.length;
}

/** Stamps as local time of the plan's zone. A date without a time is a day of the calendar and belongs to no zone. */
function localTime(plan: ImportPlan, { reading }: ColumnPlan, cell: Sql, v: Sql): Sql | undefined {
  if (reading.form !== "timestamp") return undefined;
  const own = reading.zone ?? plan.zone;
  const instant = inZone(plan.zone, v);
  if (reading.epoch) return reading.epoch === "days-1900" ? undefined : instant;
  const naive = own === plan.zone ? undefined : toZone(sql`(${fromZone(v, own)})`, plan.zone);
  const formats = reading.formats ?? [];
  const isOpen =
    !formats.length || formats.includes(isoFormat) || formats.some((format) => format.includes("%z"));
  if (!isOpen || (!instant && !naive)) return naive;
  return sql`case when regexp_matches(${cell}, ${offsetAtEnd}) then ${instant ?? v} else ${naive ?? v} end`;
}

function inZone(zone: string, utc: Sql): Sql | undefined {
  return zone === "UTC" ? undefined : toZone(utc, zone);
}

// The minus of an offset comes after a time, that of a day does not.
const offsetAtEnd = String.raw`:\d\d(\.\d+)?\s?(Z|z|UTC|[+-]\d\d(:?\d\d)?)\s*$`;

import type { Database } from "../../data/database";
import { name, sql } from "../../data/sql";
import type { ImportPlan } from "../plan";
import type { OfFile } from "../read/part";
import type { Reader } from "../reader";
import { growingTable, type Own } from "./growing-table";
import { createUnread, keepRejected } from "./unread";

export interface LoadProgress {
  /** 0 to 1, by the bytes of the file. */
  readonly share: number;
  /** Rows that are in the table so far. */
  readonly rows: number;
}

export interface LoadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
  /** No more rows than these are wanted. */
  readonly mostRows?: number;
}

export interface Loaded {
  /** With the columns that came up on the way. */
  readonly plan: ImportPlan;
  readonly replacedSigns: number;
  /** Whether the table has the column of odd cells. */
  readonly hasOddCells: boolean;
  /** Where several files make the table: each, and the headers of the plan that it lacks. */
  readonly files: readonly { readonly name: string; readonly lacks: readonly string[] }[];
}

/** All parts of a file into one new table, one after another. */
export async function loadParts(
  database: Database,
  reader: Reader,
  file: File,
  planned: ImportPlan,
  own: Own,
  options: LoadOptions,
): Promise<Loaded> {
  let plan = planned;
  const mostRows = fewest(options.mostRows, plan.rows?.take === "first" ? plan.rows.count : undefined);
  const files = new Map<string, readonly string[]>();
  const table = growingTable(database, own, file.name);
  let [isFirst, rows, replacedSigns] = [true, 0, 0];
  await database.run([createUnread(own.unread), sql`drop table if exists ${name(own.table)}`]);
  for await (const part of reader.parts(file, plan)) {
    options.signal?.throwIfAborted();
    const added = part.form === "text" ? newColumns(plan, part.headers) : [];
    if (added.length) {
      plan = { ...plan, columns: [...plan.columns, ...added] };
      if (!isFirst) await widen(database, own.table, added);
    }
    if (part.of && !files.has(part.of.name)) files.set(part.of.name, lackedBy(part.of, plan));
    const most = mostRows === undefined ? undefined : mostRows - rows;
    const rowsNow = await table.insert(part, plan, most, { signal: options.signal });
    if (part.rejected.length) await database.run([keepRejected(own.unread, part)]);
    [isFirst, rows, replacedSigns] = [false, rowsNow, part.replacedSigns ?? replacedSigns];
    options.onProgress?.({ share: Math.min(1, part.bytesRead / Math.max(1, file.size)), rows });
    if (mostRows !== undefined && rows >= mostRows) break;
  }
  await table.check();
  const { hasOddCells } = table;
  return { plan, replacedSigns, hasOddCells, files: [...files].map(([name, lacks]) => ({ name, lacks })) };
}

function fewest(...limits: readonly (number | undefined)[]): number | undefined {
  const given = limits.filter((limit) => limit !== undefined);
  return given.length ? Math.min(...given) : undefined;
}

function lackedBy({ places }: OfFile, { columns }: ImportPlan): readonly string[] {
  return columns.filter(({ isKept }, i) => isKept && (places?.[i] ?? i) < 0).map(({ name }) => name);
}

function newColumns(plan: ImportPlan, headers: readonly string[] | undefined): ImportPlan["columns"] {
  const taken = new Set(plan.columns.map(({ name }) => name.toLowerCase()));
  return (headers ?? []).slice(plan.columns.length).map((header) => {
    let free = header.trim() || "column";
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${header}_${n}`;
    taken.add(free.toLowerCase());
    return { header, name: free, reading: { form: "text" }, isKept: true, isChosen: false };
  });
}

async function widen(database: Database, table: string, added: ImportPlan["columns"]): Promise<void> {
  await database.run(
    added.map((column) => sql`alter table ${name(table)} add column ${name(column.name)} varchar`),
  );
}

import type { Database, QueryOptions } from "../../data/database";
import { join, name, type Sql, sql } from "../../data/sql";
import { type ImportPlan, isRead } from "../plan";
import type { OfFile, Part } from "../read/part";
import type { Reader } from "../reader";
import { type Cells, partRows, readerOf } from "./part-query";
import { uniteTypes } from "./unite-types";
import { createUnread, keepRejected, keepRejects } from "./unread";

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
  /** Where several files make the table: each, and the headers of the plan that it lacks. */
  readonly files: readonly { readonly name: string; readonly lacks: readonly string[] }[];
}

/** Names of this load alone. */
export interface Own {
  readonly table: string;
  readonly unread: string;
  readonly id: string;
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
  let [isFirst, rows, replacedSigns, bytesBefore] = [true, 0, 0, 0];
  await database.run([createUnread(own.unread), sql`drop table if exists ${name(own.table)}`]);
  for await (const part of reader.parts(file, plan)) {
    options.signal?.throwIfAborted();
    const added = part.form === "text" ? newColumns(plan, part.headers) : [];
    if (added.length) {
      plan = { ...plan, columns: [...plan.columns, ...added] };
      if (!isFirst) await widen(database, own.table, added);
    }
    if (part.of && !files.has(part.of.name)) files.set(part.of.name, lackedBy(part.of, plan));
    const shareOf = (share: number) =>
      (bytesBefore + share * (part.bytesRead - bytesBefore)) / Math.max(1, file.size);
    const onProgress = (share: number | undefined) =>
      options.onProgress?.({ share: Math.min(1, shareOf(share ?? 0)), rows });
    await insertPart(
      database,
      part,
      plan,
      own,
      isFirst,
      { signal: options.signal, onProgress },
      mostRows === undefined ? undefined : mostRows - rows,
    );
    if (part.rejected.length) await database.run([keepRejected(own.unread, part)]);
    rows = await countOf(database, own.table);
    [isFirst, replacedSigns, bytesBefore] = [false, part.replacedSigns ?? replacedSigns, part.bytesRead];
    onProgress(0);
    if (mostRows !== undefined && rows >= mostRows) break;
  }
  return { plan, replacedSigns, files: [...files].map(([name, lacks]) => ({ name, lacks })) };
}

function fewest(...limits: readonly (number | undefined)[]): number | undefined {
  const given = limits.filter((limit) => limit !== undefined);
  return given.length ? Math.min(...given) : undefined;
}

async function insertPart(
  database: Database,
  part: Part,
  plan: ImportPlan,
  own: Own,
  isFirst: boolean,
  options: QueryOptions,
  mostRows: number | undefined,
): Promise<void> {
  const limit = mostRows === undefined ? sql`` : sql`limit ${mostRows}`;
  const insert = (cells: Cells): Sql => {
    const rows = partRows(plan, cells, part.of?.name);
    return isFirst
      ? sql`create table ${name(own.table)} as ${rows} ${limit}`
      : sql`insert into ${name(own.table)} by name ${rows} ${limit}`;
  };
  if (part.form === "relation") {
    const columns = await database.describe(sql`from ${part.relation}`);
    const [from, types] = inPlace(plan, columns, part.relation, false);
    await database.query(insert({ from, types, dropsBlank: false }), options);
    return;
  }
  if (part.form === "arrow") {
    const batch = `batch_${own.id}`;
    await database.insertArrow(batch, part.content);
    try {
      const columns = await database.describe(sql`from ${name(batch)}`);
      const [from, types] = inPlace(plan, columns, name(batch), part.of !== undefined);
      if (!isFirst && part.of) await uniteTypes(database, own.table, plan, { from, types });
      await database.query(insert({ from, types, dropsBlank: false }), options);
    } finally {
      await database.run([sql`drop table if exists ${name(batch)}`]);
    }
    return;
  }
  const rejects = `rejects_${own.id}`;
  const path = await database.addFile(`${own.id}.csv`, part.content);
  const width = part.of?.headers?.length ?? plan.columns.length;
  const from = placedIn(plan, readerOf(path, part, width, rejects), part.of);
  const reads = { path, bytes: part.content.size };
  try {
    await database.query(insert({ from, dropsBlank: !part.hasEmptyTexts }), { ...options, reads });
    await database.run([keepRejects(own.unread, rejects, plan, part)]);
  } finally {
    await database.removeFile(path);
    await database.run([
      sql`drop table if exists ${name(rejects)}`,
      sql`drop table if exists ${name(`${rejects}_scan`)}`,
    ]);
  }
}

/** The cells of a file in the places of the plan's columns. */
function placedIn({ columns }: ImportPlan, from: Sql, of: OfFile | undefined): Sql {
  const { places, headers } = of ?? {};
  if (!places || (headers?.length === columns.length && places.every((place, i) => place === i))) return from;
  const cells = columns.map((_, i) => {
    const place = places[i] ?? -1;
    return sql`${place < 0 ? sql`null::varchar` : name(`c${place + 1}`)} as ${name(`c${i + 1}`)}`;
  });
  return sql`(select ${join(cells, ", ")} from ${from})`;
}

function lackedBy({ places }: OfFile, { columns }: ImportPlan): readonly string[] {
  return columns.filter(({ isKept }, i) => isKept && (places?.[i] ?? i) < 0).map(({ name }) => name);
}

/** The columns of a batch under the numbers they have in the plan; what the batch lacks was not asked for. */
function inPlace(
  plan: ImportPlan,
  columns: readonly { name: string; type: string }[],
  batch: Sql,
  isOfSeveral: boolean,
): [Sql, readonly string[]] {
  const places = plan.columns.map((column, i) => {
    if (columns.length === plan.columns.length && !isOfSeveral) return i;
    return isRead(column, plan) ? columns.findIndex((one) => one.name === column.header) : -1;
  });
  const cells = places.map((place, i) =>
    place < 0
      ? sql`null as ${name(`c${i + 1}`)}`
      : sql`${name(columns[place]!.name)} as ${name(`c${i + 1}`)}`,
  );
  const types = places.map((place) => columns[place]?.type ?? "VARCHAR");
  return [sql`(select ${join(cells, ", ")} from ${batch})`, types];
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

async function countOf(database: Database, table: string): Promise<number> {
  const counted = await database.query(sql`select count(*) as n from ${name(table)}`, { isBrief: true });
  return Number(counted.value(0, "n"));
}

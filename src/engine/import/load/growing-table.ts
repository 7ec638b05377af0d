import type { Database, QueryOptions } from "../../data/database";
import { join, name, type Sql, sql } from "../../data/sql";
import { EngineError } from "../../engine-error";
import { type ImportPlan, isRead } from "../plan";
import type { ArrowPart, OfFile, Part, TextPart } from "../read/part";
import { type Cells, fileColumn, mayBeOdd, oddCells, partRows, readerOf } from "./part-query";
import { roomIn } from "./room-for";
import { uniteTypes } from "./unite-types";
import { keepRejects } from "./unread";

/** Names of this load alone. */
export interface Own {
  readonly table: string;
  readonly unread: string;
  readonly id: string;
}

/** A table that comes into being part by part. */
export interface GrowingTable {
  /** Gives the number of its rows. The plan may have more columns than that of the part before. */
  insert(part: Part, plan: ImportPlan, mostRows: number | undefined, options: QueryOptions): Promise<number>;
  /** Whether it has the column of odd cells. */
  readonly hasOddCells: boolean;
  /** Throws where rows that went in unseen are not there. */
  check(): Promise<void>;
}

export function growingTable(database: Database, own: Own, fileName: string): GrowingTable {
  // Whether batches go in as they are, and whether some have gone in that nobody has counted.
  let [areBatchesStored, isUncounted] = [false, false];
  let [isMade, hasOddCells, rows] = [false, false, 0];
  const needRoom = roomIn(database);

  /** Makes the table with the rows of the first part, and adds those of the others. */
  async function take(
    cells: Cells,
    {
      part,
      plan,
      mostRows,
      options,
    }: { part: Part; plan: ImportPlan; mostRows: number | undefined; options: QueryOptions },
  ): Promise<void> {
    const hasOdd = mayBeOdd(plan);
    if (isMade && hasOdd && !hasOddCells) {
      await database.run([sql`alter table ${name(own.table)} add column ${name(oddCells)} varchar[]`]);
      hasOddCells = true;
    }
    const into = isMade
      ? sql`insert into ${name(own.table)} by name`
      : sql`create table ${name(own.table)} as`;
    const limit = mostRows === undefined ? sql`` : sql`limit ${mostRows}`;
    const made = await database.query(sql`${into} ${partRows(plan, cells, part.of?.name)} ${limit}`, options);
    if (!isMade) [isMade, hasOddCells] = [true, hasOdd];
    rows += Number(made.value(0, "Count"));
  }

  async function takeText(part: TextPart & Part, to: Parameters<typeof take>[1]): Promise<void> {
    const { plan } = to;
    const path = await database.addFile(`${own.id}.csv`, part.content);
    const rejects = `rejects_${own.id}`;
    try {
      const width = part.of?.headers?.length ?? plan.columns.length;
      const from = placedIn(plan, readerOf(path, part, width, rejects), part.of);
      await take({ from, dropsBlank: !part.hasEmptyTexts }, to);
      await database.run([keepRejects(own.unread, rejects, plan, part)]);
    } finally {
      await database.run([
        sql`drop table if exists ${name(rejects)}`,
        sql`drop table if exists ${name(`${rejects}_scan`)}`,
      ]);
      await database.removeFile(path);
    }
  }

  async function append({ content, rowCount }: ArrowPart, { columns }: ImportPlan): Promise<void> {
    await needRoom(content.length, columns.length);
    await database.appendArrow(own.table, content);
    rows += rowCount;
    isUncounted = true;
  }

  /** Rows that are values already: only what is in no file is added to them. */
  async function takeReady(part: ArrowPart & Part, to: Parameters<typeof take>[1]): Promise<void> {
    const { plan, mostRows } = to;
    if (!isMade) {
      await database.run([sql`create table ${name(own.table)} as ${noRows(plan, part.of?.name)}`]);
      isMade = true;
    }
    if (!part.of && !hasOddCells && mostRows === undefined) {
      await append(part, plan);
      return;
    }
    await inBatch(part, plan, async (batch) => {
      const file = part.of ? sql`, ${part.of.name} as ${name(fileColumn(plan))}` : sql``;
      const limit = mostRows === undefined ? sql`` : sql`limit ${mostRows}`;
      const all = sql`select *${file} from ${batch} ${limit}`;
      const made = await database.query(sql`insert into ${name(own.table)} by name ${all}`, to.options);
      rows += Number(made.value(0, "Count"));
    });
  }

  async function takeArrow(part: ArrowPart & Part, to: Parameters<typeof take>[1]): Promise<void> {
    const { plan } = to;
    if (areBatchesStored && to.mostRows === undefined) {
      await append(part, plan);
      return;
    }
    await inBatch(part, plan, async (batch) => {
      const columns = await database.describe(sql`from ${batch}`);
      const [from, types] = inPlace(plan, columns, batch, part.of !== undefined);
      if (isMade && part.of) await uniteTypes(database, own.table, plan, { from, types });
      await take({ from, types, dropsBlank: false }, to);
      areBatchesStored = !part.of && areAsStored(plan, types);
    });
  }

  async function inBatch(
    { content }: ArrowPart,
    { columns }: ImportPlan,
    work: (batch: Sql) => Promise<void>,
  ): Promise<void> {
    const batch = `batch_${own.id}`;
    await needRoom(content.length, columns.length);
    await database.insertArrow(batch, content);
    try {
      await work(name(batch));
    } finally {
      await database.run([sql`drop table if exists ${name(batch)}`]);
    }
  }

  return {
    get hasOddCells() {
      return hasOddCells;
    },
    async insert(part, plan, mostRows, options) {
      const to = { part, plan, mostRows, options };
      if (part.form === "text") await takeText(part, to);
      else if (part.form === "arrow") await (part.isReady ? takeReady(part, to) : takeArrow(part, to));
      else {
        const columns = await database.describe(sql`from ${part.relation}`);
        const [from, types] = inPlace(plan, columns, part.relation, false);
        await take({ from, types, dropsBlank: false }, to);
      }
      return rows;
    },
    async check() {
      if (isUncounted && (await countOf(database, own.table)) !== rows)
        throw new EngineError("unreadable-file", `unreadable Arrow stream: ${fileName}`);
    },
  };
}

/** The columns of the table without any row, and without that of odd cells. */
function noRows(plan: ImportPlan, fileName: string | undefined): Sql {
  const cells = plan.columns.map((_, i) => sql`null::varchar as ${name(`c${i + 1}`)}`);
  const from = sql`(select ${join(cells, ", ")} where false)`;
  const made = partRows(plan, { from, dropsBlank: false }, fileName);
  return mayBeOdd(plan) ? sql`select * exclude (${name(oddCells)}) from (${made})` : made;
}

/** Whether rows go into the table just as they are stored, so that further ones need not be looked at. */
function areAsStored({ columns, rows }: ImportPlan, types: readonly string[]): boolean {
  return (
    !rows &&
    columns.every(({ isKept, reading, missing }, i) => {
      if (!isKept) return false;
      if (reading.form === "stored") return types[i] !== "TIMESTAMP WITH TIME ZONE";
      return reading.form === "text" && !missing?.length && types[i] === "VARCHAR";
    })
  );
}

async function countOf(database: Database, table: string): Promise<number> {
  const counted = await database.query(sql`select count(*) as n from ${name(table)}`, { isBrief: true });
  return Number(counted.value(0, "n"));
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

import type { Database, QueryOptions } from "../../data/database";
import { join, name, type Sql, sql } from "../../data/sql";
import { EngineError } from "../../engine-error";
import { type ImportPlan, isRead } from "../plan";
import type { ArrowPart, OfFile, Part, TextPart } from "../read/part";
import { directTypes } from "./direct";
import { type Cells, mayBeOdd, oddCells, partRows, readerOf } from "./part-query";
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
  let [isMade, hasOddCells, isDirect, isAppended, rows] = [false, false, true, false, 0];

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
    const hasOdd = mayBeOdd(plan, cells.direct);
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
    const width = part.of?.headers?.length ?? plan.columns.length;
    const cells = (way: Parameters<typeof readerOf>[3]): Cells => ({
      from: placedIn(plan, readerOf(path, part, width, way), part.of),
      dropsBlank: !part.hasEmptyTexts,
      ...("direct" in way && { direct: way.direct }),
    });
    try {
      const direct = isDirect ? directTypes(plan, part) : null;
      if (direct) {
        try {
          return await take(cells({ direct }), to);
        } catch (error) {
          if (!(error instanceof EngineError) || error.code !== "sql") throw error;
          // What is not plain once will hardly be so again.
          isDirect = false;
        }
      }
      await takeCarefully(part, cells, to);
    } finally {
      await database.removeFile(path);
    }
  }

  async function takeCarefully(
    part: TextPart & Part,
    cells: (way: { readonly rejects: string }) => Cells,
    to: Parameters<typeof take>[1],
  ): Promise<void> {
    const rejects = `rejects_${own.id}`;
    try {
      await take(cells({ rejects }), to);
      await database.run([keepRejects(own.unread, rejects, to.plan, part)]);
    } finally {
      await database.run([
        sql`drop table if exists ${name(rejects)}`,
        sql`drop table if exists ${name(`${rejects}_scan`)}`,
      ]);
    }
  }

  async function takeArrow(part: ArrowPart & Part, to: Parameters<typeof take>[1]): Promise<void> {
    const { plan } = to;
    if (isAppended && to.mostRows === undefined) {
      await database.appendArrow(own.table, part.content);
      rows += part.rowCount;
      return;
    }
    const batch = `batch_${own.id}`;
    await database.insertArrow(batch, part.content);
    try {
      const columns = await database.describe(sql`from ${name(batch)}`);
      const [from, types] = inPlace(plan, columns, name(batch), part.of !== undefined);
      if (isMade && part.of) await uniteTypes(database, own.table, plan, { from, types });
      await take({ from, types, dropsBlank: false }, to);
      isAppended = !part.of && areAsStored(plan, types);
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
      else if (part.form === "arrow") await takeArrow(part, to);
      else {
        const columns = await database.describe(sql`from ${part.relation}`);
        const [from, types] = inPlace(plan, columns, part.relation, false);
        await take({ from, types, dropsBlank: false }, to);
      }
      return rows;
    },
    async check() {
      if (isAppended && (await countOf(database, own.table)) !== rows)
        throw new EngineError("unreadable-file", `unreadable Arrow stream: ${fileName}`);
    },
  };
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

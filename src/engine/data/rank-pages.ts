import type { Database } from "./database";
import { EngineError } from "../engine-error";
import { isIn, isOneValue, type Part } from "./rank-parts";
import type { Arranged, RowOrder } from "./row-orders";
import { name, type Sql, sql } from "./sql";

/** The row numbers of a long table in the order of a column, without the table ever being sorted. */
export interface Ranks {
  numbers(offset: number, limit: number): Promise<bigint[]>;
  /** Gets ready for those who scroll on from there, once they have what they asked for. */
  prepare(offset: number, limit: number): void;
}

/** Which rows, and by what they are sorted. */
export type Sorted = Pick<Arranged, "where"> & { readonly orderBy: RowOrder };

export interface CountedPart {
  readonly part: Part;
  readonly rows: number;
}

const mostPages = 32;

/** Sorts a part of the table when somebody looks into it, and keeps a page of its row numbers. */
export function rankPages(
  database: Database,
  relation: Sql,
  { orderBy, where }: Sorted,
  parts: readonly CountedPart[],
  pageRows: number,
): Ranks {
  const column = name(orderBy.column);
  const pages = new Map<string, Promise<readonly bigint[]>>();

  function pageOf(part: CountedPart, page: number): Promise<readonly bigint[]> {
    const key = `${parts.indexOf(part)} ${page}`;
    const made = pages.get(key) ?? makePage(part.part, page);
    // The one asked for last goes last.
    pages.delete(key);
    pages.set(key, made);
    made.catch(() => pages.delete(key));
    for (const oldest of [...pages.keys()].slice(0, -mostPages)) pages.delete(oldest);
    return made;
  }

  async function makePage(part: Part, page: number): Promise<readonly bigint[]> {
    // Rows of one value come in the order in which they lie.
    const direction = orderBy.descending ? sql`desc` : sql`asc`;
    const sorted = isOneValue(part) ? sql`` : sql`order by ${column} ${direction}, rowid`;
    const found = await database.query(
      sql`select rowid from ${relation} where ${isIn(column, part)} ${where ? sql`and (${where})` : sql``}
        ${sorted} limit ${pageRows} offset ${page * pageRows}`,
      { isOwn: true },
    );
    return found.values(0).map((row) => BigInt(row as number | bigint));
  }

  /** The pages that hold these rows, and which of their rows. */
  function* placesOf(offset: number, limit: number) {
    let before = 0;
    for (const part of parts) {
      const end = Math.min(part.rows, offset + limit - before);
      for (let at = Math.max(0, offset - before); at < end;) {
        const from = at % pageRows;
        const rows = Math.min(pageRows - from, end - at);
        yield { part, page: (at - from) / pageRows, from, rows };
        at += rows;
      }
      before += part.rows;
      if (before >= offset + limit) return;
    }
  }

  return {
    async numbers(offset, limit) {
      const found: bigint[] = [];
      for (const { part, page, from, rows } of placesOf(offset, limit)) {
        const some = (await pageOf(part, page)).slice(from, from + rows);
        if (some.length < rows) throw new EngineError("stopped", "stopped: the table has changed");
        found.push(...some);
      }
      return found;
    },
    prepare(offset, limit) {
      const from = Math.max(0, offset - limit);
      for (const { part, page } of placesOf(from, offset + 2 * limit - from))
        pageOf(part, page).catch(() => undefined);
    },
  };
}

import { filterSql, name, sql, statements, written, type ColumnFilter, type Sql } from "../../engine";
import { freeRelationName, newCell, validRelationName, type SqlCell } from "../model";
import { dependencies } from "./dependencies";
import type { Shown } from "./queries";
import { cellOf } from "./queue";
import type { Session } from "./session";

/** A query for the rows that pass the filters, and where it belongs: below what it filters. */
export interface FilterCell {
  readonly cell: SqlCell;
  readonly at: number;
}

/** Null where no query can name what is filtered. */
export function filterCell(
  session: Session,
  shown: Shown,
  filters: readonly ColumnFilter[],
): FilterCell | null {
  const { cells } = session.notebook;
  const source = sourceOf(session, shown);
  if (!source) return null;
  const taken = dependencies(session).nodes.flatMap(({ defines }) => defines);
  const wanted = `${source.name || "rows"}_filtered`;
  const free = freeRelationName(validRelationName(wanted) === "ok" ? wanted : "rows_filtered", taken);
  const place = "cell" in shown ? cells.findIndex(({ id }) => id === shown.cell) + 1 : cells.length;
  const where = filterSql(filters);
  const { text } = sql`select *
    from ${source.relation}
    ${where ? sql`where ${where}` : sql``}`;
  return { cell: { ...newCell("sql"), name: free, source: text.trimEnd() }, at: place };
}

function sourceOf(session: Session, shown: Shown): { name: string; relation: Sql } | null {
  if ("table" in shown) return { name: shown.table, relation: named(shown.table) };
  if (!("cell" in shown)) return null;
  const cell = cellOf(session, shown.cell);
  if (cell?.kind !== "sql") return null;
  if (cell.name) return { name: cell.name, relation: named(cell.name) };
  // A result without a name can only be asked for again. Its comments may end in one: the bracket stands on its own line.
  const [only, another] = statements(cell.source);
  return only && !another
    ? {
        name: "",
        relation: sql`(
    ${written(only.text)}
    )`,
      }
    : null;
}

function named(relation: string): Sql {
  return validRelationName(relation) === "ok" ? written(relation) : name(relation);
}

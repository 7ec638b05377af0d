import type { Database } from "../data/database";
import type { RowOrder } from "../data/rows-of";
import type { Sql } from "../data/sql";
import type { ExportSource } from "./source/export-source";
import type { ValueColumn } from "./source/value-source";

/** The table to be exported, as it is now; `exportTable` closes it. Arrow is large and comes when it is needed. */
export async function openExport(
  from: { readonly columns: readonly ValueColumn[] } | OfRelation,
): Promise<ExportSource> {
  if ("columns" in from) return (await import("./source/value-source")).valueSource(from.columns);
  const { relationSource } = await import("./source/relation-source");
  return relationSource(from.database, from.relation, from.order, from.windowRows);
}

interface OfRelation {
  readonly database: Database;
  /** A table; a view has no numbers of rows. */
  readonly relation: Sql;
  readonly order: RowOrder | null;
  /** About a million cells unless told. */
  readonly windowRows?: number;
}

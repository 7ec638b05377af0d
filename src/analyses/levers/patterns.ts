import { join, sql, type Sql, type Table } from "../../engine";
import { countAt, numberAt, textAt } from "../answer";
import { columnFor, type Dimension } from "../segments/dimensions";
import { withBlocks } from "../with-blocks";
import type { LeverRow } from "./design";
import type { Lever } from "./lever";
import { controlledBlocks, onOf, type LeverRequest } from "./population";

/**
 * One row a pattern. `folds`: customers with the same patterns are told apart by the fold of their id (1: not at all),
 * which hangs on the id alone and not on the order of rows.
 */
export function patternsQuery(
  request: LeverRequest,
  levers: readonly Lever[],
  controls: readonly Dimension[],
  folds = 1,
): Sql {
  const on = levers.map((lever, i) => sql`${onOf(lever, i)} as ${columnFor("on", i)}`);
  const segments = controls.map((_, i) => columnFor("segment", i));
  const columns = [...on, ...segments, sql`${foldOf(folds)} as fold`];
  return sql`
    ${withBlocks(controlledBlocks(request, levers, controls))}
    select ${join(columns, ", ")}, count(*) as customers, count(*) filter (where is_lost) as lost
    from segmented
    group by all
    order by all`;
}

/** The fold of a customer, 0 to folds - 1, as `foldOf` of stats/folds has it. */
export function foldOf(folds: number, seed: string = foldSeed): Sql {
  if (folds <= 1) return sql`0`;
  return sql`((('0x' || md5(${`${seed}:`} || customer)[1:8])::ubigint * ${folds}) >> 32)::int`;
}

const foldSeed = "ebb";

export function readPatterns(
  table: Table,
  levers: readonly Lever[],
  controls: readonly Dimension[],
): LeverRow[] {
  return Array.from({ length: table.rowCount }, (_, row) => ({
    values: levers.map((_, i) => numberAt(table, row, columnFor("on", i).text)),
    segments: controls.map((_, i) => textAt(table, row, columnFor("segment", i).text)),
    fold: countAt(table, row, "fold"),
    customers: countAt(table, row, "customers"),
    lost: countAt(table, row, "lost"),
  }));
}

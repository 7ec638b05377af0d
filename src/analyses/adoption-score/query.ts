import { join, name, sql, type Sql, type Table } from "../../engine";
import { columnFor, type Dimension } from "../segments/dimensions";
import type { Lever } from "../levers/lever";
import { foldOf } from "../levers/patterns";
import { readPatterns } from "../levers/patterns";
import { controlledBlocks, populationBlocks, valuedBlocks } from "../levers/population";
import { numberAt } from "../answer";
import { columnOf, dateOf, tableOf, textOrNull } from "../role-columns";
import { withBlocks } from "../with-blocks";
import { scoreDecimals } from "./bands";
import type { ScoreRequest } from "./params";
import type { TournamentRow } from "./tournament";

export const folds = 10;
/** This share of customers begins early; the weights of those are held against the rest. */
export const earlyShare = 0.7;

/** Whether a lever is on: 1 or 0, null where its measure is not known; without a cut on above nought. */
export function switchOf({ cut }: Lever, i: number): Sql {
  const value = columnFor("value", i);
  return cut === null ? sql`(${value} > 0)::int::double` : sql`(${value} >= ${cut}::double)::int::double`;
}

/** One row a pattern: levers on or off, controls, fold, and whether the customers began late. */
export function patternsQuery(
  request: ScoreRequest,
  levers: readonly Lever[],
  controls: readonly Dimension[],
): Sql {
  const on = levers.map((lever, i) => sql`${switchOf(lever, i)} as ${columnFor("on", i)}`);
  const segments = controls.map((_, i) => columnFor("segment", i));
  return sql`
    ${withBlocks({
      ...controlledBlocks(request, levers, controls),
      dated: datedBlock(request),
      split: sql`select quantile_disc(began, ${earlyShare}) as last_early from dated`,
    })}
    select ${join([...on, ...segments, sql`${foldOf(folds)} as fold`], ", ")},
      (dated.began > split.last_early)::int as is_later,
      count(*) as customers, count(*) filter (where is_lost) as lost
    from segmented join dated using (customer) cross join split
    group by all
    order by all`;
}

/** dated(customer, began), one row a customer of `population`. */
function datedBlock({ data, params }: ScoreRequest): Sql {
  if (params.mode !== "columns") return sql`select customer, observed_from::date as began from population`;
  const column = data.columns.find((one) => one.name === params.began);
  if (!column) return sql`select customer, null::date as began from population`;
  return sql`
    select customer, min(given.began) as began
    from population left join (
      select ${textOrNull(columnOf(data, "customer"))}::varchar as customer,
        case when isfinite(${name(column.name)}) then ${dateOf(column)} end as began
      from ${tableOf(data)}
    ) as given using (customer)
    group by customer`;
}

export function readRows(
  table: Table,
  levers: readonly Lever[],
  controls: readonly Dimension[],
): TournamentRow[] {
  return readPatterns(table, levers, controls).map((row, i) => {
    const isLater = numberAt(table, i, "is_later");
    return { ...row, isLater: isLater === null ? null : isLater === 1 };
  });
}

/** Of each lever the chance that the measure of one who stayed is above that of one who left, ties a half: one row a lever. */
export function separatesQuery(request: ScoreRequest, levers: readonly Lever[]): Sql {
  const each = levers.map((_, i) => {
    const value = columnFor("value", i);
    return sql`
      select ${i} as place, sum(stayed * (lost_below + lost / 2)) / nullif(sum(stayed) * sum(lost), 0) as area
      from (
        select stayed, lost, sum(lost) over (order by value) - lost as lost_below
        from (
          select ${value} as value, count(*) filter (where not is_lost) as stayed, count(*) filter (where is_lost) as lost
          from population
          where ${value} is not null
          group by all
        )
      )`;
  });
  return sql`
    ${withBlocks(populationBlocks(request, levers))}
    select place, area::double as area
    from (
      ${join(each, "\nunion all\n")}
    )
    order by place`;
}

export function readSeparates(table: Table): (number | null)[] {
  return Array.from({ length: table.rowCount }, (_, row) => numberAt(table, row, "area"));
}

/** switched(customer, what, is_lost, on_a, …, observed_from): everybody whose behaviour is known in full, whatever became of them. */
export function switchedBlocks(request: ScoreRequest, levers: readonly Lever[]): Record<string, Sql> {
  const isSeen =
    request.params.mode === "columns"
      ? sql`what <> 'contradictory'`
      : sql`observed_to <= (select as_of from extent)`;
  const on = levers.map((lever, i) => sql`${switchOf(lever, i)} as ${columnFor("on", i)}`);
  return {
    ...valuedBlocks(request, levers),
    switched: sql`
      select customer, case when what = 'used' then case when is_lost then 'left' else 'stayed' end
          when what = 'not-there' then 'gone before' else 'not known' end as outcome,
        ${join(on, ", ")}, observed_from
      from valued
      where ${isSeen}`,
  };
}

/** Everybody, counted by levers and outcome: few rows. */
export function everyoneQuery(request: ScoreRequest, levers: readonly Lever[]): Sql {
  const on = levers.map((_, i) => columnFor("on", i));
  return sql`
    ${withBlocks(switchedBlocks(request, levers))}
    select ${join(on, ", ")}, outcome, count(*) as customers
    from switched
    group by all
    order by all`;
}

/**
 * scored(customer, score, levers_on, is_partial, outcome, on_a, …, observed_from); `score` null: no lever that counts is known.
 */
export function scoredBlocks(
  request: ScoreRequest,
  levers: readonly Lever[],
  weights: readonly number[],
): Record<string, Sql> {
  const columns = levers.map((_, i) => columnFor("on", i));
  const nulls = columns.flatMap((column, i) => (weights[i]! > 0 ? [sql`${column} is null`] : []));
  const on = columns.map((column) => sql`coalesce(${column}, 0)`);
  return {
    ...switchedBlocks(request, levers),
    scored: sql`
      select customer,
        ${scoreOfColumns(columns, weights)} as score,
        (${join(on, " + ")})::int as levers_on, ${join(nulls, " or ")} as is_partial, outcome,
        ${join(columns, ", ")}, observed_from
      from switched`,
  };
}

/** `scoreOf` in SQL, of columns that are 1, 0 or null: 0 to 100 of those levers that are known, null where no lever that counts is. */
export function scoreOfColumns(columns: readonly Sql[], weights: readonly number[]): Sql {
  const counted = columns.flatMap((column, i) =>
    weights[i]! > 0 ? [{ column, weight: sql`${weights[i]!}::double` }] : [],
  );
  const sum = counted.map(({ column, weight }) => sql`coalesce(${weight} * ${column}, 0)`);
  const known = counted.map(
    ({ column, weight }) => sql`case when ${column} is null then 0 else ${weight} end`,
  );
  return sql`round(100 * (${join(sum, " + ")}) / nullif(${join(known, " + ")}, 0), ${scoreDecimals})`;
}

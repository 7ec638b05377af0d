import { join, sql, type Sql, type Table } from "../../engine";
import { countAt, dayAt, numberAt } from "../answer";
import { columnFor } from "../segments/dimensions";
import { withBlocks } from "../with-blocks";
import type { Lever } from "./lever";
import { leverExclusions, populationBlocks, type LeverExclusion, type LeverRequest } from "./population";

/** Who is compared, who is not and why, and when. */
export interface LeverFacts {
  readonly customers: number;
  readonly used: number;
  readonly lost: number;
  readonly excluded: Readonly<Record<LeverExclusion, number>>;
  readonly firstObserved: string | null;
  readonly lastOutcome: string | null;
  readonly asOf: string | null;
}

/** What is known of a lever's measure among those compared. */
export interface LeverMeasure {
  readonly known: number;
  readonly knownLost: number;
  readonly distinct: number;
  readonly least: number | null;
  readonly most: number | null;
  /** Above nought, and those of them who left. */
  readonly positive: number;
  readonly positiveLost: number;
  /** Deciles, type 7, of the known values. */
  readonly deciles: readonly number[];
}

/** One row. */
export function factsQuery(request: LeverRequest, levers: readonly Lever[]): Sql {
  const excluded = leverExclusions.map(
    (what) =>
      sql`(select count(*) from valued where what = ${what}) as ${{ text: what.replaceAll("-", "_") }}`,
  );
  const measures = levers.flatMap((_, i) => {
    const value = columnFor("value", i);
    return [
      sql`count(${value}) as ${columnFor("known", i)}`,
      sql`count(${value}) filter (where is_lost) as ${columnFor("known_lost", i)}`,
      sql`count(distinct ${value}) as ${columnFor("distinct", i)}`,
      sql`min(${value}) as ${columnFor("least", i)}`,
      sql`max(${value}) as ${columnFor("most", i)}`,
      sql`count(*) filter (where ${value} > 0) as ${columnFor("positive", i)}`,
      sql`count(*) filter (where ${value} > 0 and is_lost) as ${columnFor("positive_lost", i)}`,
      sql`quantile_cont(${value}, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) as ${columnFor("deciles", i)}`,
    ];
  });
  return sql`
    ${withBlocks(populationBlocks(request, levers))}
    select (select count(*) from valued) as customers, ${join(excluded, ", ")},
      count(*) as used, count(*) filter (where is_lost) as lost,
      min(observed_from)::date as first_observed, max(outcome_to)::date as last_outcome,
      ${request.params.mode === "columns" ? sql`null::date` : sql`(select as_of::date from extent)`} as as_of
      ${join(
        measures.map((one) => sql`, ${one}`),
        "",
      )}
    from population`;
}

export function readFacts(table: Table): LeverFacts {
  const count = (column: string) => countAt(table, 0, column);
  return {
    customers: count("customers"),
    used: count("used"),
    lost: count("lost"),
    excluded: Object.fromEntries(
      leverExclusions.map((what) => [what, count(what.replaceAll("-", "_"))]),
    ) as Record<LeverExclusion, number>,
    firstObserved: dayAt(table, 0, "first_observed"),
    lastOutcome: dayAt(table, 0, "last_outcome"),
    asOf: dayAt(table, 0, "as_of"),
  };
}

export function readMeasures(table: Table, levers: readonly Lever[]): LeverMeasure[] {
  return levers.map((_, i) => {
    const at = (what: string) => columnFor(what, i).text;
    const deciles = table.value(0, at("deciles"));
    return {
      known: countAt(table, 0, at("known")),
      knownLost: countAt(table, 0, at("known_lost")),
      distinct: countAt(table, 0, at("distinct")),
      least: numberAt(table, 0, at("least")),
      most: numberAt(table, 0, at("most")),
      positive: countAt(table, 0, at("positive")),
      positiveLost: countAt(table, 0, at("positive_lost")),
      deciles: Array.isArray(deciles) ? deciles.map(Number) : [],
    };
  });
}

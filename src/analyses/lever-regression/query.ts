import { join, name, sql, type Sql } from "../../engine";
import type { Answers, Questions } from "../analysis";
import { canCompare, leverQuestions } from "../levers/asked";
import { controlQuestions, controlsFrom, controlsKnown } from "../levers/controls";
import { factsQuery } from "../levers/facts";
import { leverOf, leverText, type Lever } from "../levers/lever";
import { patternsQuery } from "../levers/patterns";
import { controlledBlocks, onOf, populationBlocks } from "../levers/population";
import { leversOf } from "../levers/widest";
import { columnFor } from "../segments/dimensions";
import { withBlocks } from "../with-blocks";
import { survivalQuery } from "./cox-query";
import type { Asked } from "./names";
import type { RegressionRequest } from "./params";
import type { LeverRegressionResult, Weighty } from "./result";

/** Folds by the customers' ids, for a penalty that is chosen. */
const folds = 10;

export function firstQuestions(request: RegressionRequest): Questions {
  return { ...leverQuestions(request), ...controlQuestions(request) };
}

export function secondQuestions(answers: Answers, request: RegressionRequest): Questions {
  if (!canCompare(request, answers)) return {};
  const { beside, mode } = request.params;
  const levers = leversOf(request, answers);
  const controls = controlsFrom(request, answers);
  const isPath = beside === "ridge" || beside === "lasso";
  return {
    facts: factsQuery(request, levers),
    patterns: patternsQuery(request, levers, controls, isPath ? folds : 1),
    ...(beside === "cox" && mode !== "columns" && { survival: survivalQuery(request, levers, controls) }),
  };
}

/** The days and levers that were found stay when more data come. */
export function asItWas(request: RegressionRequest, result: LeverRegressionResult | null): RegressionRequest {
  if (!result) return request;
  const { params } = request;
  return {
    ...request,
    params: {
      ...params,
      levers: result.levers.map(leverText),
      asOf: result.facts?.asOf ?? params.asOf,
    },
  };
}

/**
 * One row a lever as the table of levers has them: who has it and stayed, counted, beside what the model gave, which SQL
 * does not reckon and which stands here as it was found.
 */
export function leversQuery(request: RegressionRequest, result: LeverRegressionResult | null): Sql {
  const asked = asItWas(request, result);
  const levers = asked.params.levers.map(leverOf);
  if (levers.length === 0) return sql`select null::varchar as lever where false`;
  const rows = levers.map((lever, i) => {
    const value = onOf(lever, i);
    const found = result?.model?.ok ? result.model.levers[i] : undefined;
    const judged = result?.levers[i];
    const step = judged && !judged.isSwitch ? (found?.deviation ?? 1) : 1;
    const odds = (log: number | null | undefined) => number(log == null ? null : Math.exp(log * step));
    return sql`
      select ${i} as place, ${leverText(lever)} as lever, ${judged?.judged.kind ?? "cannot-tell"} as verdict,
        ${odds(found?.coefficient)} as odds_ratio, ${odds(found?.interval?.[0])} as low, ${odds(found?.interval?.[1])} as high,
        ${odds(found?.crude?.coefficient)} as crude,
        count(*) filter (where ${value} = 1) as with_it,
        count(*) filter (where ${value} = 1 and not is_lost) as stayed_with_it
      from population`;
  });
  return sql`
    ${withBlocks(populationBlocks(asked, levers))}
    select * exclude (place)
    from (
      ${join(rows, "\nunion all\n")}
    )
    order by place`;
}

function number(value: number | null): Sql {
  return value === null || !Number.isFinite(value) ? sql`null::double` : sql`${value}::double`;
}

/** One row a customer behind a number. */
export function customersQuery(
  request: RegressionRequest,
  result: LeverRegressionResult,
  { lever, value, outcome, cell }: Asked,
): Sql {
  const asked = asItWas(request, result);
  const levers: Lever[] = asked.params.levers.map(leverOf);
  const columns = levers.map((_, i) => columnFor("value", i));
  const unknown = join(
    columns.map((column) => sql`${column} is null`),
    " or ",
  );
  const weighty = cell !== undefined && result.model?.ok ? result.model.influence?.cells[cell] : undefined;
  const conditions: Sql[] = [
    ...(weighty ? alikeTo(weighty, levers, result) : []),
    ...(outcome === null ? [] : [outcome === "lost" ? sql`is_lost` : sql`not is_lost`]),
    ...(value === "incomplete" ? [sql`(${unknown})`] : []),
    ...(lever === null || value === "incomplete" || value === null
      ? []
      : [
          value === "unknown"
            ? sql`${columnFor("value", lever)} is null`
            : sql`${onOf(levers[lever]!, lever)} = ${value === "on" ? 1 : 0}`,
        ]),
  ];
  const banded = result.controls.flatMap(({ column, isBanded }) => (isBanded ? [column] : []));
  const blocks = weighty
    ? controlledBlocks(asked, levers, controlsKnown(asked, banded))
    : populationBlocks(asked, levers);
  const named = columnNames(levers).map((one, i) => sql`${columnFor("value", i)} as ${name(one)}`);
  return sql`
    ${withBlocks(blocks)}
    select customer, case when is_lost then 'lost' else 'remaining' end as what, ${join(named, ", ")}
    from ${weighty ? sql`segmented` : sql`population`}
    ${conditions.length ? sql`where ${join(conditions, " and ")}` : sql``}
    order by what, customer`;
}

/** Those of one cell of the table of influence. */
function alikeTo(
  { values, segments, hasStayed }: Weighty,
  levers: readonly Lever[],
  { controls }: LeverRegressionResult,
): Sql[] {
  return [
    hasStayed ? sql`not is_lost` : sql`is_lost`,
    ...levers.map((lever, i) => {
      const [on, value] = [onOf(lever, i), values[i] ?? null];
      return value === null ? sql`${on} is null` : sql`${on} = ${value}::double`;
    }),
    ...controls.map(({ reference }, i) => sql`${columnFor("segment", i)} = ${segments[i] ?? reference}`),
  ];
}

/** A behaviour may be called as another column of the list is. */
function columnNames(levers: readonly Lever[]): string[] {
  const taken = new Set(["customer", "what"]);
  return levers.map(({ behaviour }) => {
    let free = behaviour;
    while (taken.has(free.toLowerCase())) free += "_";
    taken.add(free.toLowerCase());
    return free;
  });
}

import { sql, type Sql } from "../../engine";
import { asBg, asPareto, type ModelName, type Parameters } from "./models";

interface Fitted {
  readonly model: ModelName;
  readonly parameters: Parameters;
}

/**
 * From histories(x, tx, followed, …) to alive(x, tx, followed, p_alive): one row a history, in DuckDB what `Model.alive` is
 * here. Times in days become weeks. Of Pareto/NBD the integral behind it, by a double exponential rule.
 */
export function aliveBlocks(fitted: Fitted): Record<string, Sql> {
  const distinct = sql`select distinct x, tx, followed from histories`;
  if (fitted.model === "pareto") return paretoAliveBlocks(fitted.parameters, distinct);
  const { r, alpha, a, b } = asBg(fitted.parameters);
  const chances = fitted.model === "bg" ? sql`x` : sql`x + 1`;
  const lnLeft = sql`ln(${a}::double / (${b}::double + ${chances} - 1))
    + (${r}::double + x) * ln((${alpha}::double + followed / 7) / (${alpha}::double + tx / 7))`;
  return {
    alive: sql`
      select *, case when ${chances} = 0 then 1 else 1 / (1 + exp(least(${lnLeft}, 700))) end as p_alive
      from (${distinct})`,
  };
}

/** expectations(x, followed, if_alive): purchases in the weeks ahead of a customer who still is one. */
export function expectationBlocks({ model, parameters }: Fitted, ahead: number): Record<string, Sql> {
  const distinct = sql`select distinct x, followed from histories`;
  if (model === "pareto") {
    const { r, alpha, s, beta } = asPareto(parameters);
    const later = sql`(${beta}::double + followed / 7)`;
    const ln = sql`ln(1 + ${ahead}::double / ${later})`;
    // β(1 − (β/(β + t))^(s − 1))/(s − 1), at s = 1 its limit.
    const presence =
      Math.abs(s - 1) < 1e-9
        ? sql`${later} * ${ln}`
        : sql`${later} * (1 - exp(-(${s - 1}::double) * ${ln})) / ${s - 1}::double`;
    return {
      expectations: sql`
        select *, (${r}::double + x) / (${alpha}::double + followed / 7) * ${presence} as if_alive
        from (${distinct})`,
    };
  }
  return dropoutBlocks(asBg(parameters), model, ahead, distinct);
}

/** Mean of (1 − e^(−λpt))/p over λ ~ gamma(r + x, α + T), p ~ beta(a, b + chances): as `expectedUntilDropout` has it. */
function dropoutBlocks(
  { r, alpha, a, b }: ReturnType<typeof asBg>,
  model: ModelName,
  ahead: number,
  distinct: Sql,
): Record<string, Sql> {
  const chances = model === "bg" ? sql`x` : sql`x + 1`;
  const lnP = sql`(least(u, 0) - ln(1 + exp(-abs(u))))`;
  const lnQ = sql`(least(-u, 0) - ln(1 + exp(-abs(u))))`;
  return {
    nodes: sql`select v / 10.0::double as v from range(-90, 91) as steps(v)`,
    shapes: sql`
      select *, ${r}::double + x as shape, ${alpha}::double + followed / 7 as rate, ${b}::double + ${chances} as q_shape
      from (${distinct})`,
    at_nodes: sql`
      select x, followed, shape, rate, q_shape,
        greatest(-1e5, least(1e5, ln(${a}::double / q_shape) + sqrt(1 / ${a}::double + 1 / q_shape) * (exp(v) - exp(-v)) / 2)) as u,
        (exp(v) + exp(-v)) / 2 as spread
      from shapes cross join nodes`,
    weighted: sql`
      select x, followed, shape,
        spread * exp(greatest(-700, ${a}::double * (${lnP} - ln(${a}::double / (${a}::double + q_shape)))
          + q_shape * (${lnQ} - ln(q_shape / (${a}::double + q_shape))))) as weight,
        exp(greatest(${lnP}, -650)) as p, exp(greatest(${lnP}, -650)) * ${ahead}::double / rate as z, rate
      from at_nodes`,
    // 1 − (1 + z)^−shape loses its digits for small z; its beginning as a series does not.
    expectations: sql`
      select x, followed, sum(weight * case when z < 1e-6 then shape * ${ahead}::double / rate * (1 - (shape + 1) / 2 * z)
        else (1 - exp(-shape * ln(1 + z))) / p end) / sum(weight) as if_alive
      from weighted
      group by x, followed`,
  };
}

function paretoAliveBlocks(given: Parameters, distinct: Sql): Record<string, Sql> {
  const { r, alpha, s, beta } = asPareto(given);
  const rise = (at: Sql) => sql`((${r}::double + x) * ln((${alpha}::double + T) / (${alpha}::double + ${at}))
    + ${s}::double * ln((${beta}::double + T) / (${beta}::double + ${at})))`;
  return {
    // y from the last purchase to now: y = length / (1 + e^−u), u = π sinh v.
    alive_nodes: sql`
      select 1 / (1 + exp(-u)) as share, 1 / (1 + exp(-u)) / (1 + exp(u)) * cosh_v * pi() / 20 as weight
      from (
        select pi() * (exp(v / 20.0::double) - exp(-v / 20.0::double)) / 2 as u,
          (exp(v / 20.0::double) + exp(-v / 20.0::double)) / 2 as cosh_v
        from range(-70, 71) as steps(v)
      )`,
    times: sql`select *, tx / 7 as from_week, followed / 7 as T from (${distinct})`,
    alive: sql`
      select x, tx, followed, case when tx = followed then 1 else 1 / (1 + exp(least(700, ln(greatest(
          sum(weight * (T - from_week) * ${s}::double / (${beta}::double + from_week + share * (T - from_week))
            * exp(${rise(sql`(from_week + share * (T - from_week))`)} - ${rise(sql`from_week`)})), 1e-300))
          + any_value(${rise(sql`from_week`)})))) end as p_alive
      from times cross join alive_nodes
      group by x, tx, followed`,
  };
}

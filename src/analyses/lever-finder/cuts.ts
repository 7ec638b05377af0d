import { join, sql, type Sql } from "../../engine";
import type { Lever } from "../levers/lever";
import { columnFor } from "../segments/dimensions";
import type { CandidateKind } from "../stats/cut-candidates";

/** More candidates than round numbers can be; with "below all" and "not known" they are sixteen cells, four bits. */
export const mostCuts = 14;

type Kind = Exclude<CandidateKind, "all">;

/**
 * Blocks after `population`: cuts(cuts_a, cuts_b, …), one row of lists, each ascending: what `cutCandidates` gives, reckoned
 * where the customers are. A lever that comes with a line has that one alone.
 */
export function cutBlocks(levers: readonly Lever[], kind: Kind): Record<string, Sql> {
  const ends = levers.map((_, i) => {
    const value = columnFor("value", i);
    return sql`
      bool_and(${value} = floor(${value})) as ${columnFor("whole", i)}, min(${value}) as ${columnFor("least", i)}, max(${value}) as ${columnFor("most", i)},
      quantile_cont(${value}, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) as ${columnFor("deciles", i)}`;
  });
  const seconds = levers.map(
    (_, i) => sql`
      min(${columnFor("value", i)}) filter (where ${columnFor("value", i)} > ${columnFor("least", i)})
        as ${columnFor("second", i)}`,
  );
  const all = (columnsOf: (lever: Lever, i: number) => Sql) => join(levers.map(columnsOf), ", ");
  return {
    ends: sql`select ${join(ends, ",")} from population`,
    seconds: sql`select ${join(seconds, ",")} from population, ends`,
    ...(kind === "round" ? stepBlocks(all) : {}),
    tried: sql`
      select ${all((lever, i) => sql`${triedOf(lever, i, kind)} as ${columnFor("tried", i)}`)}
      from ${kind === "round" ? sql`steps` : sql`ends`}`,
    dividing: sql`
      select ${all((lever, i) => sql`${dividingOf(lever, i)} as ${columnFor("dividing", i)}`)}
      from tried, ends`,
    cuts: sql`
      select ${all((_, i) => sql`${cutsOf(i)} as ${columnFor("cuts", i)}`)}
      from dividing, seconds`,
  };
}

/** Round numbers are multiples of 1, 2 or 5 times a power of ten, 5 to 13 of them between the first and the last decile. */
function stepBlocks(all: (columnsOf: (lever: Lever, i: number) => Sql) => Sql): Record<string, Sql> {
  return {
    widths: sql`
      select ${all(
        (_, i) => sql`
          ${columnFor("deciles", i)}[1] as ${columnFor("low", i)}, ${columnFor("deciles", i)}[9] as ${columnFor("high", i)},
          ${columnFor("high", i)} - ${columnFor("low", i)} as ${columnFor("span", i)},
          case when ${columnFor("span", i)} > 0 then pow(10, floor(log10(${columnFor("span", i)} / 5))) end as ${columnFor("unit", i)}`,
      )}
      from ends`,
    steps: sql`
      select *, ${all((_, i) => {
        const [span, unit] = [columnFor("span", i), columnFor("unit", i)];
        return sql`
          case when ${span} / (5 * ${unit}) >= 5 then 5 * ${unit} when ${span} / (2 * ${unit}) >= 5 then 2 * ${unit}
            else ${unit} end as ${columnFor("step", i)}`;
      })}
      from widths`,
  };
}

function triedOf({ cut }: Lever, i: number, kind: Kind): Sql {
  if (cut !== null) return sql`[${cut}::double]`;
  if (kind === "deciles") return columnFor("deciles", i);
  const [low, high, span, step] = [
    columnFor("low", i),
    columnFor("high", i),
    columnFor("span", i),
    columnFor("step", i),
  ];
  // Twelve digits keep 0.3 a 0.3; at the ends of what a number can hold no step is left to make.
  return sql`
    case when ${low} is null or not ${span} > 0 then [${low}]
      when not (floor(${high} / ${step}) - ceil(${low} / ${step}) < 50) then []::double[]
      else list_transform(range(0, (floor(${high} / ${step}) - ceil(${low} / ${step}))::bigint + 1),
        i -> printf('%.11e', (ceil(${low} / ${step}) + i) * ${step})::double) end`;
}

/** Null: nobody, or one value for all; a line that was given is kept whatever it does. */
function dividingOf({ cut }: Lever, i: number): Sql {
  if (cut !== null) return columnFor("tried", i);
  const [least, most] = [columnFor("least", i), columnFor("most", i)];
  const lines = sql`
    case when ${columnFor("whole", i)} then list_transform(${columnFor("tried", i)}, one -> ceil(one)) else ${columnFor("tried", i)} end`;
  return sql`
    case when ${least} < ${most}
      then list_sort(list_distinct(list_filter(${lines}, one -> one > ${least} and one <= ${most}))) end`;
}

/** Nearly all have one value: the line that sets the others apart is left. */
function cutsOf(i: number): Sql {
  const dividing = columnFor("dividing", i);
  return sql`
    case when ${dividing} is null then []::double[] when len(${dividing}) > 0 then ${dividing}
      else [${columnFor("second", i)}] end`;
}

/** How many of its lines a customer has reached; one more than all of them where the measure is not known. */
export function cellOf(i: number): Sql {
  const [value, cuts] = [columnFor("value", i), columnFor("cuts", i)];
  return sql`
    case when ${value} is null then len(${cuts}) + 1 else len(list_filter(${cuts}, one -> one <= ${value})) end`;
}

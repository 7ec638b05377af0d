import { join, name, sql, type Sql } from "../../engine";
import type { DataSet } from "../analysis";
import { attributes } from "../attributes";

/** A column by whose values customers are told apart. */
export interface Dimension {
  readonly data: DataSet;
  readonly column: string;
  /** A number with many values: told apart by the quartiles of its values, not value by value. */
  readonly isBanded: boolean;
}

export interface Grouping {
  /** A level with fewer customers is put together with the others. */
  readonly fewest: number;
  /** So many levels stand alone at most, the largest. */
  readonly most: number;
  /** When attributes are read, and until when a change is looked for. */
  readonly moment: Sql | "first";
  readonly until: Sql | null;
}

/** How a group of customers is written in an answer: its kind in the first character, then its level. */
export const others = "*";
export const unknown = "?";
const named = "=";

/**
 * Blocks that end in segmented(customer, is_lost, …, segment_a, level_a, is_late_a, is_changed_a, segment_b, …), one row a
 * customer of the block `population`. A segment is never null: "=level", "=1" to "=4" for a band, "*" others, "?" unknown.
 */
export function segmentBlocks(dimensions: readonly Dimension[], grouping: Grouping): Record<string, Sql> {
  const blocks: Record<string, Sql> = {};
  dimensions.forEach(({ data, column }, i) => {
    blocks[`attribute_${letter(i)}`] = attributes(data, column, grouping.moment, grouping.until);
  });
  return {
    ...blocks,
    described: describedBlock(dimensions),
    ...blocksFromDescribed(dimensions, grouping),
  };
}

/** The later of these blocks, from a block `described` that has level_a, level_b, … of each customer. */
export function blocksFromDescribed(
  dimensions: readonly Dimension[],
  grouping: Pick<Grouping, "fewest" | "most">,
): Record<string, Sql> {
  const blocks: Record<string, Sql> = {};
  dimensions.forEach(({ isBanded }, i) => {
    if (isBanded) blocks[`cuts_${letter(i)}`] = cutsBlock(i);
    else blocks[`ranked_${letter(i)}`] = rankedBlock(i, grouping);
  });
  blocks.segmented = segmentedBlock(dimensions);
  return blocks;
}

/** a, b, c, …: which dimension a column of an answer belongs to. */
export function letter(i: number): string {
  return String.fromCharCode(97 + i);
}

export function columnFor(what: string, i: number): Sql {
  return { text: `${what}_${letter(i)}` };
}

function describedBlock(dimensions: readonly Dimension[]): Sql {
  const columns = dimensions.map((_, i) => {
    const of = { text: `attribute_${letter(i)}` };
    return sql`
      ${of}.level as ${columnFor("level", i)}, coalesce(${of}.is_late, false) as ${columnFor("is_late", i)},
      coalesce(${of}.is_changed, false) as ${columnFor("is_changed", i)}`;
  });
  const joins = dimensions.map((_, i) => {
    const of = { text: `attribute_${letter(i)}` };
    return sql`left join ${of} on ${of}.customer::varchar = population.customer`;
  });
  return sql`
    select population.*,
      ${join(columns, ",\n")}
    from population
    ${join(joins, "\n")}`;
}

/** Quartiles of the values, type 7; a value that is no number is unknown. */
function cutsBlock(i: number): Sql {
  return sql`
    select quantile_cont(value, 0.25) as first, quantile_cont(value, 0.5) as second, quantile_cont(value, 0.75) as third
    from (select try_cast(${columnFor("level", i)} as double) as value from described)
    where isfinite(value)`;
}

function rankedBlock(i: number, { fewest, most }: Pick<Grouping, "fewest" | "most">): Sql {
  const level = columnFor("level", i);
  return sql`
    select ${level} as level,
      count(*) >= ${fewest} and row_number() over (order by count(*) desc, ${level}) <= ${most} as is_named
    from described
    where ${level} is not null
    group by ${level}`;
}

function segmentedBlock(dimensions: readonly Dimension[]): Sql {
  const segments = dimensions.map(
    (dimension, i) => sql`${segmentOf(dimension, i)} as ${columnFor("segment", i)}`,
  );
  const joins = dimensions.map(({ isBanded }, i) => {
    const block = { text: `${isBanded ? "cuts" : "ranked"}_${letter(i)}` };
    return isBanded
      ? sql`cross join ${block}`
      : sql`left join ${block} on ${block}.level = described.${columnFor("level", i)}`;
  });
  return sql`
    select described.*,
      ${join(segments, ",\n")}
    from described
    ${join(joins, "\n")}`;
}

function segmentOf({ isBanded }: Dimension, i: number): Sql {
  const level = columnFor("level", i);
  if (!isBanded) {
    const ranked = { text: `ranked_${letter(i)}` };
    return sql`
      case when ${level} is null then ${unknown} when ${ranked}.is_named then ${named} || ${level} else ${others} end`;
  }
  const value = sql`try_cast(${level} as double)`;
  const cuts = { text: `cuts_${letter(i)}` };
  return sql`
    case when ${value} is null or not isfinite(${value}) then ${unknown} when ${value} <= ${cuts}.first then '=1'
      when ${value} <= ${cuts}.second then '=2' when ${value} <= ${cuts}.third then '=3' else '=4' end`;
}

/** The customers of one segment, as a condition on `segmented`. */
export function inSegment(i: number, segment: string): Sql {
  return sql`${columnFor("segment", i)} = ${segment}`;
}

/** Numbers of a numeric column, to see whether they are few enough to stand for themselves. */
export function valuesQuery(data: DataSet, columns: readonly string[]): Sql {
  const counts = columns.map(
    (column, i) => sql`
    count(distinct ${name(column)}) as ${columnFor("values", i)}`,
  );
  return sql`
    select ${join(counts, ", ")}
    from ${name("main", data.table)}`;
}

export function isNumeric(data: DataSet, column: string): boolean {
  const kind = data.columns.find(({ name: one }) => one === column)?.kind;
  return kind === "integer" || kind === "number" || kind === "decimal";
}

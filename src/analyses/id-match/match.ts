import * as v from "valibot";
import { join, sql, type Sql, type Table } from "../../engine";
import type { DataSet } from "../analysis";
import { countAt } from "../answer";
import { columnOf, tableOf, textOrNull } from "../role-columns";
import type { RoleName } from "../roles";
import { withBlocks } from "../with-blocks";

/** Two tables whose ids are held against each other. */
export interface Pair {
  /** The `table` parameter that chose the table beside. */
  readonly param: string;
  readonly own: IdColumn;
  readonly beside: IdColumn;
  /** Whose customers without counterpart change the answer; the others are only not looked at. */
  readonly matters: readonly Side[];
  /** Without the table beside the main answer stands: it only says more. */
  readonly isExtra: boolean;
}

export interface IdColumn {
  readonly data: DataSet;
  readonly role: RoleName;
}

export const sides = ["own", "beside"] as const;
export type Side = (typeof sides)[number];

const idsOf = v.object({
  table: v.string(),
  column: v.string(),
  customers: v.number(),
  /** Some that the other table does not have, the first by their text. */
  examples: v.array(v.string()),
});

export const matchSchema = v.object({
  param: v.string(),
  own: idsOf,
  beside: idsOf,
  /** Ids that stand in both. */
  matched: v.number(),
  matters: v.array(v.picklist(sides)),
  isExtra: v.boolean(),
});
export type Match = v.InferOutput<typeof matchSchema>;

const places = [0, 1, 2];

/** One row: how many ids each table has, how many both have, and some of those that only one has. Compared as text. */
export function matchQuery({ own, beside }: Pair): Sql {
  const ids = ({ data, role }: IdColumn) => {
    const id = textOrNull(columnOf(data, role));
    return sql`
      select distinct ${id}::varchar as id
      from ${tableOf(data)}
      where ${id} is not null`;
  };
  const examples = (one: Side, other: Side) =>
    join(
      places.map(
        (place) => sql`
          (
            select id from ${block(one)} anti join ${block(other)} using (id) order by id limit 1 offset ${place}
          ) as ${example(one, place)}`,
      ),
      ", ",
    );
  const counted = (one: Side) => sql`(select count(*) from ${block(one)})`;
  return sql`
    ${withBlocks({ own_ids: ids(own), beside_ids: ids(beside) })}
    select ${counted("own")} as own, ${counted("beside")} as beside,
      (select count(*) from own_ids semi join beside_ids using (id)) as matched,
      ${examples("own", "beside")},
      ${examples("beside", "own")}`;
}

function example(side: Side, place: number): Sql {
  return { text: `${side}_${place}` };
}

function block(side: Side): Sql {
  return { text: `${side}_ids` };
}

export function readMatch(table: Table, { param, own, beside, matters, isExtra }: Pair): Match {
  const read = (side: Side, { data, role }: IdColumn) => ({
    table: data.table,
    column: columnOf(data, role).name,
    customers: countAt(table, 0, side),
    examples: places.flatMap((place) => table.text(0, example(side, place).text) ?? []),
  });
  return {
    param,
    own: read("own", own),
    beside: read("beside", beside),
    matched: countAt(table, 0, "matched"),
    matters: [...matters],
    isExtra,
  };
}

/** There are customers, none of them stands in the table beside, and nothing can be said without it. */
export function isUnmatched({ own, matched, isExtra }: Match): boolean {
  return own.customers > 0 && matched === 0 && !isExtra;
}

/** So few match on a side that matters that the ids may be written in two ways. */
export function isPoor(match: Match): boolean {
  return match.matters.some((side) => match.matched < leastMatched * match[side].customers);
}

const leastMatched = 0.5;

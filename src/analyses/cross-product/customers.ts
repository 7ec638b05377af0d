import { sql, type Sql } from "../../engine";
import { withBlocks } from "../with-blocks";
import { pairBlocks, type CrossProductRequest } from "./blocks";
import { nameOf, readKey, type Asked, type OfPair, type Whole } from "./names";
import type { CrossProductResult } from "./result";

/** One row a customer behind a number, with the products and when they were last used or end. */
export function customersQuery(
  request: CrossProductRequest,
  result: CrossProductResult,
  who: string | null,
): Sql | null {
  if (result.products.length === 0) return null;
  const asked = readKey(who ?? "all", result);
  return (
    asked &&
    sql`
    ${withBlocks(pairBlocks(request))}
    ${rowsOf(asked, result)}`
  );
}

function rowsOf(asked: Asked, result: CrossProductResult): Sql {
  switch (asked.of) {
    case "whole":
      return ofWhole(asked.what);
    case "product":
      return sql`
        select customer::varchar as customer, product, last_seen, case when has then 'kept' else 'left' end as what
        from states
        where had and product = ${nameOf(result, asked.place)}${asked.what === "left" ? sql` and not has` : sql``}
        order by what, customer`;
    case "pair":
      return sql`
        select customer::varchar as customer, first_product, first_seen_until, second_product, second_seen_until,
          case when not has_second then 'both left' when has_first then 'kept' else 'left' end as what,
          keeps_second
        from pairs
        where first_product = ${nameOf(result, asked.first)} and second_product = ${nameOf(result, asked.second)} and ${sides[asked.what]}
        order by keeps_second, customer`;
  }
}

const sides: Readonly<Record<OfPair, Sql>> = {
  left: sql`has_second and not has_first`,
  "left-gone": sql`has_second and not has_first and not keeps_second`,
  kept: sql`has_second and has_first`,
  "kept-gone": sql`has_second and has_first and not keeps_second`,
  "both-left": sql`not has_second and not has_first`,
};

function ofWhole(what: Whole): Sql {
  // Two products of the most used ones, as the pairs have them.
  const among = what === "both-left" ? sql`and product in (select product from chosen)` : sql``;
  const enough =
    what === "all"
      ? sql``
      : what === "two"
        ? sql`having count(*) >= 2`
        : sql`having count(*) filter (where not has) >= 2`;
  return sql`
    select customer::varchar as customer, string_agg(product, ', ' order by product) as had,
      coalesce(string_agg(product, ', ' order by product) filter (where not has), '') as left_by_then
    from states
    where had ${among}
    group by customer
    ${enough}
    order by customer`;
}

import { sql, type Sql } from "../../engine";
import { tableOf } from "../role-columns";
import { withBlocks } from "../with-blocks";
import { pairBlocks, productOf, type CrossProductRequest } from "./blocks";

/** One row: the moments, and how many products and customers there are. */
export function factsQuery(request: CrossProductRequest): Sql {
  return sql`
    ${withBlocks(pairBlocks(request))}
    select as_of::date as as_of, first_day::date as first_day, earlier::date as earlier, moment::date as moment,
      later::date as later,
      (select count(*) from ranked) as products,
      (select count(distinct customer) from states where had) as customers,
      (select count(*) from (select customer from states where had group by customer having count(*) >= 2)) as with_two,
      (select count(distinct customer) from pairs where not has_first and not has_second) as both_left,
      (select count(*) from ${tableOf(request.data)} where ${productOf(request)} is null) as without_product
    from moments
    where as_of is not null`;
}

/** The most used products, and who of those who had them has left them at the moment. */
export function productsQuery(request: CrossProductRequest): Sql {
  return sql`
    ${withBlocks(pairBlocks(request))}
    select product, customers, left_customers from chosen order by place`;
}

/** One row for each ordered pair of products that somebody had at once. */
export function pairsQuery(request: CrossProductRequest): Sql {
  return sql`
    ${withBlocks(pairBlocks(request))}
    select first_product, second_product,
      count(*) filter (where has_second and not has_first) as left_customers,
      count(*) filter (where has_second and not has_first and not keeps_second) as left_gone,
      count(*) filter (where has_second and has_first) as kept_customers,
      count(*) filter (where has_second and has_first and not keeps_second) as kept_gone,
      count(*) filter (where not has_first and not has_second) as both_left
    from pairs
    group by first_place, first_product, second_place, second_product
    order by first_place, second_place`;
}

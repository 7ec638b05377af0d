import { name, sql, type Table } from "../../engine";
import { activity } from "../activity";
import type { Questions } from "../analysis";
import { countAt, textAt } from "../answer";
import { shareOf } from "../share";
import { benjaminiHochberg } from "../stats/benjamini-hochberg";
import { contingency } from "../stats/homogeneity";
import { normalQuantile } from "../stats/normal-quantile";
import { withBlocks } from "../with-blocks";
import { asOf, asOfBlocks, refund, type KnownAsOf, type RepeatPurchaseRequest } from "./purchases";
import type { ProductPair, RepeatPurchaseResult } from "./result";

/** Pairs grow with the square of the products; the most widespread are enough for a shelf. */
export const mostProducts = 60;
const mostPairs = 30;

/** One row a pair of products that enough customers bought both of, at any time. */
export function pairsQuestion(request: RepeatPurchaseRequest, known: KnownAsOf): Questions {
  const { data, params } = request;
  if (params.product === null) return {};
  const back = refund(request);
  const product = sql`nullif(trim(${name(params.product)}::varchar), '')`;
  return {
    pairs: sql`
      ${withBlocks({
        ...asOfBlocks(request, known),
        activity: activity(data, { where: back ? [sql`not ${back}`] : [], columns: { product } }),
        bought: sql`
          select distinct customer, product
          from activity
          where product is not null and happened < ${asOf(known)}`,
        products: sql`select product, count(*) as buyers from bought group by product`,
        widespread: sql`
          select product, buyers
          from products
          where buyers >= ${params.minTogether}
          order by buyers desc, product
          limit ${mostProducts}`,
        kept: sql`select customer, product, buyers from bought join widespread using (product)`,
        pairs: sql`
          select one.product as one, other.product as other, any_value(one.buyers) as one_buyers,
            any_value(other.buyers) as other_buyers, count(*) as customers
          from kept as one join kept as other on one.customer = other.customer and one.product < other.product
          group by one.product, other.product
          having count(*) >= ${params.minTogether}`,
        totals: sql`
          select (select count(distinct customer) from bought) as buyers, (select count(*) from products) as products,
            (select count(*) from widespread) as considered`,
      })}
      select totals.buyers, totals.products, considered, one, other, one_buyers, other_buyers, customers
      from totals left join pairs on true
      order by customers desc, one, other`,
  };
}

/** Pairs by the lower bound of their lift: what is surest to go together comes first. */
export function productsOf(table: Table | undefined): RepeatPurchaseResult["products"] {
  if (!table || table.rowCount === 0) return null;
  const n = countAt(table, 0, "buyers");
  const counted = Array.from({ length: table.rowCount }, (_, row) => row).filter(
    (row) => table.value(row, "customers") !== null,
  );
  const pairs = counted.map((row) =>
    pairOf(n, {
      one: textAt(table, row, "one"),
      other: textAt(table, row, "other"),
      both: countAt(table, row, "customers"),
      oneBuyers: countAt(table, row, "one_buyers"),
      otherBuyers: countAt(table, row, "other_buyers"),
    }),
  );
  const q = benjaminiHochberg(pairs.map((pair) => chanceOf(n, pair)));
  return {
    buyers: n,
    products: countAt(table, 0, "products"),
    considered: countAt(table, 0, "considered"),
    tested: pairs.length,
    pairs: pairs
      .map((pair, i) => ({ ...pair, q: q[i]! }))
      .sort((a, b) => b.interval[0] - a.interval[0])
      .slice(0, mostPairs),
  };
}

type Counted = Pick<ProductPair, "one" | "other" | "both" | "oneBuyers" | "otherBuyers">;

/**
 * Lift with the interval of its logarithm. Of four multinomial cells with shares p, ln lift = ln p(both) − ln p(one) −
 * ln p(other); the delta method gives n·var = 1/p(both) − 1/p(one) − 1/p(other) + 2·p(both)/(p(one)·p(other)) − 1.
 */
function pairOf(n: number, counted: Counted): Omit<ProductPair, "q"> {
  const { both, oneBuyers: one, otherBuyers: other } = counted;
  const lift = (both * n) / (one * other);
  const variance = 1 / both - 1 / one - 1 / other + (2 * both) / (one * other) - 1 / n;
  const reach = normalQuantile(0.975) * Math.sqrt(Math.max(0, variance));
  return {
    ...counted,
    ofOne: shareOf(both, one),
    ofOther: shareOf(both, other),
    lift,
    interval: [lift * Math.exp(-reach), lift * Math.exp(reach)],
  };
}

/** Pearson's chi-square of the fourfold table; 1 where everybody bought one of the two and nothing can be told. */
function chanceOf(n: number, { both, oneBuyers: one, otherBuyers: other }: Counted): number {
  const table = [
    [both, one - both],
    [other - both, n - one - other + both],
  ];
  return contingency(table)?.p ?? 1;
}

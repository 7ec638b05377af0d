import type { ReportTable } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import { nameOf, whoOfAll, whoOfPair, whoOfProduct, type OfPair, type Whole } from "./names";
import type { CrossProductResult, Pair } from "./result";

/** One row an ordered pair of products, with the columns of `asSql` among them. */
export function pairsTable(result: CrossProductResult, language: Language): ReportTable {
  const { table } = language.texts.crossProduct;
  const cell = cellsIn(language);
  const count = (pair: Pair, what: OfPair, n: number) =>
    cell.count(n, n > 0 ? whoOfPair(result, pair, what, language) : undefined);
  return {
    id: "pairs",
    title: table.pairs,
    columns: [
      left("first_product", table.first),
      left("second_product", table.second),
      right("left_customers", table.leftCustomers, "customers"),
      right("left_gone", table.gone, "customers"),
      right("left_share", table.share, "share"),
      right("left_interval", table.interval, "number"),
      right("kept_customers", table.keptCustomers, "customers"),
      right("kept_gone", table.gone, "customers"),
      right("kept_share", table.share, "share"),
      right("kept_interval", table.interval, "number"),
      right("difference", table.difference, "number"),
      right("difference_interval", table.differenceInterval, "number"),
      right("p", table.p, "number"),
      right("q", table.q, "number"),
      right("both_left", table.bothLeft, "customers"),
    ],
    rows: result.pairs.map((pair) => ({
      first_product: cell.text(nameOf(result, pair.first)),
      second_product: cell.text(nameOf(result, pair.second)),
      left_customers: count(pair, "left", pair.left.n),
      left_gone: count(pair, "left-gone", pair.left.x),
      left_share: cell.share(pair.left),
      left_interval: cell.interval(pair.left),
      kept_customers: count(pair, "kept", pair.kept.n),
      kept_gone: count(pair, "kept-gone", pair.kept.x),
      kept_share: cell.share(pair.kept),
      kept_interval: cell.interval(pair.kept),
      difference: cell.points(pair.difference),
      difference_interval: cell.pointsInterval(pair.interval),
      p: cell.p(pair.p),
      q: cell.p(pair.q),
      both_left: count(pair, "both-left", pair.bothLeft),
    })),
  };
}

export function productsTable(result: CrossProductResult, language: Language): ReportTable {
  const { table } = language.texts.crossProduct;
  const cell = cellsIn(language);
  return {
    id: "products",
    title: table.products,
    columns: [
      left("product", table.product),
      right("customers", table.customers, "customers"),
      right("left", table.left, "customers"),
      right("share", table.share, "share"),
      right("interval", table.interval, "number"),
    ],
    rows: result.products.map(({ product, left: share }, place) => ({
      product: cell.text(product),
      customers: cell.count(share.n, whoOfProduct(result, place, "had", language)),
      left: cell.count(share.x, share.x > 0 ? whoOfProduct(result, place, "left", language) : undefined),
      share: cell.share(share),
      interval: cell.interval(share),
    })),
  };
}

/** Customers by how many products they had. */
export function customersTable(result: CrossProductResult, language: Language): ReportTable {
  const { table } = language.texts.crossProduct;
  const cell = cellsIn(language);
  const { total } = result;
  const isListed = result.products.length > 0;
  const row = (what: Whole, label: string, n: number) => ({
    what: { text: label, value: what },
    n: cell.count(n, isListed && n > 0 ? whoOfAll(what, language) : undefined),
  });
  return {
    id: "customers",
    title: table.counted,
    columns: [left("what", table.what), right("n", table.customers, "customers-nested")],
    rows: [
      row("all", table.all, total.customers),
      row("two", table.two, total.withTwo),
      row("both-left", table.leftTwo, total.bothLeft),
    ],
  };
}

import type { Table } from "../../engine";
import type { Answers } from "../analysis";
import { countAt, dayAt, textAt } from "../answer";
import { rowCounts } from "../row-counts";
import { sameShare } from "../segments/same-share";
import { shareOf } from "../share";
import { benjaminiHochberg } from "../stats/benjamini-hochberg";
import { newcombe } from "../stats/newcombe";
import type { CrossProductRequest } from "./blocks";
import type { CrossProductResult, Pair } from "./result";

export const largestQ = 0.05;
const mostTold = 3;

export function computeCrossProduct(answers: Answers, { params }: CrossProductRequest): CrossProductResult {
  const { facts, products, pairs } = answers;
  if (!facts || !products || !pairs) throw new Error("missing answer: pairs");
  const days = daysOf(facts);
  const isSeen = days !== null && days.later <= days.asOf;
  // Before the days after the moment are over nobody knows who left in them.
  const chosen = isSeen ? productsOf(products) : [];
  const found = isSeen ? withQ(pairsOf(pairs, chosen, params.fewest)) : [];
  const apart = apartOf(found);
  const count = (column: string) => (facts.rowCount > 0 ? countAt(facts, 0, column) : 0);
  return {
    mode: params.mode,
    rows: rowCounts(answers),
    days,
    products: chosen,
    total: {
      products: count("products"),
      customers: count("customers"),
      withTwo: count("with_two"),
      bothLeft: count("both_left"),
      rowsWithoutProduct: count("without_product"),
    },
    pairs: found,
    top: apart.slice(0, mostTold),
    found: apart.length,
  };
}

function daysOf(facts: Table): CrossProductResult["days"] {
  if (facts.rowCount === 0) return null;
  const day = (column: string) => dayAt(facts, 0, column) ?? "";
  return {
    asOf: day("as_of"),
    firstDay: day("first_day"),
    earlier: day("earlier"),
    moment: day("moment"),
    later: day("later"),
  };
}

function productsOf(table: Table): CrossProductResult["products"] {
  return Array.from({ length: table.rowCount }, (_, row) => ({
    product: textAt(table, row, "product"),
    left: shareOf(countAt(table, row, "left_customers"), countAt(table, row, "customers")),
  }));
}

function pairsOf(table: Table, products: CrossProductResult["products"], fewest: number): Pair[] {
  const places = new Map(products.map(({ product }, place) => [product, place]));
  return Array.from({ length: table.rowCount }, (_, row): Pair => {
    const count = (column: string) => countAt(table, row, column);
    return {
      first: places.get(textAt(table, row, "first_product"))!,
      second: places.get(textAt(table, row, "second_product"))!,
      bothLeft: count("both_left"),
      ...compared(
        { x: count("left_gone"), n: count("left_customers") },
        { x: count("kept_gone"), n: count("kept_customers") },
        fewest,
      ),
      q: null,
    };
  });
}

/** Two sides of a pair held against each other; too few on one side are not tested, whatever they did. */
export function compared(
  left: { readonly x: number; readonly n: number },
  kept: { readonly x: number; readonly n: number },
  fewest: number,
): Pick<Pair, "left" | "kept" | "difference" | "interval" | "p"> {
  const told = newcombe(left, kept);
  return {
    left: shareOf(left.x, left.n),
    kept: shareOf(kept.x, kept.n),
    difference: told?.difference ?? null,
    interval: told ? [...told.interval] : null,
    p: Math.min(left.n, kept.n) >= fewest ? sameShare(left, kept) : null,
  };
}

/** One family: every pair that is tested. */
export function withQ(pairs: readonly Pair[]): Pair[] {
  const q = benjaminiHochberg(pairs.flatMap(({ p }) => (p === null ? [] : [p])));
  let place = 0;
  return pairs.map((pair) => (pair.p === null ? pair : { ...pair, q: q[place++] ?? null }));
}

/** Pairs whose difference stands out, the largest first. */
export function apartOf(pairs: readonly Pair[]): number[] {
  return pairs
    .flatMap(({ q, difference }, place) =>
      q === null || q >= largestQ || difference === null ? [] : [{ place, size: Math.abs(difference) }],
    )
    .sort((a, b) => b.size - a.size)
    .map(({ place }) => place);
}

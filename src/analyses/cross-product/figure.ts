import type { Figure } from "../report";
import { fills, rateRowsPlot, whoOf, type RateMark } from "../segments/rate-rows";
import type { Share } from "../share";
import type { Language } from "../texts";
import { nameOf, whoOfPair, type OfPair } from "./names";
import type { CrossProductResult, Pair } from "./result";

export const pairFills = { left: fills.named, kept: fills.first };

/** A longer figure would be scrolled, not looked at. */
export const mostDrawn = 30;

/** Pairs with somebody on both sides, in the order of the table. */
export function drawnPairs({ pairs }: Pick<CrossProductResult, "pairs">): readonly Pair[] {
  return pairs.filter(({ left, kept }) => left.n > 0 && kept.n > 0).slice(0, mostDrawn);
}

/** Under each product that was left or kept: who then left each of the others. */
export function pairsFigure(result: CrossProductResult, language: Language): Figure {
  const { texts, format } = language;
  const told = texts.crossProduct.figure;
  const drawn = drawnPairs(result);
  const mark = (pair: Pair, share: Share, what: OfPair, fill: string): RateMark => ({
    rate: share.rate ?? 0,
    low: share.interval?.[0] ?? 0,
    high: share.interval?.[1] ?? 0,
    of: texts.segments.of(format.count(share.x), format.count(share.n)),
    fill,
    ...(share.x > 0 && { who: whoOfPair(result, pair, what, language) }),
  });
  const most = [...drawn].sort((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0))[0];
  return {
    id: "pairs",
    title: told.title,
    caption: told.caption(drawn.length, result.pairs.length),
    alternative: told.alternative(
      drawn.length,
      most
        ? {
            first: nameOf(result, most.first),
            second: nameOf(result, most.second),
            left: format.percent(most.left.rate ?? 0),
            kept: format.percent(most.kept.rate ?? 0),
          }
        : null,
    ),
    table: "pairs",
    plot: (width) =>
      rateRowsPlot(
        {
          rows: drawn.map((pair) => ({
            group: told.group(nameOf(result, pair.first)),
            label: nameOf(result, pair.second),
            marks: [
              mark(pair, pair.left, "left-gone", pairFills.left),
              mark(pair, pair.kept, "kept-gone", pairFills.kept),
            ],
          })),
          reference: null,
          legend: [
            { label: told.left, fill: pairFills.left },
            { label: told.kept, fill: pairFills.kept },
          ],
          axis: told.axis,
        },
        width,
        language,
      ),
    who: whoOf,
  };
}

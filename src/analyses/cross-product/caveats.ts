import { byLevel } from "../caveat-order";
import { isPassiveRule } from "../passive-events";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import type { CrossProductRequest } from "./blocks";
import { nameOf } from "./names";
import type { CrossProductResult } from "./result";

const dayMs = 86_400_000;

/** What limits the comparison, the worst first. */
export function crossProductCaveats(
  result: CrossProductResult,
  { data, params }: CrossProductRequest,
  { texts }: Language,
): Caveat[] {
  const { base, crossProduct } = texts;
  const { caveat } = crossProduct;
  const { days, total, top, pairs, products } = result;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });
  const byUse = params.mode === "activity";
  if (byUse && isPassiveRule(data.rule)) add("logins-only", "flips", base.caveat.loginsOnly);
  if (top.length > 0) add("leaving-all", "limits", caveat.leavingAll);
  if (total.bothLeft > 0 && products.length > 0)
    add("both-left", "limits", caveat.bothLeft(total.bothLeft, total.withTwo, params.before));
  if (byUse && params.gap > Math.min(params.before, params.within))
    add("long-gap", "limits", caveat.longGap(params.gap, Math.min(params.before, params.within)));
  if (
    byUse &&
    days &&
    days.firstDay < days.earlier &&
    Date.parse(days.earlier) - params.gap * dayMs < Date.parse(days.firstDay)
  )
    add("log-begins", "limits", caveat.logBegins(days.firstDay, params.gap, days.earlier));
  if (!byUse && days && params.asOf === "auto") add("as-of-auto", "limits", base.caveat.asOfAuto(days.asOf));
  const small = top
    .map((place) => pairs[place]!)
    .filter(({ left, kept }) => isSmallSample(left) || isSmallSample(kept))
    .map((pair) => crossProduct.pairName(nameOf(result, pair.first), nameOf(result, pair.second)));
  if (small.length > 0) add("small-sample", "limits", caveat.small(small));
  if (total.rowsWithoutProduct > 0)
    add(
      "no-product",
      total.rowsWithoutProduct > 0.05 * result.rows.total ? "limits" : "note",
      caveat.noProduct(total.rowsWithoutProduct, result.rows.total),
    );
  if (products.length > 0 && total.products > products.length)
    add("other-products", "note", caveat.otherProducts(products.length, total.products));
  return byLevel([...caveats, ...rowCaveats(result.rows, texts)]);
}

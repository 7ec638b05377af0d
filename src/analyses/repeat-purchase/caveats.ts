import { byLevel } from "../caveat-order";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { hasOrders, type RepeatPurchaseRequest } from "./purchases";
import type { RepeatPurchaseResult } from "./result";
import { thresholdText } from "./beside";

export function repeatPurchaseCaveats(
  result: RepeatPurchaseResult,
  request: RepeatPurchaseRequest,
  language: Language,
): Caveat[] {
  const { repeatPurchase, base } = language.texts;
  const told = repeatPurchase.caveat;
  const { data } = request;
  const { gap, window } = result;
  const { cohort } = result.readings;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });

  if (data.roles.event !== undefined && data.rule.form === "any")
    add("every-event", "flips", told.everyEvent);
  if (gap?.p80 != null && window < gap.p80) add("gap-longer", "flips", told.gapLonger(window, gap.p80));
  if (isSmallSample(cohort)) add("small-sample", "limits", base.caveat.smallSample(cohort.x, cohort.n));
  const cut = cutLeft(result);
  if (cut) add("cut-left", cut.level, told.cutLeft(cut.first, cut.all, cut.opens));
  const refunds = result.rows.excluded.find(({ why }) => why === "refund")?.rows ?? 0;
  if (refunds > 0) add("refunds", "note", told.refunds(refunds, hasOrders(request)));
  if (data.roles.amount === undefined) add("no-amount", "note", told.noAmount);
  add("threshold", "note", told.threshold(thresholdText(result, language)));
  return byLevel([...caveats, ...rowCaveats(result.rows, language.texts)]);
}

/** Spec B0: above 5 % in the first month. Twice a usual month, and the export most likely begins amid their history. */
function cutLeft({ months }: RepeatPurchaseResult) {
  const [first, ...later] = months;
  if (!first) return null;
  const rest = later.reduce((sum, month) => sum + month.new, 0);
  const all = first.new + rest;
  if (first.new <= 0.05 * all) return null;
  const isMore = later.length > 0 && first.new > (2 * rest) / later.length;
  return {
    level: isMore ? ("limits" as const) : ("note" as const),
    first: first.new,
    all,
    opens: first.opens,
  };
}

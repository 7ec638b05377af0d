import { byLevel } from "../caveat-order";
import { isPassiveRule } from "../passive-events";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import { isSmallSample } from "../share";
import { daysIn } from "../stats/convert-rate";
import type { Language } from "../texts";
import { longestDays } from "../usual-gap";
import { judgedShare } from "./judge";
import type { OverTimeRequest } from "./query";
import type { OverTimeResult } from "./result";

/** What limits the series, the worst first. */
export function overTimeCaveats(
  result: OverTimeResult,
  { data, params }: OverTimeRequest,
  { texts }: Language,
): Caveat[] {
  if (result.refused) return [];
  const { caveat } = texts.overTime;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });
  const latest = result.latest === null ? undefined : result.periods[result.latest];
  const byActivity = params.mode === "activity";

  if (result.lonely) add("lonely", "flips", caveat.lonely(result.lonely.opens));
  if (byActivity && isPassiveRule(data.rule)) add("logins-only", "flips", texts.base.caveat.loginsOnly);
  const days = Math.floor(daysIn[params.grain]);
  if (result.gap?.p80 != null && longestDays[params.grain] < result.gap.p80)
    add("short-gap", "flips", caveat.shortGap(days, result.gap.p80));

  if (latest) {
    const share = judgedShare(latest, params.base);
    if (isSmallSample(share)) add("small-sample", "limits", texts.base.caveat.smallSample(share.x, share.n));
  }
  if (params.mode === "contracts" && params.grain === "week") add("weeks", "limits", caveat.weeks);
  if (!byActivity && params.asOf === "auto" && result.asOf)
    add("as-of-auto", "limits", texts.base.caveat.asOfAuto(result.asOf));
  const { x, n } = result.firstPeriod;
  if (byActivity && n > 0 && x > 0.05 * n) add("left-truncation", "limits", caveat.truncation(x, n));
  const chart = result.baseline.chart;
  if (chart && result.baseline.wanted < 8)
    add("small-baseline", "limits", caveat.smallBaseline(result.baseline.wanted));
  if (chart && chart.inflation > 1) add("overdispersed", "note", caveat.overdispersed(chart.inflation));

  if (params.periods === null && result.total > result.periods.length)
    add("many-periods", "note", caveat.many(result.periods.length, result.total));
  const cut = result.periods.find(({ isCut }) => isCut);
  if (cut) add("cut", "note", caveat.cut(cut.opens));
  const running = result.periods.find(({ state }) => state === "in progress");
  if (running) add("in-progress", "note", caveat.running(running.opens, params.grain));
  if (result.monthsSeen > 0 && result.monthsSeen < 12.99)
    add("season", "note", caveat.season(result.monthsSeen));
  if (result.conversion.length > 0) {
    add("constant-hazard", "note", caveat.constant);
    add("alike-customers", "note", caveat.mixed);
  }
  return byLevel([...caveats, ...(result.rows ? rowCaveats(result.rows, texts) : [])]);
}

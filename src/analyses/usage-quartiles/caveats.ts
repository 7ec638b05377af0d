import { byLevel } from "../caveat-order";
import { isPassiveRule } from "../passive-events";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { windowsOf } from "./params";
import type { UsageResult } from "./result";
import type { UsageRequest } from "./spans";

/** What limits the comparison, the worst first. */
export function usageCaveats(result: UsageResult, request: UsageRequest, language: Language): Caveat[] {
  const { texts, format } = language;
  const { caveat } = texts.usageQuartiles;
  if (result.refused === "currencies") return [];
  if (result.refused) return [{ id: "overlap", level: "flips", text: caveat.overlap }];
  const { params, data } = request;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });
  const { auc, overall, reversals, adjusted } = result;
  if (overall.n > 0 && windowsOf(params) === null) add("windows", "flips", caveat.windows);
  if (auc !== null && (auc <= leastLeak || auc >= 1 - leastLeak))
    add("leak", "flips", caveat.leak(format.number(Math.max(auc, 1 - auc), 3)));
  const { base } = texts;
  const [worst, ...others] = [...reversals].sort(
    (one, other) => Math.abs(other.adjusted - other.crude) - Math.abs(one.adjusted - one.crude),
  );
  if (worst)
    add(
      "reversal",
      "flips",
      caveat.reversal({
        by: worst.by,
        kind: worst.kind,
        crude: base.points(worst.crude),
        adjusted: base.points(worst.adjusted),
        interval: base.interval(
          base.points(worst.adjustedInterval[0]),
          base.points(worst.adjustedInterval[1]),
        ),
        also: others.map(({ by }) => by),
      }),
    );
  if (params.mode !== "columns" && isPassiveRule(data.rule))
    add("logins-only", "flips", base.caveat.loginsOnly);
  const { firstPeriod, customers } = result;
  if (firstPeriod > 0.05 * customers)
    add("left-truncation", "limits", caveat.truncated(firstPeriod, customers));
  sizeCaveats(result, request, add, language);
  if (result.negative > 0) add("negative", "limits", caveat.negative(result.negative));
  const small = result.segments.filter(({ quarter, share }) => quarter !== "none" && isSmallSample(share));
  if (small.length)
    add(
      "small-sample",
      "limits",
      caveat.small(small.map(({ quarter }) => texts.usageQuartiles.quarter[quarter])),
    );
  for (const { why, customers: n } of result.excluded)
    add(why, isDoubt(why) && n > 0.05 * customers ? "limits" : "note", caveat.excluded[why](n));
  if (overall.n > 0 && !adjusted) add("unadjusted", "note", caveat.unadjusted);
  if (overall.n > 0) add("association", "note", caveat.association);
  return byLevel([...caveats, ...(result.rows ? rowCaveats(result.rows, texts) : [])]);
}

/** AUC from which usage is taken for the outcome itself. Spec B3, row 1. */
const leastLeak = 0.05;

/** What is missing may be missing for a reason; what is not due yet is not. */
function isDoubt(why: UsageResult["excluded"][number]["why"]): boolean {
  return why === "contradictory" || why === "no-status" || why === "no-usage";
}

/** Equal values stay together: then quarters are no quarters. */
function sizeCaveats(
  { segments, overall }: UsageResult,
  { params }: UsageRequest,
  add: (id: string, level: Caveat["level"], text: string) => void,
  { texts, format }: Language,
): void {
  const { caveat, quarter: names } = texts.usageQuartiles;
  const users = segments.filter(({ quarter }) => quarter !== "none");
  const all = users.reduce((sum, { share }) => sum + share.n, 0);
  for (const { quarter, share } of users) {
    const part = share.n / all;
    if (quarter !== "middle" && (part < 0.15 || part > 0.4))
      add(`size-${quarter}`, "limits", caveat.size(names[quarter], format.percent(part)));
  }
  const lowest = segments.find(({ quarter }) => quarter === "bottom");
  if (!params.zerosApart && lowest && lowest.least === 0 && lowest.most === 0 && overall.n > 0)
    add("zeros", "limits", caveat.zeros(format.percent(lowest.share.n / overall.n)));
}

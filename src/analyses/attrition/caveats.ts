import type { Request } from "../analysis";
import { byLevel } from "../caveat-order";
import { isPassiveRule } from "../passive-events";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { bridgedDays } from "./bridged-days";
import type { attritionParams } from "./params";
import type { AttritionResult } from "./result";

/** What limits the number, the worst first. */
export function attritionCaveats(
  result: AttritionResult,
  { data, params }: Request<typeof attritionParams>,
  { texts }: Language,
): Caveat[] {
  const { attrition, base } = texts;
  const { counts, period, gap } = result;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });

  const byActivity = params.mode !== "contracts";
  if (byActivity && isPassiveRule(data.rule)) add("logins-only", "flips", base.caveat.loginsOnly);
  if (period && gap?.p80 != null && bridgedDays(period) < gap.p80)
    add("gap-longer", "flips", base.caveat.gapLonger(period.lookbackDays, gap.p80));
  if (isSmallSample(result.attrition))
    add("small-sample", "limits", base.caveat.smallSample(result.attrition.x, result.attrition.n));
  if (byActivity && counts.withoutFullLookback > 0) {
    const many = counts.withoutFullLookback > counts.atStart * 0.05;
    add(
      "young",
      many ? "limits" : "note",
      attrition.caveat.young(counts.withoutFullLookback, counts.atStart),
    );
  }
  if (params.mode === "snapshot" && params.lookback === "gap" && gap?.p80 == null)
    add("gap-unknown", "limits", attrition.caveat.gapUnknown);
  if (period && params.mode === "snapshot") {
    const days = Math.round((Date.parse(period.end) - Date.parse(period.start)) / 86_400_000);
    // A month of 31 days after one of 30 is still the same length.
    if (period.lookbackDays > days + 3)
      add("long-lookback", "note", attrition.caveat.longLookback(period.lookbackDays, days));
  }
  if (period && !byActivity && params.asOf === "auto")
    add("as-of-auto", "limits", base.caveat.asOfAuto(period.asOf));
  if (counts.cameAndLeft > 0) add("came-and-left", "note", attrition.caveat.cameAndLeft(counts.cameAndLeft));
  if (!byActivity && data.roles.status !== undefined) add("status", "note", attrition.caveat.status);
  return byLevel([...caveats, ...rowCaveats(result.rows, texts)]);
}

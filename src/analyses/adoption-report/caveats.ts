import { byLevel } from "../caveat-order";
import { isPassiveRule } from "../passive-events";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import type { ReportRequest } from "./params";
import { hasScores, lastDate, type ReportResult } from "./result";

/** What limits the report, the worst first. */
export function reportCaveats(
  result: ReportResult,
  { data, params }: ReportRequest,
  language: Language,
): Caveat[] {
  const { texts, format } = language;
  const { caveat } = texts.adoptionReport;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });
  if (hasScores(result)) {
    const { audit, validUntil, isExpired, currencies, mode } = result;
    const last = lastDate(result)!;
    if (audit.verdict === "lower") add("goodhart", "flips", caveat.goodhart);
    if (mode === "activity" && isPassiveRule(data.rule))
      add("logins-only", "flips", texts.base.caveat.loginsOnly);
    if (isExpired && validUntil)
      add("expired", "limits", caveat.expired(params.version || null, format.day(validUntil)));
    if (params.levers.length === 0) add("open", "limits", caveat.open);
    if (params.weights.trim() === "") add("equal-weights", "limits", caveat.equalWeights);
    if (last.tooNew > 0) {
      const there = last.customers + last.tooNew;
      add("too-new", last.tooNew > there * 0.1 ? "limits" : "note", caveat.tooNew(last.tooNew, there));
    }
    const now = audit.dates.at(-1);
    if (now && isSmallSample(now.stayed))
      add("small", "limits", texts.base.caveat.smallSample(now.stayed.x, now.stayed.n));
    if (now?.equal && now.equal.leftOut > 0) add("left-out", "limits", caveat.leftOut(now.equal.leftOut));
    if (currencies > 1) add("currencies", "limits", caveat.currencies(currencies));
    else if (result.months.length > 0 && result.months.every(({ money }) => money === null))
      add("no-money", "note", caveat.noMoney);
    if (params.validFrom === "auto") add("undated", "note", caveat.undated);
    add("window", "note", caveat.window(params.observeDays));
    add("overlap", "note", caveat.overlap);
    if (params.grain === "week") add("monthly", "note", caveat.monthly);
    if (mode === "activity") add("log-month", "note", caveat.logMonth);
    if (audit.dates.length > 1) add("changed", "note", caveat.changed);
    add("association", "note", texts.levers.caveat.association);
  }
  return byLevel([...caveats, ...(result.rows ? rowCaveats(result.rows, texts) : [])]);
}

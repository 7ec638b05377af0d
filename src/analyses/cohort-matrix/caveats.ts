import { byLevel } from "../caveat-order";
import { isPassiveRule } from "../passive-events";
import { moneyText } from "../money";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { drawnCohorts } from "./drawn";
import type { CohortRequest } from "./lives";
import { cohortName } from "./names";
import { isInTime } from "./params";
import type { CohortResult } from "./result";

/** What limits the matrix, the worst first. */
export function cohortCaveats(
  result: CohortResult,
  { data, params }: CohortRequest,
  language: Language,
): Caveat[] {
  if (result.refused) return [];
  const { texts } = language;
  const { caveat } = texts.cohortMatrix;
  const { cohorts, total, steps, firstPeriod } = result;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });
  const inTime = isInTime(result);

  if (isPassiveRule(data.rule)) add("logins-only", "flips", texts.base.caveat.loginsOnly);
  const at = result.at === null ? undefined : steps[result.at];
  if (at?.overlaps) add("overlap", "flips", caveat.overlap(params.days));

  if (firstPeriod && firstPeriod.x > 0.05 * firstPeriod.n && total.cohorts > 1)
    add("left-truncation", "limits", caveat.truncation(firstPeriod.x, firstPeriod.n));
  if (at && result.metric === "customers" && isSmallSample(at.pooled))
    add("small-sample", "limits", texts.base.caveat.smallSample(at.pooled.x, at.pooled.n));
  const small = cohorts.filter(({ size }) => size < 30).length;
  if (small > 0) add("small-cohorts", "limits", caveat.small(small, cohorts.length));
  if (result.counting === "after") add("unbounded", "limits", caveat.unbounded);
  if (result.early > 0) add("early", "limits", caveat.early(result.early));
  if (result.unplaced > 0)
    add(
      "unplaced",
      result.unplaced > 0.05 * total.customers ? "limits" : "note",
      caveat.unplaced(result.unplaced),
    );
  if (result.refunds.rows > 0)
    add(
      "refunds",
      "limits",
      caveat.refunds(result.refunds.rows, moneyText(result.refunds.total, params.currency || null, language)),
    );
  if (result.by === "attribute") add("afterwards", "limits", caveat.afterwards);
  if (result.metric !== "customers") add("ratio", "limits", caveat.ratio);

  if (result.metric === "orders" && data.roles.order === undefined)
    add("order-rows", "note", caveat.orderRows);
  if (
    result.metric === "revenue" &&
    params.currency !== "" &&
    result.currencies.some(({ currency }) => currency === "")
  )
    add("no-currency", "note", caveat.noCurrency);
  if (!at?.overlaps && steps.some(({ overlaps, k }) => overlaps && k > 0))
    add("overlap", "note", caveat.overlap(params.days));
  const first = steps[0];
  if (first?.k === 0 && result.metric === "customers" && first.pooled.x < first.pooled.n)
    add("not-all", "note", caveat.notAll);
  for (const cohort of cohorts.filter(({ isCut }) => isCut))
    add("cut", "note", caveat.cut(cohortName(cohort.id, result, language)));
  const running = cohorts.filter(({ cells }) => cells.some(({ state }) => state === "in progress")).length;
  if (inTime && running > 0) add("in-progress", "note", caveat.running(running));
  if (!inTime && cohorts.length > 0) add("eligible", "note", caveat.eligible);
  if (result.longYears.length > 0) add("long-years", "note", caveat.longYears(result.longYears));
  if (total.cohorts > cohorts.length)
    add(
      "shown",
      "note",
      inTime ? caveat.shown(cohorts.length, total.cohorts) : caveat.levels(cohorts.length, total.cohorts),
    );
  const drawn = drawnCohorts(result).length;
  if (cohorts.length > drawn) add("drawn", "note", caveat.drawn(drawn, cohorts.length));
  return byLevel([...caveats, ...(result.rows ? rowCaveats(result.rows, texts) : [])]);
}

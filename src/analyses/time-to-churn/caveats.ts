import { byLevel } from "../caveat-order";
import { isPassiveRule } from "../passive-events";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import type { ChurnRequest } from "./clock";
import { fewAtRisk } from "./few";
import { curvesOf, timeText } from "./names";
import { mostGroups } from "./params";
import { unknownPlace } from "./places";
import type { ChurnResult } from "./result";

/** What limits the curve, the worst first. */
export function churnCaveats(
  result: ChurnResult,
  { data, params }: ChurnRequest,
  language: Language,
): Caveat[] {
  const { texts } = language;
  const { caveat, why } = texts.timeToChurn;
  const { overall, clock, usual, facts, comparison } = result;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });
  const isInactivity = result.mode === "inactivity";
  if (result.refused) return [];

  if (isInactivity && isPassiveRule(data.rule)) add("logins-only", "flips", texts.base.caveat.loginsOnly);
  if (isInactivity && clock && usual?.p95 != null && clock.gap < usual.p95)
    add("short-gap", "flips", caveat.gap(clock.gap, usual.p95));

  if (overall.customers > 0 && isSmallSample({ x: overall.events, n: overall.customers }))
    add("small-sample", "limits", caveat.small(overall.events, overall.customers));
  const atMedian = overall.median.atRisk;
  if (atMedian !== null && atMedian < fewAtRisk) add("few-at-median", "limits", caveat.fewAtMedian(atMedian));
  if (comparison?.crossing) add("crossing", "limits", caveat.crossing);
  if (overall.emptied !== null)
    add("emptied", "limits", caveat.emptied(timeText(overall.emptied, result, language)));
  if (isInactivity && clock && facts.days !== null && facts.days < 2 * clock.gap)
    add("short-data", facts.days < clock.gap ? "flips" : "limits", caveat.shortData(facts.days, clock.gap));
  if (looksTruncated(result))
    add("left-truncation", "limits", caveat.truncation(facts.inFirstWeek, overall.customers));
  if (result.mode === "contracts" && params.asOf === "auto" && clock)
    add("as-of-auto", "limits", texts.base.caveat.asOfAuto(clock.asOf));
  if (facts.silent > 0) add("silent", "limits", caveat.silent(facts.silent, facts.people));
  if (result.mode === "durations" && data.roles.customer !== undefined && facts.ids < overall.customers)
    add("repeated", "limits", caveat.repeated(overall.customers, facts.ids));

  for (const one of result.omitted)
    add(
      `left-out-${one.why}`,
      one.customers > 0.05 * overall.customers && one.why !== "too-recent" ? "limits" : "note",
      caveat.omitted(one.customers, why[one.why]),
    );
  const curves = curvesOf(result);
  if (
    overall.customers > 0 &&
    curves.some(({ horizons }) => horizons.some(({ survival }) => survival === null))
  )
    add("beyond", "note", caveat.beyond(timeText(overall.lastTime, result, language)));
  if (facts.changed > 0 && result.groups.length > 0)
    add("changed", "note", caveat.changed(facts.changed, overall.customers));
  const unknown = result.groups.find(({ place }) => place === unknownPlace);
  if (unknown) add("unknown-group", "note", caveat.unknown(unknown.customers));
  if (result.groups.some(({ place, level }) => place === mostGroups && level === null))
    add("other-groups", "note", caveat.others);
  if (overall.events > 0) add("causes", "note", caveat.causes);
  return byLevel([...caveats, ...(result.rows ? rowCaveats(result.rows, texts) : [])]);
}

/**
 * An export that begins later than the business makes all its old customers look new. More than one in twenty in the first
 * week is suspicious, unless the data are so short that a week's share of newcomers is as large.
 */
function looksTruncated({ mode, facts, overall, clock }: ChurnResult): boolean {
  if (mode !== "inactivity" || clock?.from != null || facts.days === null) return false;
  const expected = (3 * 7) / Math.max(7, facts.days);
  return (
    facts.inFirstWeek > Math.max(0.05, Math.min(0.5, expected)) * overall.customers && overall.customers > 0
  );
}

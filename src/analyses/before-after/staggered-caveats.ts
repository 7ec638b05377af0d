import type { Caveat } from "../report";
import type { Language } from "../texts";
import type { BeforeAfterRequest } from "./query";
import { beforeText, isApartBefore } from "./staggered-report";
import type { StaggeredResult } from "./staggered-result";

/** Fewer on a side say little, whatever the interval. */
const enough = 30;

export function staggeredCaveats(
  result: StaggeredResult,
  { params }: BeforeAfterRequest,
  language: Language,
): Caveat[] {
  const { caveat, why } = language.texts.beforeAfter.staggered;
  const told: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => told.push({ id, level, text });
  const { overall, before, cohorts, effects, events } = result;
  if (overall) {
    if (params.when === "event") add("chosen", "flips", caveat.chosen);
    const said = {
      periods: events.filter(({ event }) => event < -1).length,
      p: beforeText(result, language),
    };
    if (isApartBefore(result)) add("not-parallel", "flips", caveat.apartBefore(said));
    add("parallel", "limits", caveat.assumed);
    if (before && !isApartBefore(result)) add("parallel-before", "limits", caveat.alikeBefore(said));
    if (!before) add("not-tested", "limits", caveat.notTested);
    if (cohorts.filter(({ met }) => met !== null).length === 1) add("one-group", "limits", caveat.oneGroup);
    const never = cohorts.find(({ kind }) => kind === "never");
    if (never && params.compared === "all") add("never", "limits", caveat.never(never.customers));
    const controls = effects.filter(({ met, period }) => period > met).map((one) => one.controls);
    if (overall.customers < enough || Math.min(...controls) < enough) add("small", "limits", caveat.small);
    add("ahead", "note", caveat.ahead);
  }
  const reasons = (["no-before", "few", "no-controls"] as const).flatMap((one) => {
    const n = result.without.reduce((sum, group) => sum + (group.why === one ? group.customers : 0), 0);
    return n > 0 ? [why[one](n)] : [];
  });
  if (reasons.length) add("without", "limits", caveat.without(reasons));
  const seen = cohorts.reduce((sum, { customers }) => sum + customers, 0);
  if (result.late > 0) add("late", result.late > seen ? "limits" : "note", caveat.late(result.late));
  if (result.differing > 0) add("differing", "limits", caveat.differing(result.differing));
  return told;
}

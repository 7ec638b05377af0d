import { probabilityText } from "../findings";
import type { Report } from "../report";
import type { Language } from "../texts";
import type { ChurnRequest } from "./clock";
import { timeText } from "./names";
import type { ChurnResult } from "./result";

/** The formula with this curve's last step in it, tests, and where all comes from. */
export function churnMethod(
  result: ChurnResult,
  { data, params }: ChurnRequest,
  language: Language,
): Report["method"] {
  const { texts, format } = language;
  const { method, sources } = texts.timeToChurn;
  const { overall, clock, comparison, tau } = result;
  const last = overall.steps.findLast(({ events }) => events > 0);
  const test = (found: { chiSquare: number; df: number; p: number }) => ({
    chi: format.number(found.chiSquare, 2),
    df: found.df,
    p: probabilityText(found.p, language),
  });
  return {
    formula: [
      ...(last
        ? method.formula({
            time: timeText(last.time, result, language),
            atRisk: last.atRisk,
            events: last.events,
            survival: format.number(last.survival, 4),
          })
        : [texts.base.noBase]),
      method.greenwood,
      method.scale[result.scale],
      ...(tau === null ? [] : [method.mean(timeText(tau, result, language))]),
      ...(comparison?.logRank ? [method.logRank(test(comparison.logRank))] : []),
      ...(comparison?.peto ? [method.peto(test(comparison.peto))] : []),
    ],
    notes: [
      ...definitionNotes(result, language),
      ...(result.mode !== "durations" && result.unit === "month" ? [method.notes.month] : []),
      method.notes.ties,
      ...(clock?.from != null || params.entry !== null ? [method.notes.entry] : []),
      method.notes.emptyMedian,
      ...(comparison ? [method.notes.differences] : []),
      ...(data.roles.reason === undefined ? [] : [texts.timeToChurn.caveat.causes]),
    ],
    sources: [
      sources.kaplanMeier,
      sources.median,
      sources.mean,
      ...(comparison ? [sources.logRank] : []),
      sources.garwood,
    ],
  };
}

function definitionNotes({ mode, clock }: ChurnResult, { texts }: Language): string[] {
  const { notes } = texts.timeToChurn.method;
  switch (mode) {
    case "inactivity":
      return clock ? [notes.inactivity(clock.gap)] : [];
    case "contracts":
      return clock ? [notes.contracts(clock.gap)] : [];
    case "durations":
      return [notes.durations];
  }
}

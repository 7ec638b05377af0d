import { byLevel } from "../caveat-order";
import { moneyText } from "../money";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { focalPeriod, type LogoResult } from "./result";
import type { LogoRequest } from "./source";

/** What limits the numbers, the worst first. */
export function logoCaveats(result: LogoResult, { data, params }: LogoRequest, language: Language): Caveat[] {
  const { texts, format } = language;
  const { caveat } = texts.logoAttrition;
  const { oddities, currency, currencies, concentration } = result;
  const focal = focalPeriod(result);
  const isContracts = params.mode === "contracts";
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });

  if (looksLikeSurvivors(result)) add("survivors", "flips", caveat.survivors(judged(result).length));
  if (isContracts && params.grain === "week" && params.weeksAnyway) add("weeks", "limits", caveat.weeks);
  if (focal && isSmallSample(focal.attrition))
    add("small-sample", "limits", texts.base.caveat.smallSample(focal.attrition.x, focal.attrition.n));
  if (concentration?.topFive != null && focal && focal.counts.atStart > 5 && concentration.topFive > 0.5)
    add("concentrated", "limits", caveat.concentrated(format.percent(concentration.topFive)));
  if (isContracts && focal && params.asOf === "auto" && result.asOf)
    add("as-of-auto", "limits", texts.base.caveat.asOfAuto(result.asOf));
  const others = currencies
    .filter((one) => one.currency !== currency)
    .reduce((sum, { rows }) => sum + rows, 0);
  if (currency !== null && others > 0) add("currency", "limits", caveat.currency(currency, others));
  if (focal && focal.late > 0)
    add(
      "late",
      focal.late > focal.counts.atEnd * 0.05 ? "limits" : "note",
      caveat.late(focal.late, focal.money && moneyText(focal.money.late, currency, language)),
    );
  if (focal?.money && focal.money.unknown > 0)
    add("unknown-mrr", "limits", caveat.unknown(focal.money.unknown));
  if (oddities.negative > 0) add("negative", "limits", caveat.negative(oddities.negative));
  if (oddities.unpaid > 0) add("unpaid", "note", caveat.unpaid(oddities.unpaid));
  if (oddities.overlapping > 0) add("overlapping", "note", caveat.overlapping(oddities.overlapping));
  if (focal?.renewal && focal.renewal.pending > 0)
    add("pending", "note", caveat.pending(focal.renewal.pending));
  if (isContracts && data.roles.status !== undefined) add("status", "note", caveat.status);
  return byLevel([...caveats, ...(result.rows ? rowCaveats(result.rows, texts) : [])]);
}

function judged({ series }: LogoResult) {
  return series.filter(({ state, counts }) => state === "complete" && counts.atStart > 0);
}

/** Nobody among many in months: an export of today's customers has no attrition. */
function looksLikeSurvivors(result: LogoResult): boolean {
  const periods = judged(result);
  const atRisk = periods.reduce((sum, { counts }) => sum + counts.atStart, 0);
  return periods.length >= 3 && atRisk >= 100 && periods.every(({ counts }) => counts.lost === 0);
}

import type { Verdict } from "../report";
import type { Language } from "../texts";
import { amountInterval, amountText } from "./money";
import type { UnitEconomicsResult } from "./result";

/** What a customer brings, what it costs to win one, and when that is back. */
export function unitEconomicsVerdict(result: UnitEconomicsResult, language: Language): Verdict {
  const { verdict, next } = language.texts.unitEconomics;
  const { ltv, cac, profit, judgement, curve } = result;
  if (!ltv) return { level: "cannot-tell", sentence: verdict.noRows, next: next.noRows };
  const value = amountText(ltv.value, result, language);
  const interval = amountInterval(ltv.interval, result, language);
  const told = { value, interval, months: curve.length };
  const number = {
    value,
    interval,
    base:
      result.customers === null
        ? language.texts.unitEconomics.form.params.measured!.unset!
        : language.texts.base.customers(result.customers),
  };
  if (cac === null || !profit || !judgement)
    return {
      level: "cannot-tell",
      sentence: verdict.noCac(told),
      number,
      next: result.refused ? next.refused[result.refused] : next.cac,
    };
  const money = amountText(Math.abs(profit.value), result, language);
  return {
    level: judgement === "cannot tell" ? "cannot-tell" : isSure(result) ? "certain" : "likely",
    sentence: [
      verdict.found({ ...told, cac: amountText(cac, result, language) }),
      judgement === "cannot tell" ? verdict["cannot tell"] : verdict[judgement](money),
      paybackSentence(result, language),
    ].join(" "),
    number,
    next: nextStep(result, language),
  };
}

/** Spec B0: from thirty on. Without an interval nothing is certain. */
export function isFew({ customers }: UnitEconomicsResult): boolean {
  return customers !== null && customers < 30;
}

function isSure(result: UnitEconomicsResult): boolean {
  return result.ltv?.interval != null && !isFew(result);
}

function paybackSentence({ payback, curve }: UnitEconomicsResult, { texts, format }: Language): string {
  const { verdict } = texts.unitEconomics;
  const { month, early, late } = payback;
  if (month === null) return verdict.noPayback(curve.length);
  const isRange = early !== null && late !== null && early !== late;
  return verdict.payback({
    month,
    range: isRange ? texts.base.interval(format.count(early), format.count(late)) : null,
  });
}

function nextStep({ mode, ltv, judgement }: UnitEconomicsResult, { texts }: Language): string {
  const { next } = texts.unitEconomics;
  if (mode === "inputs" && !ltv?.interval) return next.measured;
  return judgement === "cannot tell" ? next.horizon : next.sensitivity;
}

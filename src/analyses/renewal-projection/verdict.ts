import { intervalText } from "../findings";
import { moneyText } from "../money";
import type { Caveat, Verdict } from "../report";
import type { Language } from "../texts";
import type { RenewalProjectionRequest } from "./lives";
import type { RenewalProjectionResult } from "./result";

export function renewalProjectionVerdict(
  result: RenewalProjectionResult,
  { params }: RenewalProjectionRequest,
  caveats: readonly Caveat[],
  language: Language,
): Verdict {
  const { texts, format } = language;
  const { verdict, next, finding } = texts.renewalProjection;
  const { fit, renewals, points } = result;
  if (!fit.ok) return notFitted(result, fit, language);
  const has = (id: string) => caveats.some((caveat) => caveat.id === id);
  const [last, horizon, first] = [renewals[renewals.length - 1]!, points[points.length - 1]!, points[1]!];
  const expected = format.percent(horizon.survival);
  const interval = intervalText(horizon.interval, language);
  return {
    level: caveats.some(({ level }) => level === "flips") ? "cannot-tell" : "likely",
    sentence: [
      verdict.found({
        n: Math.round(result.followed),
        last: last.renewal,
        seen: format.percent(last.survival),
        horizon: horizon.renewal,
        expected,
        interval,
        thatIs: texts.base.thatIs(horizon.survival, result.followed),
      }),
      verdict.sorting({
        first: format.percent(first.retention ?? 0),
        later: format.percent(horizon.retention ?? 0),
        renewal: horizon.renewal,
      }),
      worthOf(result, params.margin, params.discount, language),
    ].join(" "),
    number: { value: expected, interval, base: finding.survival(horizon.renewal) },
    next:
      has("left-out") || has("shares")
        ? next.table
        : has("missed")
          ? next.missed
          : has("cohorts-differ")
            ? next.cohorts
            : has("few-renewals")
              ? next.more
              : has("not-held")
                ? next.hold
                : next.use,
  };
}

function worthOf(
  { lifetimes }: RenewalProjectionResult,
  margin: number | null,
  discount: number,
  language: Language,
): string {
  const { verdict } = language.texts.renewalProjection;
  const terms = newCustomerTerms(lifetimes[0]?.terms ?? 0, discount);
  const told = language.format.number(terms, 2);
  if (margin === null) return verdict.valueTerms({ terms: told });
  return verdict.value({ terms: told, value: moneyText(terms * margin, null, language) });
}

/** The first term is paid at once, the others as renewals come. */
export function newCustomerTerms(toCome: number, discount: number): number {
  return 1 + toCome / (1 + discount);
}

function notFitted(
  { faults }: RenewalProjectionResult,
  fit: Extract<RenewalProjectionResult["fit"], { ok: false }>,
  language: Language,
): Verdict {
  const { verdict, next } = language.texts.renewalProjection;
  if (fit.why === "alike" && fit.retention?.rate != null) {
    const rate = language.format.percent(fit.retention.rate);
    const interval = intervalText(fit.retention.interval, language);
    return { level: "likely", sentence: verdict.alike({ rate, interval }), next: next.alike };
  }
  const why = fit.why === "alike" ? "no-base" : fit.why;
  return {
    level: "cannot-tell",
    sentence: verdict.notFitted[why],
    next: faults.length > 0 || why === "bad-curve" ? next.table : why === "no-base" ? next.noBase : next.more,
  };
}

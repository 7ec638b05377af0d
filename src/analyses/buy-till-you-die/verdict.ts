import type { Caveat, Verdict } from "../report";
import type { Language } from "../texts";
import { heldOf, missText } from "./held";
import type { BuyTillYouDieResult } from "./result";

export function buyTillYouDieVerdict(
  result: BuyTillYouDieResult,
  caveats: readonly Caveat[],
  language: Language,
): Verdict {
  const { texts, format } = language;
  const { verdict, next, finding } = texts.buyTillYouDie;
  const { found, customers, ahead } = result;
  if (customers === 0) return { level: "cannot-tell", sentence: verdict.noRows, next: next.noRows };
  if (!found) {
    const [failed] = result.fits;
    const why = failed && !failed.ok ? failed.why : "no-base";
    return { level: "cannot-tell", sentence: verdict.notFitted[why], next: next.notFitted };
  }
  const held = heldOf(result);
  const share = found.alive / customers;
  const { value, interval } = found.total;
  const written = interval && texts.base.interval(format.count(interval[0]), format.count(interval[1]));
  const has = (id: string) => caveats.some((caveat) => caveat.id === id);
  return {
    // What a model says of each customer is never seen: never more than likely.
    level: caveats.some(({ level }) => level === "flips") || !held ? "cannot-tell" : "likely",
    sentence: [
      verdict.found({
        n: customers,
        alive: found.alive,
        share: format.percent(share),
        thatIs: texts.base.thatIs(share, customers),
        expected: value,
        interval: written,
        ahead,
        model: found.model,
      }),
      held
        ? verdict.held({
            weeks: held.weeks,
            expected: held.expected,
            actual: held.actual,
            miss: missText(held.miss, language),
          })
        : verdict.heldNone,
    ].join(" "),
    number: { value: format.count(value), interval: written, base: finding.expected(ahead) },
    next: has("every-event")
      ? next.rule
      : has("missed")
        ? next.missed
        : has("certain-once")
          ? next.useOther
          : next.list,
  };
}

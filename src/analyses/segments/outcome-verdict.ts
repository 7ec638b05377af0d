import type { Verdict } from "../report";
import type { Share } from "../share";
import type { Language } from "../texts";
import type { Outcome } from "./result";

/** Why nothing can be said of anybody, whatever divides the customers; null where something can. */
export function outcomeProblem(
  { mode, period, status, rows }: Outcome,
  overall: Share,
  left: string,
  { texts }: Language,
): Verdict | null {
  const { verdict, next } = texts.segments;
  const whole = texts.attrition;
  const cannotTell = (sentence: string, way: string): Verdict => ({
    level: "cannot-tell",
    sentence,
    next: way,
  });
  if (rows.used === 0) return cannotTell(whole.verdict.noRows, whole.next.noRows);
  if (mode === "status") {
    if (left === "") return cannotTell(verdict.noLeft, next.left);
    if (overall.n === 0) return cannotTell(verdict.noStatus, next.left);
    if (!status?.values.some(({ value }) => value === left) && overall.x === 0)
      return cannotTell(verdict.noSuchStatus(left), next.left);
  } else {
    if (!period) return cannotTell(whole.verdict.noRows, whole.next.noRows);
    if (period.end <= period.start)
      return {
        level: "refused",
        sentence: whole.verdict.reversed(period.start, period.end),
        next: whole.next.reversed,
      };
    if (period.state === "not observed")
      return cannotTell(whole.verdict.notObserved(period), whole.next.running(period.end));
    if (overall.n === 0) return cannotTell(whole.verdict.noBase(period.start), whole.next.noBase);
    if (period.state === "in progress")
      return cannotTell(
        whole.verdict.running({ ...period, unseen: overall.x, n: overall.n }),
        whole.next.running(period.end),
      );
  }
  return null;
}

/** Why shares of groups cannot be compared although they are known: nobody left, or everybody. */
export function noVariation({ x, n }: Share, { texts }: Language): Verdict | null {
  const { verdict, next } = texts.segments;
  if (x === 0) return { level: "cannot-tell", sentence: verdict.nobodyLeft(n), next: next.nobody };
  if (x === n) return { level: "cannot-tell", sentence: verdict.everybodyLeft(n), next: next.nobody };
  return null;
}

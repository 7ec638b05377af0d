import type { Claim, Hashed, Ledger, Question, Trial } from "./ledger-entry";

/** What of the trail belongs beside one result. */
export interface Standing {
  /** Variants of the question, this one among them. */
  readonly trials: readonly Trial[];
  /** Which of them this is, from 1; null: it is not in the trail. */
  readonly place: number | null;
  /** Expectations that were written before any of these data had answered the question; else all that there are. */
  readonly claims: readonly Claim[];
  readonly beforehand: Beforehand;
  /** Answers that these data had given when the first of `claims` was written. */
  readonly seen: number;
}

/**
 * yes: with these very settings. other-settings: before any answer, but of other settings. late: between answers. no: nothing
 * was written down before this answer.
 */
export type Beforehand = "yes" | "other-settings" | "late" | "no";

/** `data` null: of a saved result nobody knows it any more; then the latest of these settings counts. */
export function standingOf(
  ledger: Ledger,
  question: Question,
  { settings, data }: { readonly settings: string; readonly data: string | null },
): Standing {
  const own = entriesOf(ledger, question);
  const trials = own.filter((one) => one.kind === "trial");
  const found = trials.findLastIndex(
    (one) => one.settings === settings && (data === null || one.data === data),
  );
  const trial = trials[found];
  const place = trial ? found + 1 : null;
  const claims = own.filter((one) => one.kind === "claim");
  if (!trial) return { trials, place, claims, beforehand: "no", seen: 0 };
  const isOfThese = (one: Claim | Trial) => one.kind === "trial" && one.data === trial.data;
  const first = own.findIndex(isOfThese);
  const before = own.slice(0, first).filter((one) => one.kind === "claim");
  if (before.length) {
    const beforehand = before.some((one) => one.settings === settings) ? "yes" : "other-settings";
    return { trials, place, claims: before, beforehand, seen: 0 };
  }
  const firstClaim = own.findIndex((one) => one.kind === "claim");
  const isLate = firstClaim >= 0 && firstClaim < own.indexOf(trial);
  const seen = isLate ? own.slice(0, firstClaim).filter(isOfThese).length : 0;
  return { trials, place, claims, beforehand: isLate ? "late" : "no", seen };
}

/** How many answers data have given to a question: before the first, an expectation is one. */
export function answersOf(ledger: Ledger, question: Question, data: string): number {
  return entriesOf(ledger, question).filter((one) => one.kind === "trial" && one.data === data).length;
}

/** The very variant that is in the trail already. */
export function isTried(ledger: Ledger, trial: Trial): boolean {
  return entriesOf(ledger, trial).some(
    (one) => one.kind === "trial" && one.settings === trial.settings && one.data === trial.data,
  );
}

export function entriesOf(ledger: Ledger, { analysis, table }: Question): Hashed<Claim | Trial>[] {
  return ledger.filter(
    (one) =>
      (one.kind === "claim" || one.kind === "trial") && one.analysis === analysis && one.table === table,
  ) as Hashed<Claim | Trial>[];
}

import { form } from "./rollback-signal-form";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, list } = formatsOf("en");

interface Told {
  readonly top: string;
  readonly bottom: string;
  readonly difference: string;
  readonly interval: string;
}

interface Odds {
  readonly by: string;
  readonly odds: string;
  readonly interval: string;
}

export const rollbackSignal = {
  form,
  verdict: {
    signal: (f: Told) =>
      `There is a signal: in the top quarter of usage ${f.top} left, in the bottom quarter ${f.bottom}, a difference of ${f.difference} (${f.interval}).`,
    none: (f: Told) =>
      `There is no signal to take it back: in the top quarter of usage ${f.top} left, in the bottom quarter ${f.bottom}, a difference of ${f.difference} (${f.interval}).`,
    unclear: (f: Told) =>
      `Whether there is a signal cannot be told: in the top quarter of usage ${f.top} left, in the bottom quarter ${f.bottom}, a difference of ${f.difference} (${f.interval}).`,
    holds: (f: Odds) =>
      `Among customers alike in ${f.by} it stays: the odds ratio of leaving, top to bottom, is ${f.odds} (${f.interval}).`,
    vanishes: (f: Odds) =>
      `Among customers alike in ${f.by} it may be none: the odds ratio of leaving, top to bottom, is ${f.odds} (${f.interval}).`,
    turns: (f: Odds) =>
      `Among customers alike in ${f.by} it turns round: the odds ratio of leaving, top to bottom, is ${f.odds} (${f.interval}).`,
    noOdds: (by: string) => `Among customers alike in ${by} no odds ratio can be told.`,
    notAdjusted: "Nothing is adjusted for: choose a column in which customers should be alike.",
    noProof: "This is no proof that the feature drives them away: those in trouble may use it more.",
  },
  next: {
    test: (n: number) =>
      `Switch it off by lot for a part of those who use it most: about ${base.customers(n)} in each arm would show a difference of this size. Do not take it back from all before that.`,
    ask: "Ask those who use it most what they use it for, before anything is taken back.",
    none: "Keep it; look elsewhere for what goes with leaving.",
    unclear: "Take a longer time, more customers or a wider feature.",
  },
  caveat: {
    noModel: "No model could be fitted: nobody of those who use it left, or everybody did.",
    firth: (isSeparated: boolean): string =>
      isSeparated
        ? "In some group nobody left, or everybody: the likelihood is penalised (Firth) so that the odds ratio is finite."
        : "Few left for so many controls: the likelihood is penalised (Firth), which draws the odds ratio a little towards 1.",
  },
  table: {
    odds: "Odds of leaving, top to bottom quarter",
    how: "Customers alike in",
    alone: "nothing: all customers",
    strata: (by: string) => `${by}, in strata (Mantel–Haenszel)`,
    model: (controls: readonly string[]) => `${list(controls)}, all at once (logistic regression)`,
    ratio: "Odds ratio",
    interval: "95% interval",
    p: "p",
    needed: "What a test with the feature switched off would need",
    basis: "If the difference is",
    difference: "Difference, pp",
    perArm: "Customers in each arm",
    total: "Together",
    bases: {
      seen: "as it stands",
      alike: "that among like customers",
      least: "the least that the interval holds",
    },
  },
  method: {
    model: (customers: number, lost: number, parameters: number) =>
      `Model: logistic regression of leaving on the quarter of usage and all controls at once, ${base.customers(customers)}, ${count(lost)} left, ${count(parameters)} parameters. Levels of a control with few customers stand together; what is not known is a level of its own.`,
    sources: {
      model: "Logistic regression: McCullagh & Nelder (1989), Generalized Linear Models, 2nd ed., ch. 4.",
      profile: "Profile intervals: Venzon & Moolgavkar (1988), Appl. Statist. 37, 87–94.",
      firth:
        "Penalised likelihood: Firth (1993), Biometrika 80, 27–38; Heinze & Schemper (2002), Stat. Med. 21, 2409–2419.",
    },
    needed:
      "Customers in each arm: two shares, the one that left in the top quarter and that less the difference; two-sided test at 5%, seen four times in five.",
    switch:
      "What the test needs: a switch that takes the feature away by lot, arms of the size above among those who use it most, the outcome of the same days for both, and a size that is kept to.",
  },
};

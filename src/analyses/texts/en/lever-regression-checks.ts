import { formatsOf } from "../formats";
import { base } from "./base";

const { count, list, number, plural } = formatsOf("en");

const quoted = (names: readonly string[]) => list(names.map((name) => `“${name}”`));

/** Of the regression: searched thresholds, who weighs most, and what is not known filled in. */
export const checks = {
  searched: {
    caveat: (names: readonly string[]) =>
      `${plural(names.length, { one: "A threshold that was", other: "Thresholds that were" })} looked for in these same customers would look good by the search alone: ${quoted(names)}. p and intervals pay for it; the size of the difference still looks a little too large. If a threshold was written down before these data were seen, say so in the sentence above.`,
    method:
      "Of a threshold that was looked for, p is the chance that, without any association, the best threshold between the first and the last tenth of the customers would tell as much (the largest of correlated normal deviates, as many as the lever finder tries at most, or as the measure has values); the interval is widened so that it leaves out no difference just where that p is below 5%.",
    source:
      "Searched thresholds: Miller & Siegmund (1982), Biometrics 38, 1011–1016; Armitage, McPherson & Rowe (1969), J. R. Statist. Soc. A 132, 235–244; Holländer, Sauerbrei & Schumacher (2004), Stat. Med. 23, 1701–1713.",
  },
  /** Nothing is passed over in silence: what a lever may still be. */
  unchecked: (names: readonly string[], controls: readonly string[]) =>
    `With so few customers it cannot be checked of ${quoted(names)} whether ${controls.length ? `${list(controls)} or ` : ""}another behaviour explains what is seen, whether it turns round among customers alike, or whether it is chance: “cannot tell” clears none of them.`,
  influence: {
    title: "Who weighs most in the model",
    outcome: "Outcome",
    stayed: "stayed",
    left: "left",
    has: "Behaviour and segment",
    customers: "Alike",
    cook: "Cook’s distance of one",
    leverage: "Leverage",
    moves: "Moves most",
    by: "By, standard errors",
    turns: "Not told without",
    nothing: "none of the behaviours",
    value: (name: string, value: string) => `${name}: ${value}`,
    /** `n` of those alike in the row. */
    without: (name: string, n: number, alike: number) =>
      `${name} (${n === alike ? count(n) : `${count(n)} of ${count(alike)}`})`,
    hangs: (name: string, n: number, p: string | null) =>
      `“${name}” hangs on few: without ${base.customers(n)} of the table “Who weighs most in the model” ${p === null ? "there is no estimate" : `p is ${p}`}.`,
    who: (outcome: "stayed" | "left"): string =>
      outcome === "left" ? "Weighs much in the model, left" : "Weighs much in the model, stayed",
    method: (most: number) =>
      `Who weighs most is told by Cook’s distance, the customer taken out in one Newton step; of each behaviour that is told, up to ${count(most)} customers (one in a hundred) that pull it most are taken out and the model fitted anew: where p is then 5% or more, it hangs on few.`,
    source:
      "Influence: Pregibon (1981), Ann. Statist. 9, 705–724; Broderick, Giordano & Meager (2020), arXiv:2011.14999.",
  },
  imputed: {
    title: (customers: number, times: number) =>
      `With what is not known filled in ${count(times)} times: ${base.customers(customers)}`,
    complete: "Odds ratio, known only",
    filled: "Odds ratio, filled in",
    missing: "Information missing",
    conclusion: "Conclusion",
    same: "the same",
    differs: (known: string, filled: string) => `known only: ${known}; filled in: ${filled}`,
    told: { up: "goes with staying", down: "goes with leaving", none: "cannot tell" },
    agrees: (times: number) =>
      `Filled in ${count(times)} times from all else that is known, the conclusions stay the same.`,
    turned: (names: readonly string[]) =>
      `With what is not known filled in, the conclusion is another one: ${quoted(names)}.`,
    mnar: "Filling in believes that what is not known hangs only on what is known. Where it is not known because of what it would be (who does not use something is not measured), neither these numbers nor those without the gaps are right, and no data say which it is.",
    why: {
      "too-many": (n: number) =>
        `What is not known was not filled in: ${base.customers(n)} are more than can be done here in reasonable time.`,
      "never-known": () => "What is not known was not filled in: one of the behaviours is known of nobody.",
      "no-model": () => "What is not known was filled in, but the model then has no estimate.",
    },
    method: (times: number) =>
      `Filled in by chained equations, ${count(times)} ${plural(times, { one: "time", other: "times" })}: on or off by a drawn logistic regression, measures by predictive mean matching (${number(5, 0)} donors), from all other behaviours, the controls and the outcome; pooled by Rubin’s rules.`,
    source:
      "Filling in: Rubin (1987), Multiple Imputation for Nonresponse in Surveys; Barnard & Rubin (1999), Biometrika 86, 948–955; van Buuren (2018), Flexible Imputation of Missing Data.",
  },
};

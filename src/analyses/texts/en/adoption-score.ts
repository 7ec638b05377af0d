import type { CheckName } from "../../adoption-score/checks";
import type { ListKey } from "../../adoption-score/names";
import { formatsOf, type Formats } from "../formats";
import { adoptionScoreForm as form, version } from "./adoption-score-form";
import { base } from "./base";

const { count, list, number, plural } = formatsOf("en");

/** What a check found; the numbers are written by the reader's formats. */
export interface CheckSaid {
  readonly value: number;
  readonly interval: readonly [number, number] | null;
  readonly other: number | null;
  readonly names: readonly string[];
  readonly segment: string | null;
  readonly format: Formats;
}

const spanned = ({ value, interval, format }: CheckSaid, digits: number) =>
  interval
    ? `${format.number(value, digits)} (${base.interval(format.number(interval[0], digits), format.number(interval[1], digits))})`
    : format.number(value, digits);

const named = (names: readonly string[]) => (names.length ? ` (${list(names)})` : "");

export const adoptionScore = {
  form,
  version,
  above: (behaviour: string) => `${behaviour} > 0`,
  span: (from: number, to: number) => `${number(from)}–${number(to)}`,
  /** The same of pieces of code. */
  spanOf: (from: string, to: string) => `${from}–${to}`,
  quarter: (place: string) => `quarter ${place} of 4`,
  state: { pass: "yes", fail: "no", "cannot-tell": "cannot tell" },
  /** Title of each check, and what its number says. */
  check: {
    signs: {
      name: "the signs of the weights",
      title: "1. Every weight has the sign expected",
      said: ({ value, names }) => (value === 0 ? "none against" : `${count(value)} against${named(names)}`),
    },
    monotone: {
      name: "retention that rises with the score",
      title: "2. Retention rises with the score",
      said: ({ value, other, format }) =>
        `${count(value)} ${plural(value, { one: "step", other: "steps" })} down${other === null ? "" : `, trend p ${other < 0.0001 ? "< " : ""}${format.number(Math.max(other, 0.0001), 4)}`}`,
    },
    discriminates: {
      name: "telling unseen customers apart",
      title: "3. Tells unseen customers apart (AUC above 0.5)",
      said: (f) => spanned(f, 3),
    },
    calibrated: {
      name: "calibration on unseen customers",
      title: "4. Calibrated on unseen customers (slope 0.8 to 1.2)",
      said: (f) => spanned(f, 2),
    },
    optimism: {
      name: "little optimism",
      title: "5. Little optimism (below 0.03)",
      said: ({ value, format }) => format.number(value, 3),
    },
    stable: {
      name: "steady weights",
      title: "6. Weights hold when other customers are drawn",
      said: ({ value, other, format }) =>
        other === null
          ? "fixed"
          : `weights vary by ${format.percent(value)}, the heaviest is first in ${format.percent(other)}`,
    },
    later: {
      name: "customers who began later",
      title: "7. Holds for customers who began later (AUC above 0.5)",
      said: (f) => spanned(f, 3),
    },
    within: {
      name: "every segment",
      title: "8. Holds within every segment",
      said: (f) => `lowest AUC ${spanned(f, 3)}${f.segment === null ? "" : `, ${f.segment}`}`,
    },
    adds: {
      name: "more than customers bring along",
      title: "9. Says more than what customers bring along",
      said: ({ value, format }) =>
        `p ${value < 0.0001 ? "< " : ""}${format.number(Math.max(value, 0.0001), 4)}`,
    },
    movable: {
      name: "somebody left to move",
      title: "10. Leaves somebody to move (at most 80% on)",
      said: ({ value, names, format }) => `at most ${format.percent(value)} on${named(names)}`,
    },
    leak: {
      name: "no leaks",
      title: "11. No behaviour is the outcome itself (AUC alone up to 0.95)",
      said: ({ value, names, format }) => `at most ${format.number(value, 3)}${named(names)}`,
    },
    coverage: {
      name: "coverage",
      title: "12. Every lever is known of at least 95%",
      said: ({ value, format }) => format.percent(value),
    },
  } satisfies Record<CheckName, { name: string; title: string; said: (f: CheckSaid) => string }>,
  verdict: {
    ends: (f: {
      low: string;
      lowRate: string;
      lowInterval: string;
      high: string;
      highRate: string;
      highInterval: string;
    }) =>
      `Of customers with a score of ${f.low} ${f.lowRate} stayed (${f.lowInterval}), with ${f.high} ${f.highRate} (${f.highInterval}).`,
    apart: (f: { strength: "weak" | "moderate" | "good" | "strong"; area: string; interval: string }) =>
      `The score tells customers it has not seen apart ${{ weak: "weakly", moderate: "moderately", good: "well", strong: "very well" }[f.strength]} (AUC ${f.area}, ${f.interval}).`,
    notApart: "Whether it tells apart customers it has not seen cannot be said: that could be chance.",
    passes: (f: {
      version: string;
      isWinner: boolean;
      passes: number;
      checks: number;
      failed: readonly string[];
      open: number;
    }) =>
      `The version “${f.version}”${f.isWinner ? ", the best one," : ""} passes ${count(f.passes)} of ${count(f.checks)} checks${f.open ? `; ${count(f.open)} cannot be told` : ""}.${f.failed.length ? ` Not passed: ${list(f.failed)}.` : ""}`,
    reversed: "A higher score goes with leaving: this is no score to steer by.",
    red: (events: number, rarer: "lost" | "stayed") =>
      `Too few customers to weigh behaviours: only ${count(events)} ${rarer === "lost" ? "left" : "stayed"}. All weights are equal, an assumption and no finding.`,
    constant:
      "This cannot be told: every behaviour is the same for all customers, so no score tells them apart.",
    nonePositive:
      "This cannot be told: no behaviour goes with staying beside the others, so there is nothing to weigh.",
    noModel: "This cannot be told: no model of these behaviours can be fitted.",
    area: (area: string) => `AUC ${area}`,
    base: (n: number) => `of ${base.customers(n)}, each scored by weights that have not seen them`,
  },
  next: {
    noScore: "Choose other behaviours or other values from which they count as on.",
    red: (events: number, customers: number) =>
      `Note the behaviours as assumptions and ask again when about ${count(events)} more have left; at today’s share that is ${base.customers(customers)} more.`,
    notApart: "Choose other behaviours, or wait for more customers.",
    failed: "Look at the checks it does not pass before anybody is measured by it.",
    passed: "Test one lever on a part of the customers: only that tells whether moving it keeps them.",
  },
  caveat: {
    leak: (names: readonly string[]) =>
      `${list(names)}: tells almost exactly who left. It looks like the outcome under another name, or counted after customers left; take it out.`,
    constant: (names: readonly string[]) =>
      `${list(names)}: the same for all customers, so it weighs 0. Choose from which value on it counts.`,
    against: (names: readonly string[], isEqual: boolean) =>
      `${list(names)}: goes with leaving beside the other behaviours. ${isEqual ? "Equal weights count it as good all the same." : "Its weight is cut to 0."} That may be because it is done to those at risk; it is no reason to forbid it.`,
    amber: (events: number, rarer: "lost" | "stayed", needed: number) =>
      `${count(events)} customers ${rarer === "lost" ? "left" : "stayed"}: for this many behaviours about ${base.customers(needed)} would be needed, so weights are unsteady. Equal weights are the safer choice.`,
    tooMany: (levers: number, most: number) =>
      `${count(levers)} behaviours are more than so few events bear; at most ${count(most)}.`,
    incomplete: (n: number, all: number, share: string) =>
      `Of ${count(n)} of ${base.customers(all)} (${share}) not every behaviour is known: the weights are found without them, and their own scores use what is known.`,
    noControls:
      "Weights come from a model without anything that customers bring along, such as size or plan. A behaviour of large customers may count for their size.",
    withoutVersion: (name: string, why: "none-positive" | "no-model") =>
      `There is no version by ${name}: ${why === "none-positive" ? "no behaviour has a positive weight" : "its model cannot be fitted"}.`,
    fewLevers: "A score of fewer than three behaviours is hardly more than those behaviours.",
    selection: (n: number, isHeld: boolean) =>
      `The best of ${count(n)} versions was chosen on the same customers, which flatters it a little.${isHeld ? " The customers who began later were weighed by earlier ones alone." : ""}`,
    partial: (n: number) =>
      `${base.customers(n)} ${plural(n, { one: "has", other: "have" })} a partial score: what is not known counts neither for nor against them.`,
  },
  finding: {
    area: "AUC on customers not seen",
    later: "AUC on customers who began later",
    passes: "Checks passed",
    checks: "Checks asked",
    open: "Checks that cannot be told",
    versions: "Versions compared",
    mean: "Mean score",
    median: "Median score",
    meanStayed: "Mean score of those who stayed",
    meanLeft: "Mean score of those who left",
    noInterval: "Too few customers for an interval.",
    plain: "A description of the customers there are, not an estimate.",
  },
  table: {
    scores: "Retention by score",
    score: "Score",
    customers: "Customers",
    stayed: "Stayed",
    retention: "Share that stayed",
    interval: "95% interval",
    checks: "Versions and checks",
    check: "Check",
    winner: (name: string) => `${name} (best)`,
    detail: (name: string) => `More on ${name}`,
    passed: "Checks passed",
    counted: "Behaviours that count",
    apparent: "AUC on the same customers",
    validated: "AUC on customers not seen",
    brier: "Brier score on customers not seen",
    weights: "Weights",
    lever: "Behaviour",
    chosenInterval: "95% of resamples, chosen version",
    earlier: "By those who began earlier",
    anew: "By those who began later",
    levers: "Behaviours",
    known: "Known of",
    on: "On",
    shareOn: "Share on",
    stayedOn: "Stayed, on",
    retentionOn: "Share that stayed, on",
    retentionOff: "Share that stayed, off",
    coefficient: "Coefficient",
    phi: "Phi",
    area: "AUC alone",
    everyone: "Every customer’s score, and surprises",
    what: "Customers",
    ofThose: "Share of those",
    register: "Assumptions",
    assumed: "Assumed weight",
    status: "Status",
    day: "As of",
    next: "Next check",
  },
  register: {
    assumed: "assumed, not tested",
    weak: "tested on few customers",
    next: (events: number, rarer: "lost" | "stayed") =>
      `when ${count(events)} more have ${rarer === "lost" ? "left" : "stayed"}`,
  },
  figure: {
    title: "Who stays, by score",
    caption: (name: string) =>
      `Dots are the share of customers with each score who stayed, lines their 95% intervals (Wilson). Weights: ${name}. The dashed line is all customers together. The weights were found on these customers.`,
    alternative: (parts: readonly string[]) => `Share that stayed: ${list(parts)}.`,
    part: (score: string, rate: string) => `${rate} at ${score}`,
    axis: "Share that stayed",
    overall: (rate: string) => `all ${rate}`,
  },
  method: {
    score: (terms: string) => `score = (${terms}), of those known; 0 to 100`,
    area: (area: string, folds: number) =>
      `AUC in ${count(folds)} folds, each weighed and fitted without it = ${area}`,
    later: (f: { customers: number; stayed: number; expected: string; area: string }) =>
      `weights of those who began earlier, on ${count(f.customers)} who began later: ${count(f.stayed)} stayed, ${f.expected} expected, AUC ${f.area}`,
    notes: {
      weights: (controls: readonly string[]) =>
        `Coefficients are those of a logistic regression of staying on all behaviours${controls.length ? ` and ${list(controls)}` : ""}; Firth’s where events are few or separated. The score itself holds behaviours alone. What counts against staying weighs 0. Shapley shares are of McFadden’s R² and take the sign of the coefficient.`,
      points: (points: number) =>
        `Whole points are the coefficients’ weights in ${count(points)}ths, rounded, so that a score can be added up by hand.`,
      folds: (folds: number) =>
        `${count(folds)} folds by the hash of each customer’s id: the same in every version, whatever the order of rows.`,
      resamples: (n: number) =>
        `Weights are found anew in ${count(n)} resamples of the customers, with a fixed seed.`,
      choice:
        "The version that passes most checks is best; then the one with fewer behaviours, then the larger AUC on customers not seen. Later customers are the last three tenths by the day they began.",
      missing:
        "What is not known of a customer is not taken for none: the score is that of the known behaviours, and is marked partial.",
      handOn: (weights: string) =>
        `To follow this score over time, give its behaviours to “Adoption score over time”, with the weights ${weights}`,
      checks:
        "Whether customers can be moved to do a behaviour only people know; the check sees whether there is anybody left to move.",
      landmark:
        "Weights are found on customers who were there when the outcome began and whose outcome is known; everybody whose observation is over is scored.",
      association:
        "A score goes with staying; that does not say that customers who are talked into a behaviour stay.",
    },
    sources: {
      cv: "Validation: Stone (1974), J. R. Statist. Soc. B 36, 111–147; LeDell, Petersen & van der Laan (2015), Electron. J. Statist. 9, 1583–1607.",
      auc: "AUC: DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44, 837–845.",
      calibration:
        "Calibration: Cox (1958), Biometrika 45, 562–565; Van Calster et al. (2019), BMC Med. 17, 230.",
      firth:
        "Few events: Firth (1993), Biometrika 80, 27–38; Heinze & Schemper (2002), Stat. Med. 21, 2409–2419.",
      shapley: "Shares of R²: Lindeman, Merenda & Gold (1980), 119–124; McFadden (1974), p. 121.",
      riley: "How many customers: Riley et al. (2020), BMJ 368, m441.",
    },
  },
  who: {
    all: "Customers with a score",
    partial: "Partial score: not every behaviour known",
    without: "No score: no behaviour that counts is known",
    unknown: "Scored, outcome not known or gone before",
    high: "Score of 75 or more, outcome known",
    "high left": "Surprise: 75 or more, and left",
    low: "Score of 25 or less, outcome known",
    "low stayed": "Surprise: 25 or less, and stayed",
    band: (score: string) => `Score ${score}`,
    bandStayed: (score: string) => `Score ${score}, stayed`,
    lever: (lever: string) => lever,
    leverStayed: (lever: string) => `${lever}, stayed`,
  } satisfies Record<ListKey, string> & Record<string, unknown>,
  code: {
    what: "The share that stayed at each score, with its interval. SQL scores each customer, this cell counts and draws.",
  },
};

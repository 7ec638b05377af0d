import type { VerdictKind } from "../../lever-regression/result";
import { formatsOf } from "../formats";
import { base } from "./base";
import { checks } from "./lever-regression-checks";
import { figures } from "./lever-regression-figures";
import { form } from "./lever-regression-form";

const { count, list, number, plural } = formatsOf("en");

const behaviours = (n: number) => plural(n, { one: "behaviour", other: "behaviours" });
const quoted = (names: readonly string[]) => list(names.map((name) => `“${name}”`));

export const leverRegression = {
  form,
  checks,
  quarter: (place: number) => `Quarter ${count(place)}`,
  perDeviation: (name: string, deviation: string) => `${name} (by one standard deviation, ${deviation})`,
  /** A bound that is null is open. */
  openInterval: (low: string | null, high: string | null) =>
    low === null
      ? high === null
        ? "open"
        : `up to ${high}`
      : high === null
        ? `${low} and up`
        : `${low} to ${high}`,
  verdictOf: (kind: VerdictKind, other: string | null): string => {
    switch (kind) {
      case "keep":
        return "keep: goes with staying";
      case "against":
        return "goes with leaving";
      case "merge":
        return `merge with ${other}`;
      case "explained":
        return other === null ? "drop: explained by the others" : `drop: explained by ${other}`;
      case "partly":
        return other === null
          ? "cannot tell: the others have part of it"
          : `cannot tell: part of it is ${other}`;
      case "immaterial":
        return "drop: no difference that matters";
      case "reversed":
        return other === null ? "turned round by the others" : `turned round by ${other}`;
      case "cannot-tell":
        return "cannot tell";
      case "leak":
        return "drop: looks like the outcome itself";
      case "repeats":
        return `drop: repeats ${other}`;
      case "constant":
        return "drop: the same for all";
    }
  },
  verdict: {
    perDeviation: (by: string) => `${by} a standard deviation`,
    keep: (levers: number, names: readonly string[]) =>
      `Of ${count(levers)} ${behaviours(levers)} ${count(names.length)} ${plural(names.length, { one: "goes", other: "go" })} with staying, all others alike: ${list(names)}.`,
    none: (levers: number) =>
      `Of ${count(levers)} ${behaviours(levers)} none can be told to go with staying, all others alike.`,
    effect: (name: string, by: string, interval: string) => `“${name}” by ${by} (${interval})`,
    leak: (names: readonly string[]) =>
      `By itself almost surely the outcome under another name, or noted down after it: ${quoted(names)}.`,
    against: (name: string, by: string, interval: string) =>
      `“${name}” goes with leaving, by ${by} (${interval}); it may be done by those who are leaving anyway, so do not forbid it.`,
    /** `by`: what turns it round. */
    reversed: (f: { name: string; by: string | null; crude: string; adjusted: string; looksBad: boolean }) =>
      f.looksBad
        ? `“${f.name}” looks as if it drove customers away (odds ratio ${f.crude}), but among customers alike in ${f.by === null ? "all else" : `“${f.by}”`} it does not (${f.adjusted}): do not forbid it.`
        : `“${f.name}” looks useful (odds ratio ${f.crude}), but among customers alike in ${f.by === null ? "all else" : `“${f.by}”`} it is not (${f.adjusted}).`,
    merge: (name: string, other: string) =>
      `“${name}” and “${other}” tell nearly the same: strong alone, “${name}” has nothing left beside “${other}”.`,
    alike: (name: string, other: string, isTold: boolean) =>
      `“${name}” and “${other}” mostly come together: count them as one.${isTold ? " One of the two goes with staying, which of them cannot be told." : ""}`,
    partly: (name: string, other: string | null) =>
      `Part of what “${name}” has alone belongs to ${other === null ? "the others" : `“${other}”`}; whether the rest is its own cannot be told.`,
    explained: (f: { name: string; by: string | null; looksBad: boolean }) =>
      `“${f.name}” looks ${f.looksBad ? "as if it drove customers away" : "useful"} only until ${f.by === null ? "the others are" : `“${f.by}” is`} taken into account.`,
    immaterial: (names: readonly string[], delta: string) =>
      `No difference of ${delta} or more: ${quoted(names)}.`,
    cannotTell: (names: readonly string[]) => `Cannot be told: ${quoted(names)}.`,
    repeats: (name: string, other: string) => `“${name}” repeats exactly: ${other}.`,
    constant: (names: readonly string[]) => `The same for all: ${quoted(names)}.`,
    incomplete: (n: number, all: number, lost: number) =>
      `${count(n)} of ${base.customers(all)} are left out because a behaviour is not known of them; ${count(lost)} of those left.`,
    red: (events: number, rarer: "lost" | "stayed") =>
      `This cannot be told: only ${base.customers(events)} ${rarer === "lost" ? "left" : "stayed"}, too few for any model.`,
    allUnknown: (n: number) =>
      `This cannot be told: of none of ${base.customers(n)} all behaviours are known.`,
    oneClass: (n: number) =>
      `This cannot be told: the ${base.customers(n)} of whom all behaviours are known have the same outcome.`,
    noFit: "This cannot be told: no estimate was found; the numbers of the behaviours are too far apart.",
  },
  next: {
    leak: "Leave out what looks like the outcome itself and ask again.",
    found:
      "Build a score of these behaviours, or test one: only an experiment says whether more of it makes customers stay.",
    merge: "Put behaviours that tell the same together, then build the score or test one in an experiment.",
    none: "Look for thresholds with the lever finder, take fewer behaviours, or wait for more customers.",
    red: (events: number) =>
      `Write the behaviours down as assumptions with equal weights, and ask again with ${count(events)} more such customers.`,
    incomplete:
      "Ask again with the behaviour left out that is not known, or keep those customers in, marked as such.",
  },
  caveat: {
    association:
      "These are associations, not effects: who behaves so may differ in what nobody has measured, or behave less because of leaving. Whether more of it makes customers stay is told by an experiment (A/B test).",
    incompleteMuch: (n: number, all: number) =>
      `More than a tenth is left out: ${count(n)} of ${base.customers(all)} because a behaviour is not known of them. If those differ, the result is that of the others only.`,
    incomplete: (n: number, all: number) =>
      `${count(n)} of ${base.customers(all)} are left out because a behaviour is not known of them.`,
    indicator: (n: number) =>
      `${base.customers(n)} of whom a behaviour is not known stay in, marked by a column. That can bias the other behaviours where what is missing is not missing by chance.`,
    leak: (names: readonly string[]) =>
      `${quoted(names)} ${plural(names.length, { one: "tells", other: "tell" })} by itself almost surely who leaves (area under the curve above ${number(0.95, 2)}). That is hardly a behaviour: leave it out, everything else is blurred by it.`,
    complete:
      "The behaviours fix the outcome of every customer. That is hardly ever true: one of them looks like the outcome under another name, or was noted down afterwards.",
    separated: (name: string, up: boolean) =>
      up
        ? `Everybody with “${name}” stayed, so maximum likelihood has no finite estimate; Firth’s penalised likelihood has one, and its interval says how far it can be trusted.`
        : `Everybody with “${name}” left, so maximum likelihood has no finite estimate; Firth’s penalised likelihood has one, and its interval says how far it can be trusted.`,
    separatedMeasure: (name: string) =>
      `“${name}” fixes the outcome of some customers (alone or with others), so maximum likelihood has no finite estimate; Firth’s penalised likelihood is used.`,
    separatedControl: (column: string, segment: string) =>
      `In ${column}: ${segment} all customers have the same outcome; Firth’s penalised likelihood is used.`,
    fewEvents: (events: number, parameters: number, ratio: string) =>
      `${count(events)} customers of the rarer outcome for ${count(parameters)} ${plural(parameters, { one: "parameter", other: "parameters" })} (${ratio} each, fewer than 10): Firth’s penalised likelihood is used.`,
    notConverged: "Maximum likelihood found no estimate; Firth’s penalised likelihood is used.",
    amber: (needed: number, customers: number) =>
      `A model of so many parameters asks for ${base.customers(needed)}; there are ${count(customers)}. Weights will be too large on new customers.`,
    amberEvents: (events: number, most: number) =>
      `With ${count(events)} customers of the rarer outcome at most ${count(most)} behaviours should be tried at once.`,
    noControls:
      "Nothing is held alike but the behaviours themselves: size, plan or branch may stand behind them.",
    inflatedRed: (names: readonly string[]) =>
      `The others say most of what these say (variance inflation above 5): ${quoted(names)}. Their estimates cannot be told apart.`,
    inflated: (names: readonly string[]) =>
      `The others say much of what these say (variance inflation above ${number(2.5)}): ${quoted(names)}.`,
    pair: (a: string, b: string, correlation: string) =>
      `“${a}” and “${b}” go together (correlation ${correlation}); what one has is hard to tell from what the other has.`,
    bent: (name: string) =>
      `“${name}” does not rise or fall evenly: its effect bends. The lever finder shows where; a threshold may say it better.`,
    repeats: (name: string, other: string) =>
      `“${name}” is left out of the model, for it repeats exactly: ${other}.`,
    fewerResamples: (done: number, asked: number) =>
      done > 0
        ? `Intervals of the shares are from ${count(done)} resamples instead of ${count(asked)}: so many different customers would take too long.`
        : `The shares have no intervals: so many different customers and behaviours would take too long.`,
    reweighed: (resamples: number) =>
      `The shares’ intervals are from ${count(resamples)} resamples in which each customer’s part in the models is weighed anew; to fit every model anew would take too long. With so many different customers both give nearly the same intervals.`,
    noPath: "The penalty could not be chosen: a part of the customers has one outcome only.",
    coxColumns: "Time until leaving needs a log: a table with one row a customer does not tell when.",
    coxInfinite: (names: readonly string[]) =>
      `Time until leaving: nobody with ${quoted(names)} left, or everybody first; the hazard ratios have no finite estimate.`,
    coxNone: "Time until leaving could not be estimated.",
    coxBent: (names: readonly string[]) =>
      `Hazard ratios change with time: ${quoted(names)}. The ratio shown is an average.`,
  },
  finding: {
    customers: "Customers in the model",
    effect: (name: string) => `${name}: difference in staying`,
    lost: "Customers who left",
  },
  table: {
    levers: "Behaviours in the model",
    verdict: "What to do",
    oddsRatio: "Odds ratio",
    interval: "95% interval",
    points: "Difference, pp",
    pointsInterval: "95% interval, pp",
    p: "p",
    q: "q",
    crude: "Odds ratio alone",
    crudeQ: "q alone",
    counts: "Who has it, and who stays",
    on: "With it",
    stayedOn: "Stayed",
    retentionOn: "Share",
    off: "Without",
    stayedOff: "Stayed",
    retentionOff: "Share",
    unknown: "Not known",
    retentionUnknown: "Share that stayed",
    units: "Measures by a unit",
    mean: "Mean",
    deviation: "Standard deviation",
    oddsUnit: "Odds ratio, a unit",
    pointsUnit: "Difference, pp a unit",
    bent: "p of a bend",
    shares: "How much each behaviour tells of staying (parts of McFadden’s R²)",
    first: "First",
    shapley: "Shapley",
    last: "Last",
    share: "Share of all",
    largest: "Largest in resamples",
    controls: "What is held alike",
    column: "Column",
    segment: "Segment",
    reference: "Against",
    pOfAll: "p of the column",
    gvif: "Variance inflation",
    overlap: "Do behaviours tell the same?",
    with: "Closest to",
    correlation: "Correlation",
    pWithout: "p without that one",
    model: "The model as a whole",
    what: "What",
    value: "Value",
    customers: "Customers",
    stayed: "Stayed",
    lost: "Left",
    incomplete: "A behaviour not known",
    incompleteLost: "… and left",
    modelled: "In the model",
    parameters: "Parameters",
    rarer: "Customers of the rarer outcome",
    missing: "Missing until a model is worth trying",
    perParameter: "… for each parameter",
    needed: "Customers asked for (Riley)",
    mcFadden: "McFadden’s R²",
    coxSnell: "Cox and Snell’s R²",
    whole: "p of the whole",
    path: { ridge: "Odds ratios under a ridge penalty", lasso: "Odds ratios under a lasso penalty" },
    best: "Best penalty",
    simplest: "Strongest within one error",
    shrunk: "out",
    lambda: "Penalty λ",
    cox: (customers: number, left: number, days: number) =>
      `Time until leaving: ${base.customers(customers)}, ${count(left)} left, followed for up to ${base.days(days)}`,
    hazard: "Hazard ratio",
    proportional: "p of changing with time",
  },
  ...figures,
  method: {
    model: (f: { method: "likelihood" | "firth"; customers: number; stayed: number; parameters: number }) =>
      `log odds of staying = b₀ + Σ b · behaviour + Σ c · control; ${count(f.stayed)} of ${base.customers(f.customers)} stayed, ${count(f.parameters)} parameters, ${f.method === "likelihood" ? "maximum likelihood" : "Firth’s penalised likelihood"}`,
    lever: (f: { name: string; coefficient: string; odds: string; step: string | null }) =>
      `${f.name}: exp(${f.coefficient}${f.step === null ? "" : ` · ${f.step}`}) = ${f.odds}`,
    shares: (whole: string, controls: string) =>
      `R² of everything ${whole}, of the controls alone ${controls}; Shapley parts add up to the difference`,
    notes: {
      intervals:
        "Intervals are those of the profile likelihood, p is that of the likelihood ratio; q is p adjusted after Benjamini and Hochberg over all behaviours, and below 5% a behaviour is told.",
      effect:
        "The difference in points is the average marginal effect: the model’s share of staying with and without the behaviour (of a measure: its slope), averaged over the customers as they are; interval by the delta method, and of a behaviour that fixes the outcome from the ends of its coefficient’s interval.",
      flic: "Probabilities of Firth’s model have their intercept fitted anew (FLIC), so that their mean is what was observed.",
      measures:
        "A behaviour without a threshold is taken as measured and shown by one standard deviation; a column of noughts and ones is on or off.",
      missing: "Customers of whom a behaviour is not known are left out of the model; not known is not none.",
      indicator: "Customers of whom a behaviour is not known stay in with a column that says so.",
      verdicts: (delta: string) =>
        `Keep: q below 5% and goes with staying. Explained: told alone (p below 5%), not beside the others, which take a third or more of it away; named is the one without which most of it comes back; where p beside the others is below 5% and q is not, it is only in part. Merge: correlation above ${number(0.6)} with one of which more is told, or as little. Turned round: the sign alone is not that beside the others. No difference that matters: the whole interval within ${delta}.`,
      interactions: "No interactions: each behaviour has the same odds ratio for all customers.",
      shares: "Controls are in every model of the shares; all subsets of behaviours are fitted.",
      path: (folds: number) =>
        `The penalty is chosen by cross-validated deviance over ${count(folds)} folds of the customers’ ids; controls are not penalised; such coefficients are shrunk on purpose and have no interval.`,
      cox: "Time until leaving is counted from the day the outcome begins; left for good is who shows no activity for as long as the outcome window; nobody is followed nearer to the end of the data than that. With contracts: the end of the last one.",
      bands: (columns: readonly string[]) =>
        `${list(columns)}: numbers with many values are divided at the quartiles.`,
      small: "Segments with fewer than 10 customers, and all but the eight largest, are put together.",
    },
    sources: {
      firth:
        "Penalised likelihood: Firth (1993), Biometrika 80, 27–38; Heinze & Schemper (2002), Stat. Med. 21, 2409–2419; probabilities: Puhr et al. (2017), Stat. Med. 36, 2302–2317.",
      profile:
        "Profile intervals: Venables & Ripley (2002), Modern Applied Statistics with S, §7.2 and ch. 8.",
      bh: "Many behaviours: Benjamini & Hochberg (1995), J. R. Statist. Soc. B 57, 289–300.",
      gvif: "Variance inflation: Fox & Monette (1992), J. Amer. Statist. Assoc. 87, 178–183.",
      shapley:
        "Shares: Lindeman, Merenda & Gold (1980); Grömping (2007), Amer. Statist. 61, 139–147; R²: McFadden (1974).",
      riley: "How many customers: Riley et al. (2019), Stat. Med. 38, 1276–1296.",
      cox: "Time until leaving: Cox (1972), J. R. Statist. Soc. B 34, 187–220; Grambsch & Therneau (1994), Biometrika 81, 515–526.",
      path: "Penalties: Friedman, Hastie & Tibshirani (2010), J. Stat. Softw. 33(1).",
    },
  },
  who: {
    all: "Customers in the comparison",
    incomplete: "Customers of whom a behaviour is not known",
    on: (name: string) => `With ${name}`,
    off: (name: string) => `Without ${name}`,
    unknown: (name: string) => `${name} not known`,
    lost: (group: string) => `${group}: left`,
    stayed: (group: string) => `${group}: stayed`,
  },
  code: {
    what: "Odds ratios of staying with their intervals. SQL counts who has a behaviour; the model’s numbers stand in it as they were found.",
    names: "What each behaviour is called.",
    scale: "A scale that holds all intervals; what lies beyond its edges stands at the edge.",
  },
};

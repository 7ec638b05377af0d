import { count, number } from "./amounts";

const variants = (n: number) => count(n, { one: "variant", other: "variants" });
const expectations = (n: number) => count(n, { one: "expectation", other: "expectations" });
const entries = (n: number) => count(n, { one: "entry", other: "entries" });
const share = new Intl.NumberFormat("en", { style: "percent" });

/** What was expected before a run, and every variant that was tried. */
export const ledger = {
  ledger: {
    title: "Hypotheses",
    empty: "Nothing was written down and no analysis has answered yet.",
    write: "Write down what you expect",
    first: "Write down what I expect before it runs",
    form: "What you expect",
    lead: "Written before the answer, a guess becomes a test. It cannot be changed afterwards.",
    seen: (n: number) =>
      `These data have already answered this question: ${count(n, { one: "answer", other: "answers" })}. What is written now was not written beforehand, and that will be said.`,
    behaviour: "Behaviour",
    direction: "More of it goes with",
    directions: { stay: "staying", leave: "leaving", none: "neither" },
    metric: "Measured by",
    metricHint: "attrition, top quarter against bottom",
    threshold: "True from",
    thresholdHint: "5 percentage points less",
    save: "Write it down",
    saveAndRun: "Write it down and run",
    without: "Run without it",
    cancel: "Cancel",
    incomplete: "Behaviour, measure and threshold: each needs a word.",
    claim: {
      stay: (behaviour: string) => `Expected: more “${behaviour}” goes with staying.`,
      leave: (behaviour: string) => `Expected: more “${behaviour}” goes with leaving.`,
      none: (behaviour: string) => `Expected: “${behaviour}” makes no difference.`,
    },
    claimed: (metric: string, threshold: string) => `Measured by: ${metric}. True from: ${threshold}.`,
    written: (moment: string) => `Written ${moment}`,
    place: (place: number, of: number) =>
      of === 1
        ? "The first variant of this question"
        : `Variant ${number.format(place)} of ${number.format(of)} tried for this question`,
    yes: "written down beforehand: yes",
    oneOf: (n: number) => `written down beforehand: yes, with ${expectations(n)} in all`,
    otherSettings: "written down beforehand: yes, but with other settings",
    late: (n: number) => `written down only after ${variants(n)}`,
    no: "written down beforehand: no",
    show: "What was tried",
    hide: "Hide what was tried",
    chance: (n: number, chance: number) =>
      `Of ${number.format(n)} variants on the same data, were they independent, at least one would miss its 95% interval by chance alone with a probability of ${share.format(chance)}.`,
    earlier: (n: number) => `${entries(n)} before these are not shown.`,
    noVerdict: "It gave no verdict.",
    changed: (label: string, old: string, now: string) => `${label}: ${old} → ${now}`,
    nothing: "–",
    rule: "as it was set then",
    meaning: "What the columns mean, or what counts as active, is another.",
    otherData: "On other data.",
    counts: (tried: number, claims: number) =>
      claims ? `${variants(tried)}, ${expectations(claims)}` : variants(tried),
    fault: (n: number) =>
      `This trail was changed outside of Ebb: from entry ${number.format(n)} on it is not what was written.`,
    erased: (n: number, moment: string) => `Erased ${moment}: ${entries(n)}.`,
    lost: (n: number) => `Could not be read from the file: ${entries(n)}.`,
    head: "Mark of this trail; note it elsewhere, and nobody can change what stands here unnoticed:",
    erase: "Erase the trail",
    eraseSure: (n: number) => `Erase ${entries(n)} for good? That it was done will stay here.`,
    eraseYes: "Yes, erase",
  },
};

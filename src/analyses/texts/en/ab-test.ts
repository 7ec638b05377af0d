import { form } from "./ab-test-form";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, day, list, plural } = formatsOf("en");

type Told = Readonly<Record<"arm" | "control" | "metric" | "value" | "other" | "by" | "interval", string>>;

export const abTest = {
  form,
  anyActivity: "any activity",
  oneIn: (each: string) => `1 in ${each}`,
  of: (x: string, n: string) => `${x} of ${n}`,
  base: (arm: number, control: number) => `${count(arm)} against ${base.customers(control)}`,
  verdict: {
    noRows: "This cannot be told: no row has a customer.",
    noVariant: "This cannot be told: no customer has a variant.",
    oneArm: (arm: string) =>
      `This cannot be told: all customers got “${arm}”, so there is nobody to compare them with.`,
    manyArms: (n: number) =>
      `This cannot be told: the column has ${count(n)} different values, which is no column of a test’s variants.`,
    noControl: (control: string) => `This cannot be told: no customer has the variant “${control}”.`,
    broken: (f: { sizes: string; planned: string; alarm: string; accounts: boolean }) =>
      `Nothing can be said of the change: the arms have ${f.sizes} ${f.accounts ? "accounts" : "customers"}, and a split planned as ${f.planned} gives such sizes by chance with a probability below the alarm at ${f.alarm}. Something puts customers into the wrong arm, or loses them on the way.`,
    nobodyFollowed:
      "This cannot be told yet: in one of the arms no customer has been there long enough, or has a known outcome.",
    notCompared: {
      "no-spread": (metric: string) =>
        `Of “${metric}” nothing can be told: it is the same for everybody in both arms, so there is no chance to reckon with.`,
      "too-few-accounts": (metric: string) =>
        `Of “${metric}” nothing can be told: an arm has fewer than two accounts, and what varies by lot is the account.`,
      "mean-of-accounts": (metric: string) =>
        `Of “${metric}” nothing can be told by accounts: it is a number, and only shares are compared by accounts here.`,
      "no-base": (metric: string) =>
        `Of “${metric}” nothing can be told yet: in one of the arms nobody’s is known.`,
      always: (metric: string) =>
        `Of “${metric}” nothing can be told yet: without any spread there is no interval that holds at every look.`,
    },
    early: (n: number, planned: number) =>
      `The test has ${count(n)} of the ${count(planned)} customers planned for each arm, and is judged when it has them; what stands here may turn round until then.`,
    raises: (f: Told) =>
      `“${f.arm}” raises “${f.metric}”: ${f.value} against ${f.other} with “${f.control}”, higher by ${f.by} (${f.interval}).`,
    lowers: (f: Told) =>
      `“${f.arm}” lowers “${f.metric}”: ${f.value} against ${f.other} with “${f.control}”, lower by ${f.by} (${f.interval}).`,
    small: (f: Told, effect: string) =>
      `“${f.arm}” changes “${f.metric}” by less than the ${effect} that would matter: ${f.value} against ${f.other} with “${f.control}”, a difference of ${f.by} (${f.interval}).`,
    open: (f: Told) =>
      `Whether “${f.arm}” changes “${f.metric}” cannot be told: ${f.value} against ${f.other} with “${f.control}”, a difference of ${f.by} (${f.interval}).`,
    sure: (effect: string) => `The whole interval lies below the ${effect} that would matter.`,
    natural: (n: number, total: number) => `That is about ${count(n)} of ${count(total)} customers.`,
    detectable: (by: string) => `So many customers show a difference of ${by} four times in five.`,
    besides: (f: Told, raises: boolean) =>
      `Besides, “${f.arm}” ${raises ? "raises" : "lowers"} “${f.metric}”: ${f.value} against ${f.other}.`,
    plan: (f: {
      effect: string;
      power: string;
      baseline: string;
      perArm: number;
      total: number;
      weeks: number | null;
    }) =>
      `To see a difference of ${f.effect} from ${f.baseline} with a chance of ${f.power}, each arm needs ${base.customers(f.perArm)}, ${count(f.total)} together${f.weeks === null ? "" : `; at the given pace that takes ${count(f.weeks)} ${plural(f.weeks, { one: "week", other: "weeks" })}`}.`,
    noPlan: (effect: string, baseline: string) =>
      `This cannot be planned: no share lies ${effect} above or below ${baseline}.`,
  },
  next: {
    rows: "Choose the columns of the customer and of the variant.",
    variant: "Choose another column as the variant of the test.",
    control: "Choose a control that the column has.",
    broken:
      "Find out where the two arms part: who is sent there, what fails, which rows are lost, and whether robots are in one arm only. Then run the test again.",
    wait: "Wait until the planned size is reached, or have the test judged at every look.",
    follow: "Wait until more customers have been in the test for the whole time.",
    found:
      "If that is what was hoped for, roll it out and keep a small part without it, to see whether it lasts; if not, leave it out and ask what about it drives customers away.",
    small: "Decide by cost: the change neither helps nor harms by as much as matters.",
    open: "Plan a larger test, or a change that does more: the size that is needed stands under “planned” in the sentence’s first choice.",
    plan: "Write down the outcome that decides and this size before the test begins, and judge it once, at the end.",
    other: "Choose another outcome.",
    account: "Have customers assigned one by one counted as such, or add more accounts.",
  },
  caveat: {
    unplanned:
      "Nobody said at what size the test was to end. Who looks again and again until something shows finds a difference that is not there far more often than in one test of twenty. Give the planned size, or have it judged at every look.",
    clustered: (several: number, all: number) =>
      `${count(several)} of ${count(all)} accounts have several customers, and each of these accounts lies in one arm alone: it looks as if accounts were assigned, not customers. Then the intervals are too narrow; choose accounts in the sentence.`,
    splitAccounts: (split: number, all: number) =>
      `${count(split)} of ${count(all)} accounts have customers in several arms: accounts were not what was assigned. Choose customers in the sentence.`,
    near: (p: string) =>
      `The split is no alarm at the level chosen, but it is not usual either (p ${p}): look at how customers come into the arms.`,
    several: (n: number, all: number) =>
      `${base.customers(n)} of ${count(all)} got several variants and ${plural(n, { one: "is", other: "are" })} left out: who saw both tells nothing of either.`,
    none: (n: number) =>
      `${base.customers(n)} ${plural(n, { one: "has", other: "have" })} no variant and ${plural(n, { one: "is", other: "are" })} left out.`,
    "no-account": (n: number) =>
      `${base.customers(n)} ${plural(n, { one: "has", other: "have" })} no account and ${plural(n, { one: "is", other: "are" })} left out.`,
    "no-time": (n: number) =>
      `Of ${base.customers(n)} nobody knows when they were assigned; they are left out.`,
    early: (n: number) =>
      `${base.customers(n)} ${plural(n, { one: "was", other: "were" })} assigned before the log begins and ${plural(n, { one: "is", other: "are" })} left out: what they did first is not in it.`,
    late: (n: number, within: number) =>
      `${base.customers(n)} cannot be seen yet for all ${count(within)} days and ${plural(n, { one: "is", other: "are" })} left out: all are given the same time.`,
    missing: (f: { metric: string; arms: readonly string[]; differs: boolean }) =>
      `“${f.metric}” is not known of all: ${list(f.arms)}. ${f.differs ? "More are missing in one arm than chance would do: those who are left are no longer alike, and the difference may come from that." : "They are left out of this outcome."}`,
    missingOf: (arm: string, x: number, n: number) => `“${arm}” ${count(x)} of ${count(n)}`,
    covariate:
      "What is from before the test differs between the arms by more than chance would do: the split is spoilt, or the number is from after the assignment.",
    noAdjustment: (metric: string) =>
      `The number from before could not be used for “${metric}”: it is the same for everybody, or not known.`,
    fewBefore: (n: number, all: number) =>
      `The number from before is known of ${count(n)} of ${base.customers(all)}; the adjusted difference is theirs.`,
    fewAccounts: (n: number) =>
      `An arm has ${count(n)} accounts: with fewer than 30 the interval is told too narrow even so.`,
    small: (names: readonly string[]) =>
      `Small sample in ${list(names)}: a few customers more or less would move the share.`,
    skewed: "A mean can hang on a few very large values; look at its spread beside it before you act on it.",
    followUp:
      "A table of outcomes does not say whether all were watched for the same time. If the arms were filled at different times, ask for it from a log.",
    fewExpected: "An arm was planned so small that the test of the split is rough.",
    many: (n: number) =>
      `${count(n)} comparisons are judged together: q is what counts, and a difference that stands out alone may not stand out among them.`,
  },
  finding: {
    customers: "Customers in the test",
    split: "Chance of such a split if it was kept",
    variants: "Different values of the variant",
    primary: (arm: string, metric: string) => `“${metric}”, “${arm}” less control`,
    noIntervalOfP: "A probability, shown without an interval.",
    perArm: "Customers needed in each arm",
    noIntervalOfPlan: "Reckoned from what is planned, not estimated.",
  },
  table: {
    shares: "Outcomes by variant",
    metric: "Outcome",
    variant: "Variant",
    customers: "Customers",
    reached: "With the outcome",
    rate: "Share",
    interval: "95% interval",
    means: "Means by variant",
    mean: "Mean",
    deviation: "Standard deviation",
    contrasts: "Differences from the control",
    difference: "Difference",
    adjusted: "Adjusted for what was before",
    varianceLeft: "Variance left",
    always: "Interval for all looks",
    ratio: "Ratio",
    p: "p",
    q: "q",
    detectable: "Seen four times in five from",
    designEffect: "Customers that count as one",
    split: "How the test was filled",
    planned: "Planned part",
    expected: "Expected",
    assigned: "Assigned",
    accounts: "Accounts",
    followed: "Compared",
    states: "Who is compared",
    state: "Customers",
    stateNames: {
      in: "Compared",
      none: "Without a variant",
      several: "In several variants",
      "no-account": "Without an account",
      "no-time": "Without a date of the assignment",
      early: "Assigned before the log begins",
      late: "Not yet there for the whole time",
    },
    sizes: "How many customers it takes",
    effect: "Difference",
    rise: "To see a rise, each arm",
    fall: "To see a fall, each arm",
    perArm: "Each arm",
    weeks: "Weeks",
  },
  figure: {
    title: "Outcomes by variant",
    caption: (isLog: boolean) =>
      `Dots are the share of each variant’s customers with the outcome${isLog ? " in the days after the assignment" : ""}, lines their 95% intervals (Wilson). All who were assigned count, whatever they did with it.`,
    alternative: (shares: string) => `Share with the outcome: ${shares}.`,
    one: (metric: string, arm: string, rate: string) => `${metric}, ${arm}: ${rate}`,
    axis: "Share with the outcome",
    contrasts: {
      title: "Differences from the control",
      caption: (always: boolean) =>
        `Dots are differences of shares, lines ${always ? "intervals that hold at every look" : "95% intervals"}. Right of the line at 0 the variant has more.`,
      alternative: (all: string) => `Differences in percentage points: ${all}.`,
      axis: "Percentage points",
    },
  },
  who: {
    arm: (arm: string) => `Assigned to ${arm}`,
    known: (metric: string, arm: string) => `${arm}, compared in ${metric}`,
    reached: (metric: string, arm: string) => `${arm}, with ${metric}`,
  },
  method: {
    share: (f: { metric: string; arm: string; x: number; n: number; cx: number; cn: number; by: string }) =>
      `“${f.metric}”, “${f.arm}”: ${count(f.x)} / ${count(f.n)} − ${count(f.cx)} / ${count(f.cn)} = ${f.by}`,
    mean: (f: { metric: string; arm: string; one: string; other: string; by: string }) =>
      `“${f.metric}”, “${f.arm}”: ${f.one} − ${f.other} = ${f.by}`,
    split: (chi: string, df: number, p: string) =>
      `split: Σ (assigned − expected)² / expected = ${chi}, ${count(df)} df, p = ${p}`,
    plan: "n of each arm = (z(1 − α/2)·√(2p̄(1 − p̄)) + z(power)·√(p₁(1 − p₁) + p₂(1 − p₂)))² / (p₁ − p₂)², α = 5%, rounded up",
    none: "nothing was compared",
    notes: {
      itt: "Everybody counts in the arm they were put into, whatever they did with it (intention to treat).",
      lot: "Because lot decided who got what, a difference that is told here comes from the variant.",
      follow: (within: number) =>
        `Only customers who could be seen for ${count(within)} days from their assignment are compared.`,
      clock: (first: string, asOf: string) => `The log covers ${day(first)} to ${day(asOf)}.`,
      split: (alarm: string) =>
        `The split is tested on all who were assigned, before anybody is left out, and blocks the verdict below ${alarm}.`,
      p: "p is that of Pearson’s chi-square for two shares, or of Fisher’s exact test where fewer than 5 are expected; of means Welch’s t.",
      q: (tests: number) =>
        `${count(tests)} ${plural(tests, { one: "comparison is", other: "comparisons are" })} one family; q is p after Benjamini and Hochberg, and the verdict asks for q of at most 5%. Intervals are each for itself.`,
      always: (planned: number | null) =>
        `The interval holds at every look, however often one looks; it is narrowest at ${planned === null ? "the present size" : `${count(planned)} customers of each arm`}.`,
      fixed: (planned: number) => `Judged once, when each arm has ${count(planned)} customers.`,
      cluster:
        "Accounts were assigned: errors allow for customers of one account being alike, and t has as many degrees of freedom as there are accounts less two.",
      cuped: (column: string) =>
        `Adjusted: what “${column}” from before the test explains is taken out of the outcome.`,
      effect: (effect: string) =>
        `A difference is called small where its whole interval lies within ${effect} on both sides of 0.`,
      plan: (power: string) =>
        `Two arms of the same size, two-sided test at 5%, power ${power}; of a rise and a fall the larger number counts.`,
    },
    sources: {
      srm: "Split: Kohavi, Tang & Xu (2020), Trustworthy Online Controlled Experiments, ch. 21.",
      newcombe: "Difference of two shares: Newcombe (1998), Stat. Med. 17, 873–890, method 10.",
      ratio: "Ratio of two shares: Katz et al. (1978), Biometrics 34, 469–474, method C.",
      bh: "Many comparisons: Benjamini & Hochberg (1995), J. R. Statist. Soc. B 57, 289–300.",
      welch: "Difference of two means: Welch (1947), Biometrika 34, 28–35.",
      cluster:
        "Accounts: Liang & Zeger (1986), Biometrika 73, 13–22; Deng, Knoblich & Lu (2018), KDD, 233–242.",
      cuped: "Numbers from before: Deng, Xu, Kohavi & Walker (2013), WSDM, 123–132.",
      always: "Every look: Howard, Ramdas, McAuliffe & Sekhon (2021), Ann. Statist. 49, 1055–1080.",
      power:
        "Size: Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., ch. 4.",
    },
  },
  code: {
    what: "The share of each variant’s customers with the outcome, with its interval. SQL counts, this cell draws.",
  },
};

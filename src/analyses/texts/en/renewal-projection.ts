import { form } from "./renewal-projection-form";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, plural } = formatsOf("en");

type NotFitted =
  | "no-base"
  | "bad-curve"
  | "one-renewal"
  | "nobody-lost"
  | "all-at-once"
  | "nobody-left"
  | "alike"
  | "not-converged";
type CurveFault = "repeated-renewal" | "gap" | "rises" | "negative" | "no-start";

const renewals = (n: number) => `${count(n)} ${plural(n, { one: "renewal", other: "renewals" })}`;
const terms = (n: string) => `${n} terms`;

export const renewalProjection = {
  form,
  verdict: {
    notFitted: {
      "no-base": "This cannot be told: nobody has come to a renewal of which it is known how it ended.",
      "bad-curve": "This cannot be told: the survivors contradict themselves.",
      "one-renewal":
        "This cannot be told: one renewal has been seen, and from one share how customers differ cannot be had. Two are the least, three or more are wanted.",
      "nobody-lost":
        "This cannot be told: nobody has left at a renewal so far, so nothing says how soon they will.",
      "all-at-once":
        "This cannot be told: all who left did so at the first renewal, and the form of what follows is not in the data.",
      "nobody-left": "This cannot be told: everybody left at the first renewal; there is nobody to project.",
      alike: "",
      "not-converged":
        "This cannot be told: the estimation did not come to an end, so the data do not tell the model's parameters.",
    } satisfies Record<NotFitted, string>,
    alike: (f: { rate: string; interval: string }) =>
      `The data show no sorting of customers: a constant share of ${f.rate} (${f.interval}) passing each renewal fits as well as any that rises. Multiply it on; there is no curve to project.`,
    found: (f: {
      n: number;
      last: number;
      seen: string;
      horizon: number;
      expected: string;
      interval: string;
      thatIs: string;
    }) =>
      `Of ${base.customers(f.n)}, ${f.seen} were still there after ${renewals(f.last)}. After ${renewals(f.horizon)} the model expects ${f.expected} (${f.interval}). ${f.thatIs}`.trim(),
    sorting: (f: { first: string; later: string; renewal: number }) =>
      `The share that renews rises from ${f.first} at the first renewal to ${f.later} at renewal ${count(f.renewal)}, in this model by sorting alone: those likely to leave are gone first, nobody grows more loyal.`,
    value: (f: { terms: string; value: string }) =>
      `A new customer is worth ${terms(f.terms)} of margin: ${f.value}.`,
    valueTerms: (f: { terms: string }) => `A new customer is worth ${terms(f.terms)} of margin, discounted.`,
  },
  next: {
    table: "Check the table of survivors: one row a renewal, beginning with the customers at the start.",
    noBase: "Wait for the first renewals, or set the months of a term and the day the data are known until.",
    more: "Come back after the next renewal, or use older cohorts too.",
    alike: "Look at survival by segment: the sorting may lie between groups that you know.",
    cohorts: "Look at the cohorts one by one: those that differ cannot share one projection.",
    hold: "Hold a few renewals back (renewals to fit to) and see whether the model would have foreseen them.",
    missed: "Do not plan with it; look at the renewals where it strays, and at what was changed then.",
    use: "Use the projection for the value of a customer, and compare it when the next renewal has come.",
  },
  caveat: {
    few: (n: number) =>
      `Only ${renewals(n)} ${plural(n, { one: "has", other: "have" })} been seen: the form of the curve is the model's, not the data's.`,
    pooled: (n: number) =>
      `${count(n)} cohorts share one projection. Where newer customers are other customers than the older ones, it is a mean of both and right for neither.`,
    differ: (p: string) =>
      `The cohorts differ at their first renewal (chi-square, p = ${p}): one projection for all is a mean of customers who are not alike.`,
    missed: (f: { n: number; error: string }) =>
      `In the ${renewals(f.n)} held out the model was off by ${f.error} on average. Its projection is no plan.`,
    notHeld: "The model has not been held against renewals that it had not seen.",
    offTerm: (x: number, n: number, share: string) =>
      `${count(x)} of ${count(n)} ended contracts (${share}) ended more than a week away from a renewal. Is the term right?`,
    seasonal:
      "With terms shorter than a year, a month in which many leave can be a season, and a season is no sorting.",
    outOfModel:
      "A change of price, product or customers after the last renewal seen is not in the projection.",
    fault: (f: { cohort: string; why: CurveFault }) =>
      `${f.cohort === "" ? "The table" : `Cohort ${f.cohort}`} is left out: ${faults[f.why]}.`,
    small: (n: number) =>
      `Only ${base.customers(n)} have left at a renewal: the interval is wide, and a few more or less would move the curve.`,
    shares:
      "The first number of survivors is not above 100 or is no whole number: are they shares? Then say how many customers there were at the start, or the intervals are those of so few.",
    notYet: (n: number) =>
      `${base.customers(n)} have not come to a renewal of which it is known how it ended; they are left out.`,
  },
  table: {
    curve: "Still there, renewal by renewal",
    renewal: "Renewal",
    atRisk: "Came to it",
    renewed: "Passed it",
    lost: "Left at it",
    rate: "Share that renewed",
    interval: "95% interval",
    modelRate: "By the model",
    seen: "Still there, as seen",
    survival: "Still there, by the model",
    band: "95% interval of the model",
    lifetimes: "What is still to come of a customer",
    passed: "Renewals passed",
    terms: "Terms to come, discounted",
    value: "Worth of them",
    newCustomer: "A new customer, first term included",
    cohorts: "By cohort",
    cohort: "Cohort",
    customers: "Customers",
    firstRate: "Passed the first renewal",
    there: "Still there",
    all: "all",
    parameters: "Parameters",
    parameter: "Parameter",
    estimate: "Estimate",
    error: "Standard error",
  },
  who: {
    atRisk: (renewal: number) => `Came to renewal ${count(renewal)}`,
    renewed: (renewal: number) => `Passed renewal ${count(renewal)}`,
    lost: (renewal: number) => `Left at renewal ${count(renewal)}`,
    cohort: (name: string) => `First contract in ${name}`,
  },
  finding: {
    survival: (renewal: number) => `Still there after ${renewals(renewal)}, by the model`,
    seen: (renewal: number) => `Still there after ${renewals(renewal)}, as seen`,
    first: "Share that passes the first renewal, by the model",
    lifetime: "Terms to be expected of a new customer, discounted, the first included",
    held: (n: number) => `Mean error in ${renewals(n)} held out`,
    noInterval: "By the fitted parameters; see the interval of those still there.",
    noIntervalSeen: "Product of the shares that renewed, as counted.",
    noIntervalHeld: "A comparison with what was counted.",
  },
  figure: {
    title: "Still there after each renewal",
    caption:
      "A dot is the share of the customers at the start who were still there, as counted (hollow: renewals that the model had not seen). The line is the model's, dashed past the last renewal seen, the band its 95% interval: what is not known of its parameters, not the chance in few customers.",
    alternative: (f: { last: number; seen: string; horizon: number; expected: string; interval: string }) =>
      `${f.seen} seen after ${renewals(f.last)}; ${f.expected} (${f.interval}) expected after ${renewals(f.horizon)}.`,
    x: "Renewals passed",
    y: "Still there",
    code: "The share still there after each renewal, as counted and by the shifted beta-geometric model. SQL counts and reckons the curve, this cell draws.",
  },
  retention: {
    title: "Share that renews, by sorting alone",
    caption:
      "A dot is the share of those who came to a renewal and passed it, the thin line its 95% interval (Wilson). The line is what the model implies: each customer keeps the same chance, but those likely to leave are gone first, so the share among the others rises.",
    alternative: (f: { first: string; last: string; renewal: number }) =>
      `The model's share rises from ${f.first} at the first renewal to ${f.last} at renewal ${count(f.renewal)}.`,
    x: "Renewal",
    y: "Passed it",
  },
  method: {
    survival: "S(t) = S(t − 1)·(β + t − 1)/(α + β + t − 1)",
    parameters: (alpha: string, beta: string, n: number) =>
      `α = ${alpha}, β = ${beta}; maximum likelihood from ${base.customers(n)}`,
    lifetime: (discount: string) =>
      `terms to come after m renewals = Σ S(t)/S(m)·(1 + d)^−(t − m − 1), t > m, with d = ${discount}; a new customer: 1 + that/(1 + d)`,
    shifted:
      "Shifted beta-geometric: each customer leaves at every renewal with a chance of their own, beta(α, β) over customers, that stays the same all their life.",
    contracts: (grace: number) =>
      `A customer lives from the first start as long as the next contract begins at most ${base.days(grace)} after the last one ended; who comes back later counts as lost. Leaving within a term counts at its end. A renewal counts once the ${base.days(grace)} after it are over, and as passed by those who are then still there (a week later at least).`,
    table:
      "The rows of a cohort are its survivors at the start, after the first renewal, after the second and so on.",
    held: (most: string) =>
      `Held out: the mean of |expected − seen|/seen. Above ${most} the verdict is “cannot tell”.`,
    association: "The model describes; it does not say what would make customers stay.",
  },
  source: {
    sbg: "Fader & Hardie (2007), How to project customer retention, J. Interactive Marketing 21, 76–90.",
    value:
      "Fader & Hardie (2010), Customer-base valuation in a contractual setting, Marketing Science 29, 85–93.",
  },
};

const faults: Record<CurveFault, string> = {
  "repeated-renewal": "a renewal stands in it twice",
  gap: "a renewal is missing between others",
  rises: "there are more survivors after a renewal than before it",
  negative: "a number of survivors is below 0",
  "no-start": "nobody is there at the start",
};

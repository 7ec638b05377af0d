import { form } from "./unit-economics-form";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, day, month, monthShort, number, plural } = formatsOf("en");

const months = (n: number) => `${count(n)} ${plural(n, { one: "month", other: "months" })}`;

export const unitEconomics = {
  form,
  verdict: {
    noRows: "This cannot be told: no row of the table could be used.",
    noCac: (f: { value: string; interval: string | null; months: number }) =>
      `A customer brings ${f.value}${f.interval ? ` (${f.interval})` : ""} in ${months(f.months)}. What it costs to win one is not known, so whether that pays cannot be told.`,
    found: (f: { value: string; interval: string | null; months: number; cac: string }) =>
      `A customer brings ${f.value}${f.interval ? ` (${f.interval})` : ""} in ${months(f.months)}, and winning one costs ${f.cac}.`,
    pays: (profit: string) => `That leaves ${profit} a customer.`,
    loses: (loss: string) => `That is ${loss} too little a customer.`,
    "cannot tell": "Whether that pays cannot be told: the interval holds the cost.",
    payback: (f: { month: number; range: string | null }) =>
      `The cost is back in month ${count(f.month)}${f.range ? ` (${f.range})` : ""}.`,
    noPayback: (n: number) => `The cost is not back within ${months(n)}.`,
  },
  next: {
    noRows: "Check which columns are the customer and the dates.",
    cac: "Choose a table of spend, or put in what it costs to win a customer.",
    refused: {
      currencies: "Keep one currency in the table of spend.",
      negative: "Check the amounts of the table of spend: a month cannot cost less than nothing.",
      "no common month": "Load spend of months before the last one of the data.",
    },
    measured:
      "Put in on how many customers the rate was measured, or let the data show how long customers stay.",
    sensitivity: "Look at what changes the profit most, and how surely you know it.",
    horizon: "Load data of more time, or put in the margin more exactly.",
  },
  caveat: {
    inputs: "Margin and discount are taken as put in; an interval tells only how surely survival is known.",
    noInterval:
      "Nobody says on how many customers the rate was measured: how sure the number is cannot be told.",
    constant:
      "One rate for every month: real customers leave most in their first months, and those who stay leave less.",
    reach: (reached: number, asked: number) =>
      `The data follow customers for ${months(reached)} only. What they bring until month ${count(asked)} is unknown and left out, not taken as nothing: the number is a lower limit.`,
    few: (n: number) => `Only ${base.customers(n)}: a few more or less would move everything here.`,
    blended:
      "Spend and customers are not divided by channel: a blended cost hides that one channel may be cheap and another dear.",
    sameMonth:
      "Spend of a month is held against the customers of the same month. Where it takes longer to win one, the cost of single months is wrong; over a year it matters less.",
    refused: {
      currencies: "The spend is in several currencies and is not summed.",
      negative: "The spend of a month is negative and is not used.",
      "no common month": "No month of the spend lies before the month in which the data end.",
    },
    returned: "A customer who left and came back counts as there all the time.",
    kept: "A customer kept is taken to be worth as much as a new one.",
  },
  table: {
    summary: "One customer",
    what: "What",
    value: "Value",
    interval: "95% interval",
    rows: {
      ltv: (n: number) => `Brings in ${months(n)}`,
      cac: "Costs to win",
      profit: "Remains",
      ratio: "Brings for each unit of cost",
      payback: "Cost is back in month",
      loss: "Lost a month, on average",
      simple: "Margin over that loss: as if it were the same for ever",
      referral: "Costs to win by referral (both discounts)",
      against: "Cheaper by referral",
      keepCost: "Costs to keep one",
      breakEven: "Of those worked on, must stay because of it",
    },
    notBack: "not within the months",
    curve: "Month by month of a customer's life",
    month: "Month",
    survival: "Still there",
    brought: "Brought by then",
    followed: "Followed up to it",
    gone: "Gone at its opening",
    scenarios: "What changes the profit",
    scenario: "If",
    profit: "Remains",
    change: "Change",
    scenarioNames: {
      "retention +1": "1 pp more stay each month",
      "retention +5": "5 pp more stay each month",
      "retention -1": "1 pp fewer stay each month",
      "margin +10": "margin 10% higher",
      "margin -10": "margin 10% lower",
      "cac +10": "winning 10% dearer",
      "cac -10": "winning 10% cheaper",
      "discount +1": "discount 1 pp higher",
    },
    budget: "The budget divided",
    split: "For winning",
    won: "Customers won",
    workedOn: "Customers worked on to stay",
    authors: (share: string) => `${share} (the article's)`,
    months: "Cost to win a customer, by month",
    channel: "Channel",
    everyChannel: "all",
    noChannel: "(none)",
    spend: "Spend",
    newCustomers: "New customers",
    cac: "Cost of one",
    yearly: "Cost to win a customer, year on year",
    before: "Twelve months before",
    after: "Last twelve months",
    claims: "Numbers of the article, reckoned again",
    claim: "The article says",
    reckoned: "Reckoned",
    claimRows: [
      [
        "winning costs 5 times what keeping does; 50,000 to win",
        "50,000 / 5 = 10,000 to keep: an example, not a law",
      ],
      ["80% of the budget for winning, 20% for keeping", "a claim about other companies, without a source"],
      ["growth of 3,900% in 15 months", "× 40 in 15 months is 27.9% a month, compounded"],
      ["15% off for both sides of a referral", "30% of a basket for a customer won"],
      [
        "retention from 5% to 25% gives 95% more profit",
        "garbled: the source says 5 pp more retention, 25 to 95% more profit, and no law",
      ],
    ] as readonly (readonly [string, string])[],
  },
  who: {
    all: "All customers of the curve",
    gone: "Customers who left",
    followed: (month: number) => `Followed up to month ${count(month)} of their life`,
    goneIn: (month: number) => `Gone at the opening of month ${count(month)} of their life`,
    newIn: (opens: string, channel: string) =>
      `New in ${month(opens)}${channel === "" ? "" : `, ${channel}`}`,
  },
  monthOf: monthShort,
  finding: {
    ltv: "What a customer brings",
    cac: "What it costs to win one",
    noInterval: {
      put: "Put in, not measured.",
      counted: "A sum over a count; shown without an interval.",
      none: "Nobody left, or nobody says how many were measured.",
    },
  },
  figure: {
    value: {
      title: "What a customer has brought, month by month",
      caption: (hasBand: boolean) =>
        `The line is the discounted margin of one customer won, added up; those who leave bring no more.${hasBand ? " The band is its 95% interval, from how surely survival is known." : ""} Dashed: what it costs to win one. Where they cross, the cost is back.`,
      alternative: (f: { months: number; value: string; cac: string | null; payback: number | null }) =>
        `After ${months(f.months)} a customer has brought ${f.value}${f.cac === null ? "" : `, for a cost of ${f.cac}`}${f.payback === null ? "" : `, back in month ${count(f.payback)}`}.`,
      x: "Month of the customer's life",
      y: "Brought",
      cac: "Cost",
    },
    scenarios: {
      title: "What changes the profit of a customer",
      caption:
        "Each bar changes one thing and leaves all others as they are. Nought is the profit as it is now.",
      alternative: (rows: readonly { name: string; change: string }[]) =>
        rows.map(({ name, change }) => `${name}: ${change}`).join("; ") + ".",
      x: "Change of the profit",
    },
  },
  code: {
    what: "What one customer has brought, month by month of their life, and what it costs to win one. SQL adds up, this cell draws.",
  },
  method: {
    formula: (f: {
      margin: string;
      discount: string;
      value: string;
      cac: string | null;
      profit: string | null;
    }) => [
      "LTV = Σ margin · S(t) · d^t over the months t = 0, 1, 2 …, d = 1 / (1 + discount)",
      `margin ${f.margin} a month, discount ${f.discount} a month: LTV = ${f.value}`,
      ...(f.cac !== null && f.profit !== null
        ? [`profit of a customer = LTV − CAC = ${f.value} − ${f.cac} = ${f.profit}`]
        : []),
    ],
    simple:
      "Margin over monthly loss is shown beside it: it takes one rate for ever and no discount, and so says more than was ever seen.",
    survival: {
      inputs: "S(t) = (1 − attrition)^t; its interval comes from Wilson's interval of the rate.",
      contracts:
        "S(t) by Kaplan–Meier in whole months from each customer's first day: the margin of a month counts for those whose contract runs as it begins.",
      activity:
        "S(t) by Kaplan–Meier in whole months from each customer's first day until the day after the last activity; who was seen within the gap is followed only to its beginning.",
    },
    variance: "The interval of the sum follows from Greenwood's variance, as that of a restricted mean does.",
    sensitivity:
      "More retention raises the share that stays from each month to the next, never above all of them.",
    breakEven: (ratio: number) =>
      `A unit of money wins 1/CAC customers or pays for work on ${number(ratio, 2)}/CAC: both bring as much when one in ${number(ratio, 2)} of those worked on stays because of it.`,
    asOf: (iso: string) => `Data from ${day(iso)} on are not used; the clock of the computer plays no part.`,
    spent: (f: { from: string; to: string; spend: string; customers: number }) =>
      `CAC = ${f.spend} / ${count(f.customers)} new customers, ${month(f.from)} to ${month(f.to)}.`,
  },
  source: {
    ltv: "LTV from survival: Gupta et al. (2006), J. Service Research 9, 139–155.",
    restricted: "Variance: Klein & Moeschberger (2003), Survival Analysis, 2nd ed., section 4.5.",
    article: "Numbers named as the article's come from it without a source.",
  },
};

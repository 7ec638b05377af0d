import { form } from "./buy-till-you-die-form";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, day, number, percent, plural } = formatsOf("en");

type ModelName = "bg" | "mbg" | "pareto";
type NotFitted = "no-base" | "bad-row" | "nobody-repeats" | "not-converged" | "boundary";
type NoMoney = NotFitted | "currencies" | "all-equal" | "no-model";
type NoCheck = "no-time" | "outside" | "no-fit";

const weeks = (n: number) => `${number(n, 1)} ${plural(n, { one: "week", other: "weeks" })}`;

const model = { bg: "BG/NBD", mbg: "MBG/NBD", pareto: "Pareto/NBD" } satisfies Record<ModelName, string>;

export const buyTillYouDie = {
  form,
  model,
  weeks,
  verdict: {
    noRows: "This cannot be told: the table holds no purchase that could be used.",
    notFitted: {
      "no-base": "This cannot be told: the table holds no purchase that could be used.",
      "bad-row": "This cannot be told: the histories of purchases contradict themselves.",
      "nobody-repeats":
        "This cannot be told: nobody bought a second time, so nothing says how often customers buy or when they leave.",
      "not-converged":
        "This cannot be told: the estimation did not come to an end, so the data do not tell the model's parameters.",
      boundary:
        "This cannot be told: the data agree with customers who are all alike or who never leave as well as with any others, so the chances of single customers cannot be had from them.",
    } satisfies Record<NotFitted, string>,
    found: (f: {
      n: number;
      alive: number;
      share: string;
      thatIs: string;
      expected: number;
      interval: string | null;
      ahead: number;
      model: ModelName;
    }) =>
      `Of ${base.customers(f.n)}, ${model[f.model]} counts about ${count(f.alive)} as still being customers (${f.share}). ${f.thatIs} From all of them together it expects about ${count(f.expected)} purchases in the next ${weeks(f.ahead)}${f.interval ? ` (${f.interval})` : ""}.`.replaceAll(
        "  ",
        " ",
      ),
    held: (f: { weeks: number; expected: number; actual: number; miss: string }) =>
      `Held against ${weeks(f.weeks)} that it had not seen, it expected ${count(f.expected)} purchases where ${count(f.actual)} were made (${f.miss}).`,
    heldNone: "It could not be held against a time that it had not seen.",
  },
  next: {
    noRows: "Check which columns are the customer and the date, and whether the rule leaves any purchases.",
    notFitted: "Load a log of more time, or ask for the repeat purchase rate, which needs no model.",
    rule: "Choose which events are purchases.",
    useOther: "Choose MBG/NBD or Pareto/NBD as the model and compare.",
    missed:
      "Look at the tracking curve: did something change (a season, a campaign, a price) that the model cannot know?",
    list: "Open those who bought again and whose chance has fallen below 40%: they know you and are about to be gone. Whether a message brings them back only an A/B test tells.",
  },
  caveat: {
    certainOnce: (once: number, all: number) =>
      `${count(once)} of ${base.customers(all)} (${percent(once / all)}) bought once, and BG/NBD counts every one of them as a customer with certainty, however long ago that was: in this model one can leave only after a repeat purchase. This is a property of the model, not of the customers. MBG/NBD and Pareto/NBD let them leave too.`,
    switched: (once: number, all: number, used: ModelName) =>
      `${count(once)} of ${base.customers(all)} (${percent(once / all)}) bought once. BG/NBD would count each of them as a customer with certainty, so ${model[used]} is used, in which they can leave after the first purchase too.`,
    other: (wanted: ModelName, used: ModelName) =>
      `${model[wanted]} could not be fitted to these data; ${model[used]} is used.`,
    missed: (miss: string) =>
      `In the time held out the model's total was off by ${miss}. As long as it is not known why, its forecast is no plan.`,
    heldNone: {
      "no-time":
        "The log is too short to hold a part of it out: nothing shows whether the model's forecasts come true.",
      outside:
        "The day from which purchases are to be held out leaves less than two weeks before or after it: nothing shows whether the model's forecasts come true.",
      "no-fit":
        "Before the day from which purchases are held out there is too little to fit a model to: nothing shows whether its forecasts come true.",
    } satisfies Record<NoCheck, string>,
    far: (ahead: number, known: number) =>
      `The forecast reaches ${weeks(ahead)} ahead, the log ${weeks(known)} back: the farther part stands on the model alone.`,
    fewRepeaters: (n: number) =>
      `Only ${base.customers(n)} bought again: the spread of the customers is hardly known from so few.`,
    paradox: (f: { few: number; many: number; more: string; less: string }) =>
      `Increasing frequency paradox: of two customers with the same last purchase, long ago, the one who bought more before is expected to buy less (${f.more} after ${count(f.few)} repeat purchases, ${f.less} after ${count(f.many)}). For a frequent buyer the same silence is a stronger sign.`,
    seasons:
      "The model knows neither seasons nor campaigns: each customer buys at a steady rate until they leave unseen. Where all buy before a holiday, hold out a whole year.",
    correlation: (r: string) =>
      `How often customers buy and what they spend go together (correlation ${r}; the model wants it near 0): the worth of a purchase is estimated as if they did not, and the value is bent by that.`,
    withoutAmount: (n: number) =>
      `${base.customers(n)} who bought again ${plural(n, { one: "has", other: "have" })} no repeat purchase with an amount above 0 and ${plural(n, { one: "is", other: "are" })} not used to estimate what a purchase is worth.`,
    noMoney: {
      currencies: "Amounts are in several currencies: no value is told.",
      "no-base": "No repeat purchase has an amount above 0: no value is told.",
      "bad-row": "Amounts contradict themselves: no value is told.",
      "all-equal":
        "All customers spend the same on a purchase: its worth is that amount, and needs no model.",
      "not-converged": "The worth of a purchase could not be estimated: no value is told.",
      boundary: "The data do not tell how customers differ in what they spend: no value is told.",
      "nobody-repeats": "Nobody bought again: no value is told.",
      "no-model": "No forecast of purchases, so none of their value.",
    } satisfies Record<NoMoney, string>,
    noMean: "What customers spend is spread so widely that it has no mean in the model: no value is told.",
  },
  table: {
    bands: "Customers by the chance of still being one",
    band: "Chance of still being a customer",
    bandName: (from: string, to: string) => `${from} to ${to}`,
    customers: "Customers",
    once: "Bought once",
    again: "Bought again",
    share: "Share of customers",
    expected: (ahead: number) => `Purchases expected in ${weeks(ahead)}`,
    classes: "What to expect, by repeat purchases so far",
    repeats: "Repeat purchases",
    orMore: (n: number) => `${count(n)} or more`,
    alive: "Still a customer, on average",
    each: "Expected of each",
    value: "Their value",
    models: "Models, held against the time they had not seen",
    modelsAll: "Models",
    name: "Model",
    used: "Used",
    yes: "yes",
    logLikelihood: "ln L",
    actual: "Purchases made",
    expectedHeld: "Purchases expected",
    miss: "Off by",
    notFitted: "could not be fitted",
    parameters: "Parameters, in weeks",
    parameter: "Parameter",
    estimate: "Estimate",
    error: "Standard error",
    holdout: "Purchases of a customer in the time held out",
    actualEach: "Made",
    expectedEach: "Expected",
    tracking: "Repeat purchases week by week",
    week: "Week",
    actualSum: "Made so far",
    expectedSum: "Expected so far",
    actualHere: "Made in the week",
    expectedHere: "Expected in the week",
    money: "What a purchase is worth",
    what: "What",
    amount: "Amount",
    observed: "Mean of those who bought again",
    mean: "Mean of all customers by the model",
    correlation: "Correlation with the number of purchases",
    repeaters: "Customers it is estimated from",
    total: (ahead: number) => `Purchases of ${weeks(ahead)} in money`,
    paradox: "The same last purchase, more purchases before it",
  },
  who: {
    band: (band: string) => `Still a customer with a chance of ${band}`,
    bandOnce: (band: string) => `Bought once, still a customer with a chance of ${band}`,
    bandAgain: (band: string) => `Bought again, still a customer with a chance of ${band}`,
    bought: (x: string) => `Repeat purchases: ${x}`,
  },
  finding: {
    alive: "Share of customers still there",
    aliveCount: "Customers still there",
    expected: (ahead: number) => `Purchases expected in ${weeks(ahead)}`,
    newcomer: (ahead: number) => `Repeat purchases expected of a new customer in ${weeks(ahead)}`,
    heldExpected: "Purchases expected in the time held out",
    heldActual: "Purchases made in the time held out",
    miss: "Off by",
    value: (ahead: number) => `Value of the purchases expected in ${weeks(ahead)}`,
    noInterval: "A sum of the model's chances; the model's own error is not in it.",
    noIntervalHeld: "Counted, and what the model said of it before.",
  },
  bands: {
    title: "How likely each customer is still one",
    caption:
      "A bar is the customers whose chance of still being one lies in that fifth, by the model; the grey part bought once, the other again. A chance is the model's, from how often and how lately somebody bought; nobody has been asked.",
    alternative: (rows: readonly { band: string; customers: string; once: string }[]) =>
      rows
        .map(({ band, customers, once }) => `${band}: ${customers}, of them ${once} bought once`)
        .join("; ") + ".",
    x: "Customers",
    code: "Customers by the chance of still being one. SQL reckons the chances, this cell draws.",
  },
  tracking: {
    title: "Repeat purchases as they came and as they were expected",
    caption: (f: { model: ModelName; from: string; customers: number }) =>
      `The solid line is the repeat purchases so far of the ${base.customers(f.customers)} who came before ${day(f.from)}; the dashed line is what ${model[f.model]} expects of them, knowing only when each bought first. Left of the rule are the purchases that the parameters were estimated from, right of it those that it had not seen.`,
    alternative: (f: { end: string; actual: string; expected: string; weeks: number }) =>
      `By the end of ${weeks(f.weeks)}: ${f.actual} repeat purchases made, ${f.expected} expected. Held out from ${f.end}.`,
    x: "Week of the log",
    y: "Repeat purchases so far",
    made: "Made",
    expected: "Expected",
    heldOut: "Held out",
  },
  holdout: {
    title: "Purchases of a customer in the time held out, by purchases before it",
    caption:
      "A dot is the mean number of purchases of a customer in the time held out: filled as they were made, hollow as the model expected from what it knew before.",
    alternative: (rows: readonly { x: string; actual: string; expected: string }[]) =>
      rows
        .map(({ x, actual, expected }) => `${x} repeat purchases: ${actual} made, ${expected} expected`)
        .join("; ") + ".",
    x: "Repeat purchases before",
    made: "Made",
    expected: "Expected",
  },
  method: {
    formula: {
      bg: "P(alive) = 1/(1 + [x > 0]·a/(b + x − 1)·((α + T)/(α + tx))^(r + x))",
      mbg: "P(alive) = 1/(1 + a/(b + x)·((α + T)/(α + tx))^(r + x))",
      pareto:
        "P(alive) = 1/(1 + s∫ ((α + T)/(α + y))^(r + x)·((β + T)/(β + y))^s/(β + y) dy), y from tx to T",
    } satisfies Record<ModelName, string>,
    parameters: (values: readonly string[], customers: number) =>
      `${values.join(", ")}; maximum likelihood from ${base.customers(customers)}`,
    history:
      "A purchase is a day with one or more; refunds are none. x: repeat purchases; tx: weeks from the first purchase to the last; T: weeks from the first purchase to the last day known.",
    starts: (agreeing: number, starts: number) =>
      `The estimation began from ${count(starts)} places; ${count(agreeing)} of them came to the same top.`,
    held: "For the check each model is fitted to the purchases before the held-out day alone, and only customers who had come by then are in it. The forecast is fitted to all that is known.",
    off: (most: string) =>
      `A total that is off by more than ${most} in the time held out turns the verdict to “cannot tell”.`,
    interval:
      "The interval of the expected purchases holds what is not known of the parameters (delta method), neither the chance in what customers do nor an error of the model itself.",
    association: "The model describes how customers have behaved. It does not say what would make them stay.",
    money:
      "Worth of a purchase: gamma-gamma model of the mean amount of each customer's repeat purchases, drawn towards the mean of all. Value = expected purchases × expected worth, without costs and without discount.",
  },
  source: {
    bg: "BG/NBD: Fader, Hardie & Lee (2005), Marketing Science 24, 275–284.",
    mbg: "MBG/NBD: Batislam, Denizel & Filiztekin (2007), Intern. J. of Research in Marketing 24, 201–209.",
    pareto: "Pareto/NBD: Schmittlein, Morrison & Colombo (1987), Management Science 33, 1–24.",
    gamma: "Worth of a purchase: Fader & Hardie (2013), brucehardie.com note 25.",
  },
};

import type { OfPair, OfProduct, Whole } from "../../cross-product/names";
import type { Share } from "../../share";
import { formatsOf } from "../formats";
import { base } from "./base";
import { form } from "./cross-product-form";

const { count, day, list, plural } = formatsOf("en");

const pairs = (n: number) => `${count(n)} ${plural(n, { one: "pair", other: "pairs" })}`;

export const crossProduct = {
  form,
  pairName: (first: string, second: string) => `${first} → ${second}`,
  verdict: {
    found: (found: number, tests: number, isAllMore: boolean) =>
      `Leaving one product goes with ${isAllMore ? "leaving" : "leaving, or with keeping,"} another in ${count(found)} of ${pairs(tests)} compared.`,
    pair: (f: {
      first: string;
      second: string;
      x: number;
      n: number;
      within: number;
      rate: string;
      kept: string;
      by: string;
      interval: string;
      more: boolean;
    }) =>
      `Of ${base.customers(f.n)} who had left “${f.first}” and still had “${f.second}”, ${count(f.x)} left “${f.second}” within ${base.days(f.within)}: ${f.rate}, against ${f.kept} of those who kept “${f.first}”, ${f.by} ${f.more ? "more" : "less"} (${f.interval}).`,
    chance: (tests: number) =>
      `Whether leaving one product goes with leaving another cannot be told: of ${pairs(tests)} compared none stands out from chance.`,
    notObserved: (f: { later: string; asOf: string }) =>
      `This cannot be told yet: the days after the moment end on ${day(f.later)}, and the data are known until ${day(f.asOf)}.`,
    tooShort: (f: { earlier: string; firstDay: string }) =>
      `This cannot be told: the days before the moment begin on ${day(f.earlier)}, and the data only on ${day(f.firstDay)}.`,
    nobody: (earlier: string) => `This cannot be told: nobody had a product on ${day(earlier)}.`,
    oneProduct: (earlier: string) =>
      `This cannot be told: on ${day(earlier)} there was one product only, and nothing else to leave.`,
    noTwo: (n: number, earlier: string) =>
      `This cannot be told: of ${base.customers(n)} on ${day(earlier)} nobody had two products at once.`,
    few: (fewest: number) =>
      `This cannot be told: no pair of products has at least ${base.customers(fewest)} who left the first and as many who kept it.`,
    nobodyLeft: "This cannot be told: nobody left the other product in the days after the moment.",
    noVariation:
      "This cannot be told: in every pair either nobody or everybody left the other product in the days after the moment.",
  },
  next: {
    found:
      "Ask those who left one product what they think of the others; before you promise that keeping one keeps the other, try it with some of them.",
    chance: "Take more days before and after the moment, or put products together.",
    earlier: "Choose an earlier moment, or fewer days after it.",
    fewerDays: "Take fewer days before and after the moment, or a longer log.",
    moment: "Choose a later moment, or more days without use.",
    products: "Check the column of the product: a customer must be able to have two of them at once.",
    more: "Take more days before the moment, or a lower bound for the customers on a side.",
  },
  caveat: {
    leavingAll:
      "Who is about to leave altogether may drop one product after the other: that looks the same. A comparison shows that the two go together, not that one makes customers leave the other.",
    bothLeft: (n: number, all: number, before: number) =>
      `${count(n)} of ${base.customers(all)} with two products left two of them in the same ${base.days(before)}. Who of them went first is not asked: they are on neither side, so what spreads fast is missed.`,
    longGap: (gap: number, span: number) =>
      `A product counts as left after ${base.days(gap)} without use, but only ${base.days(span)} are looked at: who left late in them still counts as there.`,
    logBegins: (firstDay: string, gap: number, earlier: string) =>
      `The data begin on ${day(firstDay)}, within the ${base.days(gap)} before ${day(earlier)}: who uses a product rarely is missed.`,
    small: (names: readonly string[]) =>
      `Small sample in ${list(names)}: a few customers more or less would move the share.`,
    noProduct: (n: number, all: number) =>
      `${count(n)} of ${base.rows(all)} ${plural(n, { one: "names", other: "name" })} no product and ${plural(n, { one: "is", other: "are" })} left out.`,
    otherProducts: (shown: number, all: number) =>
      `The ${count(shown)} products with most customers are compared, of ${count(all)}.`,
  },
  finding: {
    two: "Customers with two products or more",
    found: "Pairs that stand out",
    tests: "Pairs compared",
    left: (first: string, second: string) => `Left ${second}, of those who had left ${first}`,
    kept: (first: string, second: string) => `Left ${second}, of those who kept ${first}`,
  },
  table: {
    pairs: "Pairs of products",
    first: "Left or kept",
    second: "Then left",
    leftCustomers: "Had left the first",
    keptCustomers: "Kept the first",
    gone: "Then left the other",
    share: "Share",
    interval: "95% interval",
    difference: "Difference, pp",
    differenceInterval: "95% interval, pp",
    p: "p",
    q: "q",
    bothLeft: "Left both before",
    products: "Products",
    product: "Product",
    customers: "Customers",
    left: "Left by the moment",
    counted: "Customers",
    what: "What they had",
    all: "A product",
    two: "Two products or more",
    leftTwo: "Left two of the compared products by the moment",
  },
  figure: {
    title: "Who left one product and then another",
    caption: (drawn: number, all: number) =>
      `Under each product: of its customers who also had the product of the line, who left that one. Dots are shares, lines their 95% intervals (Wilson).${all > drawn && drawn > 0 ? ` ${pairs(drawn)} of ${count(all)} are drawn; the others are in the table.` : ""}`,
    alternative: (n: number, most: { first: string; second: string; left: string; kept: string } | null) =>
      `${pairs(n)} of products${most ? `; the largest difference: ${most.left} of those who had left ${most.first} left ${most.second}, against ${most.kept} of those who kept it` : ""}.`,
    group: (product: string) => `${product}:`,
    left: "had left it",
    kept: "kept it",
    axis: "Share that left the other product",
  },
  method: {
    days: (f: { earlier: string; moment: string; later: string }) =>
      `had both: ${day(f.earlier)}; left or kept the first, still have the other: ${day(f.moment)}; left the other: ${day(f.later)}`,
    pair: (f: { name: string; left: Share; kept: Share; by: string; interval: string }) =>
      `${f.name}: ${count(f.left.x)} / ${count(f.left.n)} − ${count(f.kept.x)} / ${count(f.kept.n)} = ${f.by}, Newcombe 95% interval ${f.interval}`,
    notes: {
      use: (gap: number) =>
        `A customer has a product at a moment who used it at least once in the ${base.days(gap)} before.`,
      contracts: (grace: number) =>
        `A customer has a product at a moment whose contract for it was in force on the day before${grace > 0 ? ` or ended up to ${base.days(grace)} earlier` : ""}.`,
      moment:
        "Everybody had both products, and still has the other one at the moment from which all are followed. Whoever had to keep a product for some time just to be counted would look more faithful than they are.",
      fewest: (fewest: number) =>
        `A pair is tested when both sides have at least ${base.customers(fewest)}; that does not look at who left.`,
      association:
        "Those who left a product differ from those who kept it in many things at once: this shows what goes together, not what makes customers leave.",
    },
    sources: {
      immortal: "Why all clocks start together: Suissa (2008), Am. J. Epidemiol. 167, 492–499.",
      landmark: "One moment for all: Anderson, Cain & Gelber (1983), J. Clin. Oncol. 1, 710–719.",
    },
  },
  who: {
    whole: {
      all: "Had a product",
      two: "Had two products or more",
      "both-left": "Left two products by the moment",
    } satisfies Record<Whole, string>,
    product: {
      had: (product: string) => `Had ${product}`,
      left: (product: string) => `Left ${product} by the moment`,
    } satisfies Record<OfProduct, (product: string) => string>,
    pair: {
      left: (first: string, second: string) => `Had left ${first}, still had ${second}`,
      "left-gone": (first: string, second: string) => `Had left ${first}, then left ${second}`,
      kept: (first: string, second: string) => `Kept ${first}, had ${second}`,
      "kept-gone": (first: string, second: string) => `Kept ${first}, then left ${second}`,
      "both-left": (first: string, second: string) => `Left ${first} and ${second} by the moment`,
    } satisfies Record<OfPair, (first: string, second: string) => string>,
  },
  code: {
    what: "Who left another product, of those who had left one and of those who kept it. SQL counts, this cell draws.",
    drawn: "Pairs with somebody on both sides.",
  },
};

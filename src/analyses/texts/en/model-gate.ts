import { form } from "./model-gate-form";
import type { Criterion } from "../../model-gate/query";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, list, number, plural } = formatsOf("en");

type Rarer = "lost" | "stayed";
const did = { lost: "left", stayed: "stayed" };

export const modelGate = {
  form,
  group: { all: "All compared", lost: "Left", stayed: "Stayed" },
  verdict: {
    green: "You may model: green.",
    amber: "With care: amber.",
    red: (fewest: number) =>
      `Red: below ${count(fewest)} customers of the rarer outcome no model tells anything. Write down assumptions and give them equal weights.`,
    counted: (f: { events: number; n: number; rarer: Rarer; parameters: number }) =>
      `Of ${base.customers(f.n)} ${count(f.events)} ${did[f.rarer]}, for ${count(f.parameters)} candidate ${plural(f.parameters, { one: "parameter", other: "parameters" })}.`,
    asked: (needed: number) => `The criteria ask for ${base.customers(needed)}.`,
    few: (fewest: number, most: number) =>
      `Below ${count(fewest)} of the rarer outcome: at most ${count(most)} levers, Firth’s estimate, equal or shrunken weights.`,
    parameters: (needed: number, bears: number) =>
      `The criteria ask for ${base.customers(needed)}; ${bears === 0 ? "these do not bear a single parameter" : `these bear ${count(bears)} ${plural(bears, { one: "parameter", other: "parameters" })}`}.`,
    coxSnell: "No model can reach the expected R² at this share: choose a lower one.",
    turn: (to: "amber" | "green", events: number, customers: number, rarer: Rarer) =>
      `${to === "amber" ? "Amber" : "Green"} needs ${count(events)} more who ${did[rarer]}, at today’s share ${base.customers(customers)} more.`,
    weeks: (n: number) =>
      `At the pace of the data: about ${count(n)} ${plural(n, { one: "week", other: "weeks" })}.`,
  },
  next: {
    green: "Go on to the lever regression.",
    amber: "Choose fewer levers by what you know, not by their p values; keep the register below.",
    red: "Take the register below over as a file, fill in the reasons, and look again when more have left.",
  },
  caveat: {
    levers: (n: number, most: number) =>
      `${count(n)} levers are chosen; at amber choose at most ${count(most)}, before looking at results.`,
    perParameter: (n: string) =>
      `${n} customers of the rarer outcome a parameter: below ${count(10)} the regression takes Firth’s estimate by itself.`,
    expected: (r2: string, isGuess: boolean) =>
      isGuess
        ? `The R² of ${r2} is a cautious guess, no result: a lower one asks for more customers.`
        : `The R² of ${r2} is what you expect, no result: a lower one asks for more customers.`,
  },
  finding: {
    events: { lost: "Customers who left", stayed: "Customers who stayed" },
    needed: "Customers the criteria ask for",
    toGreen: { lost: "More who left until green", stayed: "More who stayed until green" },
  },
  table: {
    needed: "Customers needed",
    criterion: "Criterion",
    ground: "What the light hangs on",
    what: "What",
    value: "Value",
    levers: "Levers",
    control: (column: string) => `Parameters of ${column}`,
    parameters: "Candidate parameters",
    events: "Customers of the rarer outcome",
    perParameter: "… a parameter",
    coxSnell: "Expected Cox–Snell R²",
    largest: "Largest possible R²",
    fromAmber: "Amber from … of the rarer outcome",
    fromGreen: "Green from … of the rarer outcome",
    bears: "Parameters these customers bear",
    mostLevers: "Levers that may be tried",
    toAmberEvents: "To amber: more of the rarer outcome",
    toAmber: "To amber: more customers",
    toGreenEvents: "To green: more of the rarer outcome",
    toGreen: "To green: more customers",
    weeks: "Weeks to the next light, at the pace of the data",
    register: "Register of assumptions",
    why: "Why",
    weight: "Weight",
    date: "Written down",
    nextCheck: "Next check",
    assumed: "assumed, not tested: (why?)",
    open: "(when?)",
    after: (n: number, rarer: Rarer) => `when ${count(n)} more have ${did[rarer]}`,
  },
  figure: {
    title: "Customers there are, and customers needed",
    caption:
      "The dashed line is how many there are. Red bars reach beyond it: that criterion is not met. Shrinkage: coefficients need no more than 10% of it. Optimism: R² looks at most 0.05 too good. Overall risk: the share itself is known to within 5 points.",
    alternative: (parts: readonly string[]) => `Customers: ${list(parts)}.`,
    axis: "Customers",
    rows: {
      there: "There are",
      events: "100 of the rarer outcome",
      shrinkage: "Shrinkage",
      optimism: "Optimism",
      risk: "Overall risk",
    } satisfies Record<Criterion, string>,
  },
  method: {
    formula: (f: {
      parameters: number;
      r2: string;
      largest: string;
      share: string;
      shrinkage: number;
      optimism: number;
      risk: number;
      customers: number;
    }) => [
      `shrinkage: ${count(f.parameters)} / ((0.9 − 1) · ln(1 − ${f.r2} / 0.9)) → ${count(f.shrinkage)}`,
      `optimism: S = ${f.r2} / (${f.r2} + 0.05 · ${f.largest}); ${count(f.parameters)} / ((S − 1) · ln(1 − ${f.r2} / S)) → ${count(f.optimism)}`,
      `overall risk: (1.96 / 0.05)² · share · (1 − share), share ${f.share} → ${count(f.risk)}`,
      `the largest: ${count(f.customers)}`,
    ],
    notes: [
      `Red: fewer than ${count(20)} customers of the rarer outcome. Amber: fewer than ${count(100)}, or fewer customers than the criteria ask for. Green: otherwise.`,
      "Every lever is a candidate, also one that is dropped later; each segment of a control but one is another.",
      `Unless you say otherwise the model is expected to reach 15% of the largest possible R², at most ${number(0.1, 2)}.`,
    ],
    sources: [
      "Riley et al. (2019), Stat. Med. 38, 1276–1296; Riley et al. (2020), BMJ 368, m441.",
      "Events per parameter: Peduzzi et al. (1996), J. Clin. Epidemiol. 49, 1373–1379.",
    ],
  },
  code: { what: "How many customers there are and how many are needed. SQL reckons, this cell draws." },
};

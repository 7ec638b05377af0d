import type { LeverExclusion } from "../../levers/population";
import type { FormTexts } from "../form-texts";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, day, list, number, plural } = formatsOf("en");

type Params = Readonly<Record<string, unknown>>;

/** Texts that all analyses of levers share: when behaviours are counted, who has left, who is compared. */
export const levers = {
  /** Sentences with the holes of `leverParams` but `levers` and the controls. */
  windows: (params: Params): string => {
    if (params.mode === "columns")
      return "Left means {mode} {left}. Behaviours were counted over days: {usageDays}; the status is that of day: {statusDay}.";
    const outcome =
      params.outcomeFrom === null
        ? "in the {outcomeDays} days that begin {outcomeFrom}"
        : "in the {outcomeDays} days that begin on day {outcomeFrom}";
    const grace = params.mode === "contracts" ? " of {contracts}, with days of grace: {grace}" : "";
    return `Behaviours are those of each customer’s first {observeDays} days, events by {metric}. Left ${outcome} means {mode}${grace}. Relevant activity: {rule}. Data known until: {asOf}.`;
  },
  /** The hole of the controls. */
  controls: (params: Params): string =>
    params.people === null ? "{controls} of {people}" : "{controlsBeside} of {people}",
  params: {
    mode: {
      label: "Left means",
      options: {
        activity: "no relevant activity in that time",
        contracts: "no contract at the end of that time",
        columns: "the status",
      },
    },
    contracts: { label: "Table of contracts", unset: "(which table?)" },
    levers: { label: "Behaviours", unset: "the most widespread events, active days and different events" },
    metric: { label: "Events measured by", options: { count: "count", days: "active days" } },
    rule: { label: "Relevant activity" },
    observeDays: { label: "Days of observation" },
    outcomeDays: { label: "Days of the outcome" },
    outcomeFrom: { label: "First day of the outcome", unset: "right after" },
    grace: { label: "Days of grace" },
    left: { label: "Status of those who left", unset: "(which value?)" },
    usageDays: { label: "Days the behaviours were counted over", unset: "not known" },
    statusDay: { label: "Day of the status", unset: "not known" },
    people: { label: "Table of attributes", unset: "this table" },
    controls: { label: "Alike in", unset: "nothing" },
    controlsBeside: { label: "Alike in", unset: "nothing" },
    asOf: { label: "Data known until", unset: "the last complete day" },
  } satisfies FormTexts["params"],
  /** Behaviours of a log as a whole. */
  whole: { "*days": "active days", "*kinds": "different events" },
  verdict: {
    overlap:
      "Refused: the outcome would begin before the behaviours have been counted. Then whoever stays does more for that reason alone.",
    noLevers: "This cannot be told yet: nobody has said which columns are behaviours.",
    nobody: (n: number) =>
      `This cannot be told: of ${base.customers(n)} nobody could be followed through both windows.`,
    nobodyLeft: (n: number) =>
      `This cannot be told: of ${base.customers(n)} nobody left, so no behaviour can go with staying.`,
    everybodyLeft: (n: number) =>
      `This cannot be told: all ${base.customers(n)} left, so no behaviour can go with staying.`,
  },
  next: {
    overlap: "Begin the outcome where the observation ends, or later.",
    levers: "Choose the columns in the sentence above.",
    windows: "Shorten the windows, or load data that reach further.",
    nobodyLeft:
      "Check that customers who left are in the data at all: an export of active customers has none.",
  },
  caveat: {
    windows:
      "Nobody has said when the behaviours were counted and when the status was true. If they were counted while customers were already leaving, these did less because they left.",
    yesNo: (columns: readonly string[]) =>
      `In ${list(columns)} “yes” (also “true”, “1”) counts as done, every other value as not done, an empty one as not known.`,
    association: "Behaviours may also fall because a customer has already decided to leave.",
    excluded: {
      "not-observed": (n: number) =>
        `The outcome of ${base.customers(n)} is not known to its end yet; they play no part.`,
      "not-there": (n: number) =>
        `${base.customers(n)} ${plural(n, { one: "was", other: "were" })} gone before the outcome began; who has left cannot leave.`,
      contradictory: (n: number) =>
        `${base.customers(n)} ${plural(n, { one: "has", other: "have" })} rows that contradict each other and ${plural(n, { one: "is", other: "are" })} left out.`,
      "no-status": (n: number) =>
        `${base.customers(n)} ${plural(n, { one: "has", other: "have" })} no status and ${plural(n, { one: "is", other: "are" })} left out.`,
    } satisfies Record<LeverExclusion, (n: number) => string>,
    unknown: (lever: string, n: number, share: string) =>
      `${lever} is not known of ${base.customers(n)} (${share}): not known is not none.`,
  },
  table: {
    lever: "Behaviour",
    customers: "Customers",
    flow: "Customers in and out",
    step: "Step",
    all: "Seen at all",
    used: "In the comparison",
    why: {
      "not-observed": "Outcome not known to its end",
      "not-there": "Gone before the outcome began",
      contradictory: "Contradicting rows",
      "no-status": "No status",
    } satisfies Record<LeverExclusion, string>,
  },
  notes: {
    landmark: (days: number) =>
      `Compared are customers who were there when the outcome began (something relevant in the ${count(days)} days before) and whose outcome is known to its end.`,
    contractLandmark:
      "Compared are customers with a contract when the outcome began and whose outcome is known to its end.",
    span: (from: string, until: string) => `Observed from ${day(from)}, outcomes known until ${day(until)}.`,
  },
  /** "reach_pct ≥ 25" */
  atLeast: (lever: string, cut: number) => `${lever} ≥ ${number(cut, 6)}`,
};

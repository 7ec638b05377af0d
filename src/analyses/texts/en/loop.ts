import { base } from "./base";
import { formatsOf } from "../formats";
import { form } from "./loop-form";

const { count, list, plural } = formatsOf("en");

interface Said {
  readonly share: string;
  readonly interval: string;
  readonly x: number;
  readonly n: number;
}

const of = ({ x, n }: Said) => `${count(x)} of ${base.customers(n)}`;
const within = (days: number) => `within ${base.days(days)}`;

export const loop = {
  form,
  call: "The call",
  answers: (n: number) => `${count(n)} ${plural(n, { one: "answer", other: "answers" })}`,
  notMeasured: "not measured",
  beginning: "the beginning",
  isGuessed: { yes: "guessed from its name", no: "named" },
  verdict: {
    noRows: "This cannot be told: no row of the table could be used.",
    span: (later: number, gap: number) =>
      `Refused: who is silent for ${base.days(gap)} cannot be seen to be there after ${base.days(later)}.`,
    nothing: (events: number) =>
      `This cannot be told: none of the four stages is measured. The log has ${count(events)} ${plural(events, { one: "name of an event", other: "names of events" })}.`,
    nobody: "This cannot be told yet: nobody's time is over in any stage.",
    measured: (n: number, missing: readonly string[]) =>
      missing.length === 0
        ? "All four stages are measured."
        : `Of the four stages ${count(n)} ${plural(n, { one: "is", other: "are" })} measured; not measured: ${list(missing)}.`,
    stage: (name: string, days: number, f: Said) =>
      `${name}: ${of(f)} did it ${within(days)}, ${f.share} (${f.interval}).`,
    unseen: (name: string) => `${name}: nobody's time is over yet.`,
    entrance: (month: string, f: Said) =>
      `At the entrance ${of(f)} of ${month} came in, ${f.share} (${f.interval}).`,
    leak: (month: string, f: Said) => `At the exit ${of(f)} of ${month} left, ${f.share} (${f.interval}).`,
    k: (days: number, k: string, interval: string) =>
      `In their first ${base.days(days)} customers bring in ${k} each (${interval}).`,
    nps: (quarter: string, nps: string, interval: string) => `NPS of ${quarter}: ${nps} (${interval}).`,
  },
  next: {
    rows: "Choose the columns of the customer, the time and the event.",
    span: "Choose more days for who is still there, or fewer of silence.",
    name: "Name the events of the stages in the sentence above. A stage without an event has to be recorded first.",
    wait: "Load an export that covers more time, or choose fewer days.",
    missing: (names: readonly string[]) =>
      `Name an event for ${list(names)}, or begin to record one: what is not measured cannot be improved.`,
    leak: "Measure the entrance too: only both ends show where most is lost.",
    test: "Try a change in one stage on a part of the newcomers, chosen by lot, and compare by a test.",
  },
  caveat: {
    guessed: (events: readonly string[]) =>
      `Guessed from ${plural(events.length, { one: "its name", other: "their names" })}: ${list(events)}. Check each in the sentence above; a wrong event makes a wrong stage.`,
    nobody: (event: string) => `Nobody did “${event}” in time. Is it written as in the data?`,
    moreAccepted: (accepted: number, sent: number) =>
      `More invitations were accepted (${count(accepted)}) than sent (${count(sent)}): is acceptance logged under whoever invited?`,
    noAccepted: "Which event is an accepted invitation is not known: K is not measured.",
    small: (name: string, x: number, n: number) =>
      `Small sample, ${name}: ${count(x)} of ${count(n)}. A few customers more or less would move the share.`,
    association:
      "Who did it and who did not differ in other ways too, and nobody drew lots who is called: staying goes with it, no more is told.",
    landmark: (gone: number) =>
      `${base.customers(gone)} had gone before the time of a stage was over; they are not compared, for they could do nothing any more.`,
    response: (f: Said) =>
      `Of those asked ${f.share} answered (${count(f.x)} of ${count(f.n)}). The silent may think otherwise, and often leave.`,
    noResponse: "Nobody knows who was asked and kept silent: the response rate is not measured.",
    refusedScores: (n: number, all: number) =>
      `${count(n)} of ${count(all)} scores are no whole number from 0 to 10 and are left out.`,
    noDoor: "The entrance is not measured: which events are coming to the door and coming in is not known.",
    open: (n: number) => `${base.customers(n)} have time left in a stage and are not counted in it.`,
  },
  who: {
    entered: (stage: string) => `${stage}: entered, time over`,
    done: (stage: string) => `${stage}: did it in time`,
    open: (stage: string) => `${stage}: time not over`,
    there: (stage: string, isDone: boolean) => `${stage}: ${isDone ? "did it" : "did not"}, compared`,
    stayed: (stage: string, isDone: boolean) =>
      `${stage}: ${isDone ? "did it" : "did not"}, still there later`,
    gone: (stage: string, isDone: boolean) =>
      `${stage}: ${isDone ? "did it" : "did not"}, gone before its end`,
    steps: "Entered onboarding, time over",
    step: (event: string) => `Did “${event}” in time`,
    came: (month: string) => `Came to the door, ${month}`,
    bought: (month: string) => `Came in, ${month}`,
    thereAt: (month: string) => `There at the start, ${month}`,
    lost: (month: string) => `Left, ${month}`,
    invites: (days: number) => `Seen for ${base.days(days)} of life`,
    sent: (days: number) => `Sent an invitation within ${base.days(days)}`,
    accepted: (days: number) => `Had an invitation accepted within ${base.days(days)}`,
    nps: (when: string, kind: string) => `${when}: ${kind}`,
  },
  kinds: {
    answered: "answered",
    promoters: "promoters, 9 and 10",
    passives: "passives, 7 and 8",
    detractors: "detractors, 0 to 6",
    asked: "asked",
    responded: "asked and answered",
  },
  outcome: { stayed: "still there later", left: "not there later" },
  table: {
    stages: "Stages of the loop",
    stage: "Stage",
    from: "From",
    done: "What",
    days: "Days",
    entered: "Entered",
    did: "Did it",
    share: "Share",
    interval: "95% interval",
    median: "Median days",
    open: "Time not over",
    kept: "Still there later: who did it and who did not",
    doneThere: "Did it",
    doneStayed: "Of them there later",
    doneShare: "Share",
    missedThere: "Did not",
    missedStayed: "Of them there later",
    missedShare: "Share",
    difference: "Difference, pp",
    q: "q",
    goneDone: "Did it, gone before",
    goneMissed: "Did not, gone before",
    steps: "Steps of onboarding",
    step: "Step",
    doors: "Entrance and exit, month by month",
    month: "Month",
    came: "Came to the door",
    bought: "Came in",
    entrance: "Came in, share",
    there: "There at the start",
    lost: "Left",
    leak: "Left, share",
    invites: "Invitations by day of life",
    day: "By day of life",
    customers: "Customers",
    inviters: "Sent one",
    invitersShare: "Sent one, share",
    sent: "Sent",
    successful: "Had one accepted",
    accepted: "Accepted",
    each: "Sent a customer",
    acceptance: "Accepted of sent",
    k: "K",
    quarters: "NPS by quarter",
    quarter: "Quarter",
    answered: "Answered",
    promoters: "9, 10",
    passives: "7, 8",
    detractors: "0 to 6",
    nps: "NPS",
    asked: "Asked",
    responded: "Of them answered",
    response: "Response",
    change: "Change",
    visible: "A change that would show",
    outcomes: "NPS of those who stayed and of those who left",
    answers: "First answer of customers",
    stayedLessLeft: "stayed less left",
    chosen: "Which events are looked at",
    use: "For",
    event: "Event",
    how: "How known",
    uses: {
      step: "Step",
      accepted: "Accepted invitation",
      door: "Came to the door",
      bought: "Came in",
      asked: "Asked for a score",
    },
  },
  finding: {
    k: (days: number) => `K by day ${count(days)} of life`,
    nps: (quarter: string) => `NPS, ${quarter}`,
    noInterval: "Nobody differs; an interval would have no width.",
  },
  figure: {
    stages: {
      title: "Stages of the loop",
      caption: "Dots are the share of those who entered and did it in time, lines its 95% interval (Wilson).",
      axis: "Did it in time",
      missing: (name: string) => `${name}: not measured`,
      alternative: (told: string) => `Share who did it in time: ${told}.`,
    },
    kept: {
      title: "Still there later: who did it and who did not",
      caption:
        "Of those who were there when the time of the stage was over. Lines are 95% intervals (Wilson). It goes together; it is no proof.",
      axis: "Still there later",
      done: "did it",
      missed: "did not",
      alternative: (told: string) => `Share still there later: ${told}.`,
    },
    steps: {
      title: "Steps of onboarding",
      caption: "Dots are the share who did the step in time, in any order, lines its 95% interval (Wilson).",
      axis: "Did the step",
      alternative: (told: string) => `Share who did each step: ${told}.`,
    },
    doors: {
      title: "Entrance and exit",
      caption:
        "Each month: of those who came to the door, who came in; of those who were there, who left. Bands are 95% intervals (Wilson).",
      entrance: "came in",
      leak: "left",
      axis: "Share",
      alternative: (told: string) => `By month: ${told}.`,
      said: (month: string, entrance: string, leak: string) => `${month}: came in ${entrance}, left ${leak}`,
    },
    invites: {
      title: "Invitations by day of life",
      caption:
        "For each customer, also those who sent none; always the same customers. Lines are 95% intervals (t on the log scale).",
      sent: "sent",
      k: "K: accepted",
      axisX: "Day of life",
      axis: "For each customer",
      alternative: (told: string) => `Accepted for each customer: ${told}.`,
      by: (days: number, k: string) => `by day ${count(days)} ${k}`,
    },
    nps: {
      title: "NPS",
      caption:
        "Share of 9 and 10 less share of 0 to 6, one answer a customer; lines are 95% intervals (score). Open dots are quarters in progress.",
      axis: "NPS",
      quarters: "By quarter",
      later: "By what came later",
      alternative: (told: string) => `NPS: ${told}.`,
    },
  },
  method: {
    share: (f: Said, name: string) => `${name}: ${count(f.x)} / ${count(f.n)} = ${f.share}`,
    k: (accepted: number, customers: number, k: string) =>
      `K = ${count(accepted)} / ${count(customers)} = ${k}`,
    nps: (p: number, d: number, n: number, nps: string) =>
      `NPS = 100 × (${count(p)} − ${count(d)}) / ${count(n)} = ${nps}`,
    window:
      "The time of a stage begins with the day on which a customer enters it; whose time is not over is not counted. Where several events are asked for, all have to happen.",
    there: (gap: number, later: number) =>
      `There is who did something that counts in the ${base.days(gap)} before a moment. Who did it and who did not are compared ${base.days(later)} after the time of the stage is over, among those who were there then (landmark).`,
    thereByContract: (later: number) =>
      `There is who has a contract in force on the day before a moment. Who did it and who did not are compared ${base.days(later)} after the time of the stage is over, among those who were there then (landmark).`,
    doorsByContract:
      "Entrance: a customer's first coming to the door, by its month. Exit: with a contract on the day before the month, and with none on its last day; nothing after it is looked at.",
    doors:
      "Entrance: a customer's first coming to the door, by its month. Exit: there before the month, and not heard of in the days before its end; nothing after it is looked at.",
    invites:
      "K: accepted invitations of a customer, in the log of whoever invited. K of 1 would grow by itself.",
    scores:
      "NPS: the last answer of a customer in a quarter. For what came later: the first answer of each, so that nobody is chosen by what came after.",
    visible:
      "A change that would show: two quarters of so many answers, two-sided test at 5%, four times in five.",
    sources: {
      landmark: "Landmark: Anderson, Cain & Gelber (1983), J. Clin. Oncol. 1, 710–719.",
      nps: "Interval of an NPS: score test of Tango (1998), Stat. Med. 17, 891–908; of a difference: Zou & Donner (2008), Stat. Med. 27, 1693–1702.",
      ratio:
        "Interval of a mean and of a ratio: Cochran (1977), Sampling Techniques, formula 6.13, on the log scale.",
      bh: "Several tests: Benjamini & Hochberg (1995), J. R. Statist. Soc. B 57, 289–300.",
    },
  },
  code: { what: "The share who did each stage in time, with its interval. SQL counts, this cell draws." },
};

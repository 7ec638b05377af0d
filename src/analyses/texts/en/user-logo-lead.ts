import { form } from "./user-logo-lead-form";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, plural } = formatsOf("en");

const accounts = (n: number) => `${count(n)} ${plural(n, { one: "account", other: "accounts" })}`;
const months = (n: number) => `${count(n)} ${plural(n, { one: "month", other: "months" })}`;

export const userLogoLead = {
  form,
  verdict: {
    noMatch: (ofUsers: number, known: number) =>
      `This cannot be told: none of the ${accounts(ofUsers)} of the users is among the ${accounts(known)} with contracts.`,
    noMonths: (least: number) =>
      `This cannot be told: no account under contract had at least ${count(least)} active ${plural(least, { one: "user", other: "users" })} in a complete month that another month follows.`,
    nobodyLost: (used: number, lag: number) =>
      `This cannot be told: of ${accounts(used)}, none is known to have left within ${months(lag)} of a month that can be judged.`,
    fewLost: (lost: number) =>
      `This cannot be told: only ${accounts(lost)} left, too few for a share of them to say more than chance.`,
    noFit: "This cannot be told: accounts do not differ in what could explain who leaves.",
    lead: (f: {
      threshold: string;
      lag: number;
      above: string;
      aboveInterval: string;
      below: string;
      belowInterval: string;
    }) =>
      `Accounts that lost more than ${f.threshold} of their users in a month were gone within ${months(f.lag)} in ${f.above} of cases (${f.aboveInterval}), the others in ${f.below} (${f.belowInterval}): the users leave first.`,
    leadByOdds: (f: { lag: number; odds: string; interval: string }) =>
      `The more of its users an account loses in a month, the more often it is gone within ${months(f.lag)}: the odds are ${f.odds} times as high (${f.interval}) with each standard deviation.`,
    before: (f: { flagged: number; lost: number; days: number }) =>
      `Of ${accounts(f.lost)} that left, ${count(f.flagged)} had such a month in the half year before, for half of them ${count(f.days)} days or more before the contract ended.`,
    reversed: (f: { lag: number; odds: string; interval: string }) =>
      `Accounts that lose more of their users are gone less often within ${months(f.lag)}: the odds are ${f.odds} times as high (${f.interval}) with each standard deviation of users lost.`,
    none: (f: { lag: number; odds: string; interval: string }) =>
      `No lead found: with each standard deviation of users lost, the odds of being gone within ${months(f.lag)} are ${f.odds} times as high, and anything from ${f.interval} fits the data.`,
    base: (lost: number, n: number) => `${count(lost)} of ${count(n)} account-months`,
  },
  next: {
    tables: "Check that both tables name accounts the same way.",
    users: "Load a longer export of the users' activity, or ask for fewer users.",
    fewLost: (missing: number) =>
      `${count(missing)} more lost ${plural(missing, { one: "account", other: "accounts" })} would allow an answer; until then, read the table and talk to those that left.`,
    atRisk: (n: number) =>
      n > 0
        ? `Look at the ${accounts(n)} under contract beyond the threshold now; ask why before deciding what to do.`
        : "No account under contract is beyond the threshold now.",
    none: "Try another rule of relevant activity, or look at what lost accounts say themselves.",
  },
  caveat: {
    noNotice:
      "The day of notice is not known. An account that has already decided lets its users go: part of the lead may be that decision, seen late.",
    afterNotice: (n: number) =>
      `${count(n)} ${plural(n, { one: "account-month", other: "account-months" })} after a notice ${plural(n, { one: "is", other: "are" })} left out: there the outcome was known.`,
    association:
      "This is a signal, not a cause: keeping users busy need not keep the account. An experiment could tell.",
    openEnded:
      "Some contracts have no end. Then an end is what happened, not what was agreed: months to renewal cannot be held equal, and months in which an account was bound are among the others.",
    addsLittle: (withUsers: string, controls: string) =>
      `Beside size and months to renewal the users add little to telling accounts apart: ${withUsers} with them, ${controls} without (0.5 is a coin, 1 is perfect).`,
    ofSeveral: (n: number, all: number) =>
      `${count(n)} of ${count(all)} users appear in several accounts; each is counted in the first.`,
    withoutAccount: (n: number, all: number) =>
      `${count(n)} of ${count(all)} users have no account and are left out.`,
    unmatched: (n: number, all: number) =>
      `${count(n)} of ${accounts(all)} with users have no contract in the other table and are left out.`,
    silent: (n: number, all: number) =>
      `${count(n)} of ${accounts(all)} with contracts never had enough active users in two months running: nothing can be said of them, and they may be the ones that leave.`,
    usersLate: (f: { accounts: number; days: string }) =>
      `Of ${accounts(f.accounts)} with a notice and a month beyond the threshold, for half that month ended ${f.days} or more after the notice: the account decided first.`,
  },
  part: {
    bottom: (low: string) => `Fewest: up to ${low} of users lost`,
    middle: "In between",
    top: (high: string) => `Most: more than ${high}`,
    below: (threshold: string) => `Up to ${threshold} of users lost`,
    above: (threshold: string) => `More than ${threshold}`,
  },
  lift: {
    title: "Gone within the months ahead, by the share of users lost",
    part: "Share of users lost in a month",
    accountMonths: "Account-months",
    accounts: "Accounts",
    lost: "Gone",
    rate: "Share",
    interval: "95% interval",
  },
  lags: {
    title: "How far ahead",
    lag: "Months ahead",
    lostAccounts: "Accounts gone",
    odds: "Odds per standard deviation",
    interval: "95% interval",
    q: "q",
    auc: "Told apart (AUC)",
    aucControls: "Without users",
    none: "not fitted",
  },
  accounts: {
    title: "Accounts",
    what: "Accounts",
    count: "Number",
    lost: "Known to have left",
    flagged: "of them with a month beyond the threshold in the half year before",
    now: "Under contract in the last complete month",
    atRisk: "of them beyond the threshold in it",
    ofUsers: "With users",
    known: "With contracts",
    used: "of them with enough users to be judged",
  },
  figure: {
    lift: {
      title: "The more users an account loses, the more often does it leave?",
      caption: (lag: number) =>
        `Share of account-months after which the account was gone within ${months(lag)}; lines are 95% intervals by account. In thirds by value, as far as equal values allow; below them the threshold.`,
      alternative: (parts: readonly { part: string; rate: string }[]) =>
        `Share gone: ${parts.map(({ part, rate }) => `${part}: ${rate}`).join("; ")}.`,
      axis: "Gone",
    },
    lags: {
      title: "How well the users tell who leaves, by months ahead",
      caption:
        "AUC for accounts the model has not seen: 0.5 is a coin, 1 is perfect. Band: 95% interval by account. Dashed: size and months to renewal alone.",
      alternative: (points: readonly { lag: number; auc: string }[]) =>
        `AUC by months ahead: ${points.map(({ lag, auc }) => `${count(lag)}: ${auc}`).join("; ")}.`,
      x: "Months ahead",
      y: "AUC",
      users: "with users",
      controls: "without",
    },
  },
  finding: {
    odds: "Odds of leaving per standard deviation of users lost",
    auc: "AUC out of sample",
    flagged: "Lost accounts that had been flagged",
    lead: "Days from the flag to the end, median",
    leadNoInterval: (low: string, high: string) => `Half of them lie between ${low} and ${high}.`,
  },
  who: {
    lost: "Accounts that left",
    flagged: "Accounts that left and had been flagged",
    "at-risk": "Accounts under contract, beyond the threshold now",
  },
  lostWithin: (lag: number) => `Accounts that left within ${months(lag)} of a month that is asked of`,
  method: {
    formula: (f: { lag: number; seats: string; renewal: boolean }) => [
      "user attrition of an account in a month = users active in the month before and not in it / users active in the month before",
      `log odds(gone within ${months(f.lag)}) = b0 + b1 · user attrition + b2 · log users${f.renewal ? " + b3 · months to renewal" : ""}`,
    ],
    rate: (f: { part: string; lost: number; n: number; rate: string }) =>
      `${f.part}: ${count(f.lost)} / ${count(f.n)} = ${f.rate}`,
    notes: {
      order:
        "Everything known of an account-month is from before its end; what happened is from after it. Months after a notice are left out.",
      due: "Asked only where a contract ends within the months ahead: before its end an account can hardly leave.",
      stay: (grace: number) =>
        `Contracts with at most ${base.days(grace)} between them are one stay. An account is gone once its stay has ended for longer than that.`,
      cluster: "The months of one account go together: intervals count accounts, not months.",
      folds: "AUC: ten parts of the accounts, each judged by a model that has not seen it.",
      q: "The lags are one family of tests: q after Benjamini and Hochberg.",
    },
    sources: [
      "Discrete-time hazard: Allison (1982), Sociological Methodology 13, 61–98.",
      "Variance by account: Liang & Zeger (1986), Biometrika 73, 13–22; Kish (1965), Survey Sampling.",
      "AUC of clustered data: Obuchowski (1997), Biometrics 53, 567–578.",
      "q: Benjamini & Hochberg (1995), J. R. Statist. Soc. B 57, 289–300.",
    ],
  },
  code: {
    what: "The more users an account loses, the more often does it leave? Shares with intervals that count accounts.",
    design:
      "The months of one account go together: the interval is that of as many independent ones as they are worth.",
  },
};

import type { Table } from "../../engine";
import type { Answers } from "../analysis";
import { countAt, dayAt, numberAt, textAt } from "../answer";
import { rowCounts } from "../row-counts";
import { benjaminiHochberg } from "../stats/benjamini-hochberg";
import { wilson } from "../stats/wilson";
import { fitLag, type LagFit } from "./model";
import { lags } from "./params";
import type { LeadRequest } from "./query";
import { readAccountMonths } from "./read-months";
import { parts, type LagResult, type LeadResult } from "./result";

export function computeLead(answers: Answers, { params }: LeadRequest): LeadResult {
  const { overview, flags, lift, months } = answers;
  if (!overview || !flags || !lift || !months) throw new Error("missing answer: months");
  const read = readAccountMonths(months);
  const controlsRenewal = read.size > 0 && read.dueLag.every(Number.isFinite);
  return {
    rows: rowCounts(answers),
    asOf: dayAt(overview, 0, "as_of"),
    accounts: {
      known: countAt(overview, 0, "accounts"),
      ofUsers: countAt(overview, 0, "accounts_of_users"),
      matched: countAt(overview, 0, "accounts_matched"),
      used: countAt(overview, 0, "accounts_used"),
    },
    users: {
      all: countAt(overview, 0, "users"),
      withoutAccount: countAt(overview, 0, "users_without_account"),
      ofSeveral: countAt(overview, 0, "users_of_several"),
    },
    accountMonths: read.size,
    afterNotice: read.isAfterNotice.reduce((sum, one) => sum + one, 0),
    ...readFlags(flags, params.notice !== null),
    ...readLift(lift),
    controlsRenewal,
    lags: withQ(lags.map((lag) => fitLag(read, lag, controlsRenewal))),
  };
}

/** The lags that were fitted are one family. */
function withQ(fits: readonly LagFit[]): LagResult[] {
  const fitted = fits.filter(({ fit }) => fit !== null);
  const q = benjaminiHochberg(fitted.map(({ fit }) => fit!.p));
  return fits.map((one) => ({ ...one, fit: one.fit && { ...one.fit, q: q[fitted.indexOf(one)]! } }));
}

function readLift(table: Table): Pick<LeadResult, "lift" | "cuts"> {
  const lift = Array.from({ length: table.rowCount }, (_, row) => {
    const part = parts.find((one) => one === textAt(table, row, "part"));
    if (!part) throw new Error(`unknown part: ${textAt(table, row, "part")}`);
    const accountMonths = countAt(table, row, "account_months");
    const lost = countAt(table, row, "lost");
    const design = numberAt(table, row, "design") ?? 1;
    const found = wilson(lost / design, accountMonths / design)!;
    return {
      part,
      accountMonths,
      lost,
      accounts: countAt(table, row, "accounts"),
      design,
      rate: lost / accountMonths,
      interval: [found[0], found[1]] as [number, number],
    };
  });
  if (lift.length === 0) return { lift, cuts: null };
  return { lift, cuts: { low: numberAt(table, 0, "low") ?? 0, high: numberAt(table, 0, "high") ?? 0 } };
}

function readFlags(table: Table, hasNotice: boolean): Pick<LeadResult, "lost" | "atRiskNow" | "reverse"> {
  const [median, low, high] = ["lead_median", "lead_low", "lead_high"].map((one) => numberAt(table, 0, one));
  return {
    lost: {
      accounts: countAt(table, 0, "lost"),
      flagged: countAt(table, 0, "flagged"),
      leadDays: median == null || low == null || high == null ? null : { median, low, high },
    },
    atRiskNow: {
      accounts: countAt(table, 0, "now_accounts"),
      flagged: countAt(table, 0, "now_flagged"),
      month: dayAt(table, 0, "now_until"),
    },
    reverse: hasNotice
      ? {
          accounts: countAt(table, 0, "noticed"),
          usersFirst: countAt(table, 0, "users_first"),
          medianDays: numberAt(table, 0, "notice_median"),
        }
      : null,
  };
}

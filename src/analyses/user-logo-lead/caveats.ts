import { byLevel } from "../caveat-order";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import type { Language } from "../texts";
import type { LeadRequest } from "./query";
import type { LeadResult } from "./result";
import { askedLag, leadOf } from "./verdict";

/** AUC that users have to add before they are called a help. */
const least = 0.02;

export function leadCaveats(result: LeadResult, request: LeadRequest, language: Language): Caveat[] {
  const { texts, format } = language;
  const { caveat } = texts.userLogoLead;
  const { accounts, users, reverse } = result;
  const lag = askedLag(result, request);
  const isLead = leadOf(lag) === "lead";
  const found: (Caveat | false)[] = [
    isLead &&
      reverse !== null &&
      reverse.medianDays !== null &&
      reverse.medianDays > 0 && {
        id: "account-first",
        level: "flips",
        text: caveat.usersLate({
          accounts: reverse.accounts,
          days: texts.base.days(Math.floor(reverse.medianDays)),
        }),
      },
    isLead && request.params.notice === null && { id: "no-notice", level: "limits", text: caveat.noNotice },
    result.accountMonths > 0 &&
      !result.controlsRenewal && { id: "open-ended", level: "limits", text: caveat.openEnded },
    isLead &&
      lag.auc !== null &&
      lag.aucControls !== null &&
      lag.auc.value - lag.aucControls < least && {
        id: "adds-little",
        level: "limits",
        text: caveat.addsLittle(format.number(lag.auc.value, 2), format.number(lag.aucControls, 2)),
      },
    accounts.known > accounts.used && {
      id: "silent",
      level: accounts.known - accounts.used > accounts.known * 0.1 ? "limits" : "note",
      text: caveat.silent(accounts.known - accounts.used, accounts.known),
    },
    accounts.ofUsers > accounts.matched && {
      id: "unmatched",
      level: "limits",
      text: caveat.unmatched(accounts.ofUsers - accounts.matched, accounts.ofUsers),
    },
    users.ofSeveral > 0 && {
      id: "several",
      level: "note",
      text: caveat.ofSeveral(users.ofSeveral, users.all),
    },
    users.withoutAccount > 0 && {
      id: "without-account",
      level: "note",
      text: caveat.withoutAccount(users.withoutAccount, users.all),
    },
    result.afterNotice > 0 && {
      id: "after-notice",
      level: "note",
      text: caveat.afterNotice(result.afterNotice),
    },
    isLead && { id: "association", level: "note", text: caveat.association },
  ];
  return byLevel([...found.filter((one) => one !== false), ...rowCaveats(result.rows, texts)]);
}

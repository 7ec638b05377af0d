import { probabilityText } from "../findings";
import type { ReportTable, Who } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import { keyOfLag, keyOfPart, type whoKeys } from "./flags";
import type { LeadRequest } from "./query";
import type { LagResult, LeadResult } from "./result";
import { oddsSaid } from "./verdict";

type Lift = LeadResult["lift"][number];

/** What a part of the account-months is called: its bounds are those of the data. */
export function partName(part: Lift["part"], result: LeadResult, request: LeadRequest, language: Language) {
  const { texts, format } = language;
  const told = texts.userLogoLead.part;
  switch (part) {
    case "bottom":
      return told.bottom(format.percent(result.cuts?.low ?? 0));
    case "middle":
      return told.middle;
    case "top":
      return told.top(format.percent(result.cuts?.high ?? 0));
    case "below":
      return told.below(format.percent(request.params.threshold));
    case "above":
      return told.above(format.percent(request.params.threshold));
  }
}

export function whoInPart(
  part: Lift["part"],
  result: LeadResult,
  request: LeadRequest,
  language: Language,
): Who {
  return { key: keyOfPart(part), label: partName(part, result, request, language) };
}

/** Nobody where nobody was lost. */
export function whoLost({ lag, lostAccounts }: LagResult, { texts }: Language): Who | undefined {
  if (lostAccounts === 0) return undefined;
  return { key: keyOfLag(lag), label: texts.userLogoLead.lostWithin(lag) };
}

export function liftTable(result: LeadResult, request: LeadRequest, language: Language): ReportTable {
  const told = language.texts.userLogoLead.lift;
  const cell = cellsIn(language);
  return {
    id: "lift",
    title: told.title,
    columns: [
      left("part", told.part),
      right("account_months", told.accountMonths, "events"),
      right("accounts", told.accounts, "customers"),
      right("lost", told.lost, "customers"),
      right("rate", told.rate, "share"),
      right("interval", told.interval, "number"),
    ],
    rows: result.lift.map((one) => ({
      part: { text: partName(one.part, result, request, language), value: one.part },
      account_months: cell.count(one.accountMonths),
      accounts: cell.count(one.accounts, whoInPart(one.part, result, request, language)),
      lost: cell.count(one.lost),
      rate: cell.share(one),
      interval: cell.interval(one),
    })),
  };
}

export function lagsTable(result: LeadResult, language: Language): ReportTable {
  const { texts, format } = language;
  const told = texts.userLogoLead.lags;
  const cell = cellsIn(language);
  const estimate = (value: number | null | undefined, text: string | undefined) => ({
    text: text ?? told.none,
    value: value ?? null,
  });
  const digits = (value: number | null | undefined) =>
    estimate(value, value == null ? undefined : format.number(value, 3));
  return {
    id: "lags",
    title: told.title,
    columns: [
      right("lag", told.lag, "place"),
      right("account_months", texts.userLogoLead.lift.accountMonths, "events"),
      right("lost_accounts", told.lostAccounts, "customers"),
      right("odds", told.odds, "number"),
      right("interval", told.interval, "number"),
      right("q", told.q, "number"),
      right("auc", told.auc, "number"),
      right("auc_interval", told.interval, "number"),
      right("auc_controls", told.aucControls, "number"),
    ],
    rows: result.lags.map((one) => {
      const said = oddsSaid(one, language);
      const auc = one.auc?.interval;
      return {
        lag: cell.count(one.lag),
        account_months: cell.count(one.accountMonths),
        lost_accounts: cell.count(one.lostAccounts, whoLost(one, language)),
        odds: estimate(one.fit?.oddsRatio, said?.odds),
        interval: { text: said?.interval ?? told.none, value: one.fit?.interval ?? null },
        q: estimate(one.fit?.q, one.fit ? probabilityText(one.fit.q, language) : undefined),
        auc: digits(one.auc?.value),
        auc_interval: {
          text: auc ? texts.base.interval(format.number(auc[0], 3), format.number(auc[1], 3)) : told.none,
          value: auc ?? null,
        },
        auc_controls: digits(one.aucControls),
      };
    }),
  };
}

export function accountsTable(result: LeadResult, language: Language): ReportTable {
  const { accounts: told, who } = language.texts.userLogoLead;
  const cell = cellsIn(language);
  const row = (what: string, value: number, key?: (typeof whoKeys)[number]) => ({
    what: cell.text(what),
    count: cell.count(value, key && value > 0 ? { key, label: who[key] } : undefined),
  });
  return {
    id: "accounts",
    title: told.title,
    columns: [left("what", told.what), right("count", told.count, "mixed")],
    rows: [
      row(told.ofUsers, result.accounts.ofUsers),
      row(told.known, result.accounts.known),
      row(told.used, result.accounts.used),
      row(told.lost, result.lost.accounts, "lost"),
      row(told.flagged, result.lost.flagged, "flagged"),
      row(told.now, result.atRiskNow.accounts),
      row(told.atRisk, result.atRiskNow.flagged, "at-risk"),
    ],
  };
}

import { intervalColumn } from "../findings";
import type { ReportTable } from "../report";
import type { Language } from "../texts";
import type { whoKeys } from "./flags";
import type { LeadRequest } from "./query";
import type { LeadResult } from "./result";
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

export function liftTable(result: LeadResult, request: LeadRequest, language: Language): ReportTable {
  const { texts, format } = language;
  const told = texts.userLogoLead.lift;
  const number = (value: number) => ({ text: format.count(value), value });
  return {
    id: "lift",
    title: told.title,
    columns: [
      { key: "part", label: told.part, align: "left" },
      { key: "account_months", label: told.accountMonths, align: "right" },
      { key: "accounts", label: told.accounts, align: "right" },
      { key: "lost", label: told.lost, align: "right" },
      { key: "rate", label: told.rate, align: "right" },
      { key: "interval", label: told.interval, align: "right" },
    ],
    rows: result.lift.map((one) => ({
      part: { text: partName(one.part, result, request, language), value: one.part },
      account_months: number(one.accountMonths),
      accounts: number(one.accounts),
      lost: number(one.lost),
      rate: { text: format.percentColumn(one.rate), value: one.rate },
      interval: { text: intervalColumn(one.interval, language), value: one.interval },
    })),
  };
}

export function lagsTable(result: LeadResult, language: Language): ReportTable {
  const { texts, format } = language;
  const told = texts.userLogoLead.lags;
  const number = (value: number) => ({ text: format.count(value), value });
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
      { key: "lag", label: told.lag, align: "right" },
      { key: "account_months", label: texts.userLogoLead.lift.accountMonths, align: "right" },
      { key: "lost_accounts", label: told.lostAccounts, align: "right" },
      { key: "odds", label: told.odds, align: "right" },
      { key: "interval", label: told.interval, align: "right" },
      { key: "q", label: told.q, align: "right" },
      { key: "auc", label: told.auc, align: "right" },
      { key: "auc_interval", label: told.interval, align: "right" },
      { key: "auc_controls", label: told.aucControls, align: "right" },
    ],
    rows: result.lags.map((one) => {
      const said = oddsSaid(one, language);
      const auc = one.auc?.interval;
      return {
        lag: number(one.lag),
        account_months: number(one.accountMonths),
        lost_accounts: number(one.lostAccounts),
        odds: estimate(one.fit?.oddsRatio, said?.odds),
        interval: { text: said?.interval ?? told.none, value: one.fit?.interval ?? null },
        q: estimate(one.fit?.q, one.fit ? small(one.fit.q, format) : undefined),
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

/** Never "0": a q too small for four digits is told as less than the smallest of them. */
function small(q: number, format: Language["format"]): string {
  return q < 0.0001 ? `<${format.number(0.0001, 4)}` : format.number(q, 4);
}

export function accountsTable(result: LeadResult, { texts, format }: Language): ReportTable {
  const { accounts: told, who } = texts.userLogoLead;
  const row = (what: string, value: number, key?: (typeof whoKeys)[number]) => ({
    what: { text: what, value: what },
    count: {
      text: format.count(value),
      value,
      ...(key && value > 0 && { who: { key, label: who[key] } }),
    },
  });
  return {
    id: "accounts",
    title: told.title,
    columns: [
      { key: "what", label: told.what, align: "left" },
      { key: "count", label: told.count, align: "right" },
    ],
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

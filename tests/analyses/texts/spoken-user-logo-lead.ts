import { userLogoLead } from "../../../src/analyses/user-logo-lead";
import { leadResultFound, leadResultNone } from "../../charts/fixtures/user-logo-lead";
import { spoken, type Spoken } from "./spoken-one";

export const spokenUserLogoLead: readonly Spoken[] = [
  spoken("users leave first", userLogoLead, leadResultFound, { contracts: "terms" }),
  spoken("users leave first, notice known", userLogoLead, leadResultFound, {
    contracts: "terms",
    notice: "noticed",
  }),
  spoken("users tell nothing", userLogoLead, leadResultNone, { contracts: "terms" }),
  spoken(
    "the account leaves first",
    userLogoLead,
    {
      ...leadResultFound,
      controlsRenewal: false,
      reverse: { accounts: 40, usersFirst: 3, medianDays: 31 },
    },
    { contracts: "terms", notice: "noticed" },
  ),
  spoken(
    "few accounts lost",
    userLogoLead,
    {
      ...leadResultNone,
      lags: leadResultNone.lags.map((one) => ({
        ...one,
        lostAccounts: 3,
        fit: null,
        auc: null,
        aucControls: null,
      })),
    },
    { contracts: "terms" },
  ),
  spoken(
    "no account matches",
    userLogoLead,
    {
      ...leadResultNone,
      accounts: { known: 12, ofUsers: 7, matched: 0, used: 0 },
      accountMonths: 0,
      lift: [],
      cuts: null,
    },
    { contracts: "terms" },
  ),
];

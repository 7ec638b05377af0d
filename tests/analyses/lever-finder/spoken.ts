import { leverFinder } from "../../../src/analyses/lever-finder";
import type { FinderResult } from "../../../src/analyses/lever-finder/result";
import { shareOf } from "../../../src/analyses/share";
import {
  calls,
  constant,
  finderOf,
  found,
  leaking,
  logins,
  rare,
  reach,
  sso,
  themes,
} from "../../charts/fixtures/lever-finder";
import { spoken, type Spoken } from "../texts/spoken-one";

const columns = { mode: "columns", left: "0", levers: ["reach_pct", "sso"], usageDays: 90, statusDay: 365 };
const nothing = { overall: shareOf(0, 0), levers: [], permutations: 0 };
const ofLog: Partial<FinderResult> = {
  mode: "activity",
  status: null,
  asOf: "2024-07-01",
  from: "2024-01-01",
  until: "2024-06-30",
  excluded: [
    { why: "not-observed", customers: 260 },
    { why: "not-there", customers: 41 },
  ],
};
const days = { ...reach, behaviour: "*days" };

/** Every way in which levers can be found or not. */
export const spokenLeverFinder: readonly Spoken[] = [
  spoken("levers found", leverFinder, found, columns),
  spoken("levers without windows", leverFinder, finderOf([reach, sso]), {
    ...columns,
    usageDays: null,
    criterion: "value",
  }),
  spoken("levers of a log", leverFinder, finderOf([days, { ...logins, behaviour: "*kinds" }], ofLog)),
  spoken("levers of contracts", leverFinder, finderOf([days, themes], { ...ofLog, mode: "contracts" }), {
    mode: "contracts",
    contracts: "terms",
    outcomeFrom: 275,
    people: "people",
    controlsBeside: ["size"],
    permutations: 5000,
  }),
  spoken("levers, a line that was given", leverFinder, finderOf([{ ...reach, given: 25.3 }]), {
    ...columns,
    levers: ["reach_pct >= 25.3"],
  }),
  spoken("levers, a yes or no", leverFinder, finderOf([sso]), columns),
  spoken(
    "levers of a segment",
    leverFinder,
    finderOf([{ ...logins, unknown: shareOf(60, 90) }], {
      unavailable: [
        { behaviour: "logins_wk", control: "plan", level: "free", customers: 310 },
        { behaviour: "logins_wk", control: "seats", level: null, customers: 90 },
      ],
      bandedControls: ["seats"],
    }),
    { ...columns, controls: ["plan", "seats"] },
  ),
  spoken("levers, more is worse", leverFinder, finderOf([calls]), columns),
  spoken("levers, chance", leverFinder, finderOf([themes]), columns),
  spoken("levers, leak", leverFinder, finderOf([leaking, constant]), columns),
  spoken("levers, leak at nought", leverFinder, finderOf([{ ...leaking, leak: "zero" }]), columns),
  spoken("levers, few", leverFinder, finderOf([rare], { overall: shareOf(1188, 1200) }), columns),
  spoken("levers, none", leverFinder, finderOf([constant]), columns),
  spoken("levers, overlap", leverFinder, finderOf([], { ...nothing, refused: "overlap", rows: null }), {
    outcomeFrom: 3,
  }),
  spoken("levers, no status said", leverFinder, finderOf([], nothing), { mode: "columns" }),
  spoken("levers, no column said", leverFinder, finderOf([], nothing), { mode: "columns", left: "0" }),
  spoken(
    "levers, a status nobody has",
    leverFinder,
    finderOf([], { ...nothing, overall: shareOf(900, 900) }),
    {
      ...columns,
      left: "gone",
    },
  ),
  spoken("levers, nobody to compare", leverFinder, finderOf([], { ...nothing, ...ofLog })),
  spoken("levers, nobody left", leverFinder, finderOf([], { ...ofLog, overall: shareOf(900, 900) })),
  spoken("levers, everybody left", leverFinder, finderOf([], { ...ofLog, overall: shareOf(0, 900) })),
];

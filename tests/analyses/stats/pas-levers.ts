import { csvParse } from "d3";
import type { Pattern } from "../../../src/analyses/stats/logistic";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";

/** A made base of 1,200 accounts with known traps, and R's results on it. */
const accounts = "spec/reference/data/pas_synthetic.csv";
const truth = "spec/reference/10_pas_synthetic.json";

export const hasAccounts = isShared(accounts) && isShared(truth);

export function pasReference<T>(key: string): T {
  return sharedJson<Record<string, T>>(truth)[key]!;
}

/** The least value at which a lever counts as pulled. */
const levers = {
  reach_pct: 25,
  nps_surveys: 1,
  integrations: 2,
  checklists: 2,
  logins_wk: 3,
  themes: 2,
  profile_done: 1,
  support_calls: 1,
  sso: 1,
};

const levels: readonly (readonly [string, string])[] = [
  ["size", "MID"],
  ["size", "ENT"],
  ["vertical", "fintech"],
  ["vertical", "media"],
  ["vertical", "retail"],
];

export type PasColumn = keyof typeof levers | "MID" | "ENT" | "fintech" | "media" | "retail";

/** retained ~ the columns named, customer by customer. */
export function pasPatterns(columns: readonly PasColumn[]): Pattern[] {
  return csvParse(sharedText(accounts)).map((row) => ({
    values: [
      1,
      ...columns.map((column) => {
        if (column in levers) return Number(Number(row[column]) >= levers[column as keyof typeof levers]);
        const [attribute] = levels.find(([, level]) => level === column)!;
        return Number(row[attribute] === column);
      }),
    ],
    x: Number(row.retained_365),
    n: 1,
  }));
}

export const pasLevers: readonly PasColumn[] = [
  "reach_pct",
  "nps_surveys",
  "integrations",
  "checklists",
  "logins_wk",
  "themes",
  "profile_done",
  "support_calls",
];

export const pasControls: readonly PasColumn[] = ["MID", "ENT", "fintech", "media", "retail"];

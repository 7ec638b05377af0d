import { srm } from "../stats/srm";
import { guessControl } from "./guess-control";
import type { AbTestParams } from "./params";
import type { AccountRow, ArmRow } from "./read";
import type { AbTestResult } from "./result";

/** More values of the variant column are something else than arms. */
const mostArms = 6;

type Arms = Pick<AbTestResult, "arms" | "problem" | "variants" | "split" | "accounts" | "states">;

/** The arms, the control first, and whether so many came into each as was planned: of those who were assigned, before anybody is left out. */
export function armsFrom(
  rows: readonly ArmRow[],
  accounts: readonly AccountRow[] | null,
  params: AbTestParams,
): Arms {
  const names = [...new Set(rows.flatMap(({ arm }) => arm ?? []))].sort(inOrder);
  const control = controlOf(names, params.control.trim());
  const problem = problemOf(rows, names, control);
  const ordered = control === null ? names : [control, ...names.filter((name) => name !== control)];
  const shown = problem === "many-arms" ? [] : ordered;
  const sum = (of: (row: ArmRow) => boolean) =>
    rows.filter(of).reduce((total, { customers }) => total + customers, 0);
  const arms = shown.map((name, i) => ({
    name,
    planned: plannedShare(i, shown.length, params.split),
    assigned: sum(({ arm }) => arm === name),
    followed: sum(({ arm, state }) => arm === name && state === "in"),
    accounts: params.unit === "account" ? (accounts?.find(({ arm }) => arm === name)?.accounts ?? 0) : null,
  }));
  const states = [...new Set(rows.map(({ state }) => state))];
  return {
    arms,
    problem,
    variants: names.length,
    split: problem === null ? splitOf(arms, params) : null,
    accounts: accounts && accountsFrom(accounts),
    states: states.map((state) => ({ state, customers: sum((row) => row.state === state) })),
  };
}

function problemOf(
  rows: readonly ArmRow[],
  names: readonly string[],
  control: string | null,
): AbTestResult["problem"] {
  if (rows.length === 0) return "no-rows";
  if (names.length === 0) return "no-variant";
  if (names.length > mostArms) return "many-arms";
  if (names.length === 1) return "one-arm";
  return control === null ? "no-control" : null;
}

/** As it is named; or what is called like one; or the first by name. */
function controlOf(names: readonly string[], wanted: string): string | null {
  if (wanted !== "") return names.find((name) => name === wanted) ?? null;
  return guessControl(names) ?? names[0] ?? null;
}

function plannedShare(place: number, arms: number, control: number | null): number {
  if (control === null) return 1 / arms;
  return place === 0 ? control : (1 - control) / (arms - 1);
}

function splitOf(arms: Arms["arms"], { alarm, unit }: AbTestParams): AbTestResult["split"] {
  const counts = arms.map(({ accounts, assigned }) => (unit === "account" ? (accounts ?? 0) : assigned));
  const told = srm(
    counts,
    arms.map(({ planned }) => planned),
  );
  if (!told.ok) return null;
  const { expected, chiSquare, df, p, smallestExpected } = told;
  return { expected: [...expected], chiSquare, df, p, smallestExpected, isBroken: p < alarm };
}

function accountsFrom(rows: readonly AccountRow[]): AbTestResult["accounts"] {
  const sum = (of: (row: AccountRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    all: sum(({ accounts }) => accounts),
    several: sum(({ several }) => several),
    split: sum(({ arm, accounts }) => (arm === null ? accounts : 0)),
  };
}

/** The same whatever the language of the machine. */
function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

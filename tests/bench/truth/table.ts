import { truths, type Truth } from "./base";
import type { Run } from "./bench";
import type { Trap } from "./judge";
import type { Path } from "./path";

const names: Record<Path, string> = {
  ebb: "Ebb, the default path",
  phi: "Best phi on the same data",
  logistic: "Plain logistic, everything",
};
const paths: readonly Path[] = ["ebb", "phi", "logistic"];
const traps = [...new Set(Object.values(truths))].filter((one) => one !== "true" && one !== "null");

export interface Row {
  readonly path: Path;
  readonly bases: number;
  readonly falseRate: number;
  readonly trueShare: number;
  readonly flagged: number | null;
  /** Traps without their name of which it was said that the data cannot tell. */
  readonly undecided: number | null;
  /** True levers that were called a trap, of all. */
  readonly alarmed: number;
  readonly coverage: number | null;
  readonly aucError: number | null;
}

export function rowOf(path: Path, runs: readonly Run[]): Row {
  const own = runs.filter((run) => run.path === path).map(({ judged }) => judged);
  const met = own.flatMap((judged) => judged.traps);
  const errors = own.flatMap(({ aucError }) => (aucError === null ? [] : [aucError]));
  const intervals = sum(own.map((judged) => judged.intervals));
  return {
    path,
    bases: own.length,
    undecided: met.length > 0 ? met.filter(({ undecided }) => undecided).length / met.length : null,
    // Benjamini & Hochberg (1995): the mean of false of all found, 0 where nothing was.
    falseRate: mean(
      own.map(({ falseFound, trueFound }) => falseFound.length / Math.max(1, falseFound.length + trueFound)),
    ),
    trueShare: sum(own.map(({ trueFound }) => trueFound)) / sum(own.map(({ trueThere }) => trueThere)),
    flagged: met.length > 0 ? met.filter(({ flagged }) => flagged).length / met.length : null,
    alarmed: sum(own.map(({ alarmed }) => alarmed.length)) / sum(own.map(({ trueThere }) => trueThere)),
    coverage: intervals > 0 ? sum(own.map(({ covered }) => covered)) / intervals : null,
    aucError: errors.length > 0 ? mean(errors) : null,
  };
}

/** The table of all sizes and of each, then the traps by name, then what misses the targets. */
export function printed(runs: readonly Run[]): string[] {
  const sizes = [...new Set(runs.map(({ customers }) => customers))];
  const blocks: [string, readonly Run[]][] = [
    ["All bases", runs],
    ...sizes.map((size): [string, readonly Run[]] => [
      `${size.toLocaleString("en")} customers`,
      runs.filter(({ customers }) => customers === size),
    ]),
    ["Bases that the gate calls green", ofGreen(runs)],
  ];
  return [
    ...blocks.flatMap(([title, some]) => (some.length > 0 ? [...blockOf(title, some), ""] : [])),
    ...trapLines(runs, sizes),
    "",
    ...misses(runs),
  ];
}

/** All paths on the bases of which Ebb's gate says that they bear a model. */
export function ofGreen(runs: readonly Run[]): Run[] {
  const green = new Set(
    runs.filter(({ path, judged }) => path === "ebb" && judged.gate === "green").map(baseOf),
  );
  return runs.filter((run) => green.has(baseOf(run)));
}

function blockOf(title: string, runs: readonly Run[]): string[] {
  const header = [
    "",
    "bases",
    "false of found",
    "true found",
    "traps named",
    "cannot tell",
    "false alarms",
    "coverage",
    "error of AUC",
  ];
  const rows = paths.map((path) => {
    const row = rowOf(path, runs);
    return [
      names[path],
      String(row.bases),
      percent(row.falseRate),
      percent(row.trueShare),
      percent(row.flagged),
      percent(row.undecided),
      percent(row.alarmed),
      percent(row.coverage),
      row.aucError === null ? "–" : signed(row.aucError),
    ];
  });
  return [title, ...aligned([header, ...rows])];
}

/** Of each trap, by size of the base and at green: how often it was there, named, left open, and seen by one who knows its kind. */
function trapLines(runs: readonly Run[], sizes: readonly number[]): string[] {
  const ebb = runs.filter(({ path }) => path === "ebb");
  const green = ofGreen(runs).filter(({ path }) => path === "ebb");
  const groups: [string, readonly Run[]][] = [
    ...sizes.map((size): [string, readonly Run[]] => [
      size.toLocaleString("en"),
      ebb.filter(({ customers }) => customers === size),
    ]),
    ["green", green],
    ["all", ebb],
  ];
  const rows = traps.map((trap) => [
    trap,
    ...groups.map(([, some]) => shares(some.flatMap(({ judged }) => ofTrap(judged.traps, trap)))),
    calls(ebb.flatMap(({ judged }) => ofTrap(judged.traps, trap))),
  ]);
  return [
    "Ebb, traps by name: there / named / said that it cannot be told / seen by one test that knows the kind and the culprit",
    ...aligned([["", ...groups.map(([name]) => name), "what they were called"], ...rows]),
  ];
}

function ofTrap(all: readonly Trap[], trap: Truth): Trap[] {
  return all.filter(({ truth }) => truth === trap);
}

function shares(met: readonly Trap[]): string {
  if (met.length === 0) return "–";
  const share = (of: (one: Trap) => boolean) => `${Math.round((100 * met.filter(of).length) / met.length)}%`;
  return `${met.length} / ${share(({ flagged }) => flagged)} / ${share(({ undecided }) => undecided)} / ${share(({ seen }) => seen)}`;
}

function calls(met: readonly Trap[]): string {
  return count(met.map(({ names }) => [...new Set(names)].join(" and ") || "nothing"));
}

/** What Ebb's default path falls short of. */
export function misses(runs: readonly Run[]): string[] {
  const all = rowOf("ebb", runs);
  const green = ofGreen(runs);
  const said: string[] = [];
  const miss = (text: string) => said.push(`MISSED: ${text}`);
  if (all.falseRate > 0.05) miss(`false discoveries ${percent(all.falseRate)}, target at most 5%`);
  if (green.length === 0) miss("no base was green");
  else {
    const row = rowOf("ebb", green);
    if (row.trueShare < 0.9)
      miss(`true levers found at green ${percent(row.trueShare)}, target at least 90%`);
  }
  if (all.flagged !== null && all.flagged < 1)
    miss(
      `traps named ${percent(all.flagged)} (green ${percent(rowOf("ebb", green).flagged)}), target all; of ${percent(all.undecided)} Ebb says that the data cannot tell`,
    );
  if (all.alarmed > 0.05) miss(`true levers called a trap ${percent(all.alarmed)}, target at most 5%`);
  if (all.coverage !== null && (all.coverage < 0.93 || all.coverage > 0.97))
    miss(`coverage ${percent(all.coverage)}, target 93 to 97%`);
  const ebb = runs.filter(({ path }) => path === "ebb");
  const wrong = count(ebb.flatMap(({ judged }) => judged.falseFound));
  const alarmed = count(ebb.flatMap(({ judged }) => judged.alarmed));
  const outside = count(ebb.flatMap(({ judged }) => judged.missed));
  return [
    ...(said.length > 0 ? said : ["Every target is met."]),
    `Ebb's false discoveries: ${wrong || "none"}`,
    `True levers that Ebb called a trap: ${alarmed || "none"}`,
    `Ebb's intervals that miss: ${outside || "none"}`,
    "What leaks tells the outcome of nearly everybody: beside it plain logistic has errors without end, so it finds nothing,",
    "and its intervals hold the truth because they hold everything.",
  ];
}

function count(all: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].map(([one, n]) => `${one} ${n}`).join(", ");
}

function baseOf({ customers, seed }: Run): string {
  return `${customers} ${seed}`;
}

function percent(share: number | null): string {
  return share === null || Number.isNaN(share) ? "–" : `${(share * 100).toFixed(1)}%`;
}

function signed(value: number): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(3)}`;
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  "),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function mean(values: readonly number[]): number {
  return values.length > 0 ? sum(values) / values.length : 0;
}

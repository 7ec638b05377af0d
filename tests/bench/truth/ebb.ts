import { adoptionScore } from "../../../src/analyses/adoption-score";
import { chosenOf } from "../../../src/analyses/adoption-score/result";
import { leverFinder } from "../../../src/analyses/lever-finder";
import type { FinderResult } from "../../../src/analyses/lever-finder/result";
import { leverRegression } from "../../../src/analyses/lever-regression";
import type { LeverRegressionResult, VerdictKind } from "../../../src/analyses/lever-regression/result";
import { isToldTogether } from "../../../src/analyses/lever-regression/verdict";
import { survivorship } from "../../../src/analyses/survivorship";
import type { SurvivorshipResult } from "../../../src/analyses/survivorship/result";
import { leverText, type Lever } from "../../../src/analyses/levers/lever";
import type { DataSet } from "../../../src/analyses";
import type { Database } from "../../../src/engine";
import { run } from "../../analyses/ask";
import { behaviours, type Behaviour, type Customer } from "./base";
import { asked, loadBase } from "./load";
import type { Called, Name, Said } from "./path";

/** What takes long: the permutations of the finder. Its default is 2,000. */
const permutations = 499;
const controls = ["size", "plan"];
/** As many as the analyses take at once. */
const [mostLevers, mostScored] = [12, 8];
const everUsed: Behaviour = "ever_used";

/**
 * The way that the analyses propose one after the other: the survivorship check of all, lines by the finder, the regression
 * with size and plan of what is no leak, too rare or an artefact, and the score of what it says to keep.
 */
export async function ebbPath(database: Database, base: readonly Customer[]): Promise<Said> {
  const data = await loadBase(database, base);
  const inTime = behaviours.filter((one) => one !== everUsed);
  const checked = await resultOf(database, data, survivorship, {
    levers: inTime,
    firstUse: ["first_day"],
    followed: "days",
  });
  const lines = await resultOf(database, data, leverFinder, { levers: inTime, controls, permutations });
  // Whether it was ever used says nothing as long as the time in which it could be does: only a candidate in time goes on.
  const firstUse = checked.behaviours.find((one) => one.form === "first-use")?.class;
  const left = [...inTime, ...(firstUse === "real candidate" ? [everUsed] : [])].filter(
    (one) => !isLeak(lines, one) && !isRare(checked, one),
  );
  const levers = left.slice(0, mostLevers).map((behaviour) => leverFor(lines, behaviour));
  const fitted = await resultOf(database, data, leverRegression, {
    levers: levers.map(leverText),
    controls,
    resamples: 0,
  });
  const kept = fitted.levers.flatMap(({ judged, behaviour }) =>
    judged.kind === "keep" ? [behaviour as Behaviour] : [],
  );
  return {
    found: kept,
    foundPairs: pairsIn(fitted),
    called: [
      ...inTime.flatMap((one) => calledBy(one, { checked, lines, fitted })),
      ...(firstUse === "survivor artefact"
        ? [{ behaviour: everUsed, name: "artefact" as const, by: null }]
        : []),
    ],
    undecided: [
      ...fitted.levers.flatMap(({ judged, behaviour }) =>
        judged.kind === "cannot-tell" ? [behaviour as Behaviour] : [],
      ),
      ...(firstUse === "cannot tell" ? [everUsed] : []),
    ],
    intervals: intervalsOf(fitted),
    score: await scoreOf(database, data, lines, kept),
    gate: fitted.gate?.colour ?? null,
  };
}

/** By its line where that holds, else as it was measured. */
function leverFor(lines: FinderResult, behaviour: Behaviour): Lever {
  const found = lines.levers.find((one) => one.behaviour === behaviour);
  const cut = found?.kind === "holds" && !found.isSwitch && found.best ? found.best.cut : null;
  return { behaviour, cut };
}

function isLeak(lines: FinderResult, behaviour: Behaviour): boolean {
  return lines.levers.some((one) => one.behaviour === behaviour && one.kind === "leak");
}

function isRare(checked: SurvivorshipResult, behaviour: Behaviour): boolean {
  return checked.behaviours.some((one) => one.behaviour === behaviour && one.class === "too rare");
}

interface Analyses {
  readonly checked: SurvivorshipResult;
  readonly lines: FinderResult;
  readonly fitted: LeverRegressionResult;
}

/** The words that the analyses have for a behaviour. */
function calledBy(behaviour: Behaviour, { checked, lines, fitted }: Analyses): Called[] {
  const place = fitted.levers.findIndex((one) => one.behaviour === behaviour);
  const judged = fitted.levers[place]?.judged;
  const separated = fitted.model?.ok ? (fitted.model.levers[place]?.separated ?? null) : null;
  const isFew = lines.levers.some((one) => one.behaviour === behaviour && one.kind === "few");
  const ofShares = checked.behaviours.find((one) => one.behaviour === behaviour)?.class;
  const names: (Name | null)[] = [
    isLeak(lines, behaviour) ? "leak" : null,
    isRare(checked, behaviour) || isFew || separated !== null ? "rare" : null,
    ofShares === "reversed" ? "against" : null,
    ofShares === "survivor artefact" ? "artefact" : null,
    judged ? nameOfKind[judged.kind] : null,
  ];
  const other = judged?.other ?? null;
  const by =
    other &&
    (other.form === "lever" ? fitted.levers[other.place]!.behaviour : fitted.controls[other.place]!.column);
  return names.flatMap((name) => (name ? [{ behaviour, name, by }] : []));
}

const nameOfKind: Record<VerdictKind, Name | null> = {
  keep: null,
  against: "against",
  merge: "twin",
  explained: "explained",
  partly: "explained",
  immaterial: null,
  reversed: "turned",
  "cannot-tell": null,
  leak: "leak",
  repeats: "twin",
  constant: null,
};

/** Of which the regression says that one of them goes with staying. */
function pairsIn({ model, levers }: LeverRegressionResult): Said["foundPairs"] {
  if (!model?.ok) return [];
  return model.pairs.flatMap(({ a, b }) => {
    const areMerged = [a, b].every((place) => levers[place]!.judged.kind === "merge");
    return areMerged && isToldTogether(model, a, b)
      ? [[levers[a]!.behaviour as Behaviour, levers[b]!.behaviour as Behaviour] as const]
      : [];
  });
}

function intervalsOf({ model, levers }: LeverRegressionResult): Said["intervals"] {
  if (!model?.ok) return [];
  return model.levers.flatMap(({ interval }, place) => {
    const [low, high] = interval ?? [null, null];
    if (!interval) return [];
    const { behaviour, cut } = levers[place]!;
    return [
      { behaviour: behaviour as Behaviour, cut, interval: [low ?? -Infinity, high ?? Infinity] as const },
    ];
  });
}

async function scoreOf(
  database: Database,
  data: DataSet,
  lines: FinderResult,
  kept: readonly Behaviour[],
): Promise<Said["score"]> {
  if (kept.length === 0) return null;
  const levers = kept.slice(0, mostScored).map((behaviour): Lever => {
    const found = lines.levers.find((one) => one.behaviour === behaviour);
    return { behaviour, cut: found && !found.isSwitch && found.best ? found.best.cut : null };
  });
  const result = await resultOf(database, data, adoptionScore, { levers: levers.map(leverText), controls });
  const chosen = chosenOf(result);
  if (!chosen?.validated) return null;
  const weights = result.levers.map(({ behaviour, cut }, i) => ({
    behaviour,
    cut,
    weight: chosen.weights[i]!,
  }));
  return {
    auc: chosen.validated.auc,
    of: (own) =>
      weights.reduce(
        (sum, { behaviour, cut, weight }) => sum + (own[behaviour as Behaviour] >= (cut ?? 1) ? weight : 0),
        0,
      ),
  };
}

type Analysed = Parameters<typeof run>[1];

async function resultOf<A extends Analysed>(
  database: Database,
  data: DataSet,
  analysis: A,
  given: Readonly<Record<string, unknown>>,
): Promise<Awaited<ReturnType<A["compute"]>>> {
  const { result } = await run(database, analysis, data, { ...asked, ...given });
  return result as Awaited<ReturnType<A["compute"]>>;
}

import { adoptionScore } from "../../../src/analyses/adoption-score";
import { chosenOf } from "../../../src/analyses/adoption-score/result";
import { leverFinder } from "../../../src/analyses/lever-finder";
import type { FinderResult } from "../../../src/analyses/lever-finder/result";
import { leverRegression } from "../../../src/analyses/lever-regression";
import type { LeverRegressionResult } from "../../../src/analyses/lever-regression/result";
import { survivorship } from "../../../src/analyses/survivorship";
import type { SurvivorshipResult } from "../../../src/analyses/survivorship/result";
import { leverText, type Lever } from "../../../src/analyses/levers/lever";
import type { DataSet } from "../../../src/analyses";
import type { Database } from "../../../src/engine";
import { run } from "../../analyses/ask";
import { behaviours, type Behaviour, type Customer } from "./base";
import { asked, loadBase } from "./load";
import type { Said } from "./path";

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
  const isArtefact = checked.behaviours.some(
    (one) => one.form === "first-use" && one.class === "survivor artefact",
  );
  const left = [...inTime, ...(isArtefact ? [] : [everUsed])].filter(
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
    flagged: [
      ...behaviours.filter((one) => isFlagged(one, checked, lines, fitted)),
      ...(isArtefact ? [everUsed] : []),
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

/** Called by its name: the word that the analyses have for this trap. */
function isFlagged(
  behaviour: Behaviour,
  checked: SurvivorshipResult,
  lines: FinderResult,
  fitted: LeverRegressionResult,
): boolean {
  const place = fitted.levers.findIndex((one) => one.behaviour === behaviour);
  const judged = fitted.levers[place]?.judged;
  const estimate = fitted.model?.ok ? fitted.model.levers[place] : undefined;
  const other = judged?.other?.form === "lever" ? fitted.levers[judged.other.place]?.behaviour : null;
  switch (behaviour) {
    case "events":
      return isLeak(lines, behaviour) || judged?.kind === "leak";
    case "sso":
      return (
        isRare(checked, behaviour) ||
        lines.levers.some((one) => one.behaviour === behaviour && one.kind === "few") ||
        (estimate?.separated ?? null) !== null
      );
    case "logins":
      return judged?.kind === "explained";
    case "team_again":
      return judged?.kind === "merge" || (judged?.kind === "explained" && other === "team");
    case "calls":
      return (
        judged?.kind === "against" ||
        judged?.kind === "reversed" ||
        checked.behaviours.some((one) => one.behaviour === behaviour && one.class === "reversed")
      );
    case "feature":
      return judged?.kind === "reversed";
    case "ever_used":
    case "share":
    case "team":
    case "goals":
    case "clicks":
    case "colour":
    case "docs":
      return false;
  }
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

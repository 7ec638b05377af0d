import { intervalText } from "../findings";
import { leverProblem } from "../levers/problem";
import type { Verdict } from "../report";
import type { Language } from "../texts";
import { bandLabel } from "./names";
import { chosenOf, type ScoreResult } from "./result";
import type { ScoreRequest } from "./params";
import { passesOf } from "./tables";

/** How many stay at the lowest and the highest score, how well the score tells customers apart, and what it did not pass. */
export function scoreVerdict(result: ScoreResult, { params }: ScoreRequest, language: Language): Verdict {
  const { texts, format } = language;
  const { verdict, next, version, check } = texts.adoptionScore;
  const { rows, status, facts, gate, bands } = result;
  const problem = leverProblem(
    {
      rows,
      status,
      levers: result.levers.length,
      customers: facts?.customers ?? 0,
      used: facts?.used ?? 0,
      lost: facts?.lost ?? 0,
    },
    params,
    language,
  );
  if (problem) return problem;
  const chosen = chosenOf(result);
  const [lowest, highest] = [bands[0], bands.at(-1)];
  if (!chosen || !lowest || !highest || bands.length < 2)
    return { level: "cannot-tell", sentence: noScore(result, language), next: next.noScore };
  const told = verdict.ends({
    low: bandLabel(lowest, language),
    lowRate: format.percentBeside(lowest.stayed.rate ?? 0, [highest.stayed.rate ?? 0]),
    lowInterval: intervalText(lowest.stayed.interval, language),
    high: bandLabel(highest, language),
    highRate: format.percentBeside(highest.stayed.rate ?? 0, [lowest.stayed.rate ?? 0]),
    highInterval: intervalText(highest.stayed.interval, language),
  });
  if (gate?.colour === "red")
    return {
      level: "cannot-tell",
      sentence: `${verdict.red(gate.events, gate.rarer)} ${told}`,
      next: gate.toAmber ? next.red(gate.toAmber.events, gate.toAmber.customers) : next.noScore,
    };
  const area = chosen.validated;
  const failed = chosen.checks.filter(({ state }) => state === "fail");
  const isApart = chosen.checks.find((one) => one.check === "discriminates")?.state === "pass";
  const passes = verdict.passes({
    version: version[chosen.version],
    isWinner: result.chosen === result.winner,
    passes: passesOf(chosen),
    checks: chosen.checks.length,
    failed: failed.map((one) => check[one.check].name),
    open: chosen.checks.filter(({ state }) => state === "cannot-tell").length,
  });
  const areaText = area && format.number(area.auc, 2);
  const areaInterval =
    area?.interval &&
    texts.base.interval(format.number(area.interval[0], 2), format.number(area.interval[1], 2));
  const isReversed =
    (highest.stayed.interval?.[1] ?? 1) < (lowest.stayed.rate ?? 0) &&
    chosen.checks.some(({ check: name, state }) => name === "monotone" && state === "fail");
  const apart = isReversed
    ? verdict.reversed
    : !area || !isApart
      ? verdict.notApart
      : verdict.apart({
          strength:
            area.auc < 0.6 ? "weak" : area.auc < 0.7 ? "moderate" : area.auc < 0.8 ? "good" : "strong",
          area: areaText!,
          interval: areaInterval!,
        });
  return {
    level: !isApart
      ? "cannot-tell"
      : gate?.colour === "green" && passesOf(chosen) === chosen.checks.length
        ? "certain"
        : "likely",
    sentence: `${told} ${apart} ${passes}`,
    ...(area && {
      number: {
        value: verdict.area(areaText!),
        interval: areaInterval ?? null,
        base: verdict.base(facts!.used),
      },
    }),
    next: !isApart ? next.notApart : failed.length ? next.failed : next.passed,
  };
}

function noScore({ contenders, levers }: ScoreResult, { texts }: Language): string {
  const { verdict } = texts.adoptionScore;
  if (levers.every(({ on }) => on.x === 0 || on.x === on.n)) return verdict.constant;
  if (contenders.some((one) => !one.ok && one.why === "none-positive")) return verdict.nonePositive;
  return verdict.noModel;
}

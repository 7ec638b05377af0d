import { intervalText, shareFinding } from "../findings";
import type { Finding } from "../report";
import { isSmallSample, shareOf } from "../share";
import type { Language } from "../texts";
import type { CohortRequest } from "./lives";
import { cohortName, stepName } from "./names";
import { isInTime } from "./params";
import type { CohortResult } from "./result";
import { averageOf, shownOf } from "./shares";

/** The average, its highest and lowest cohort, where it goes, and what behaviour goes with it. */
export function cohortFindings(
  result: CohortResult,
  { params }: CohortRequest,
  language: Language,
): Finding[] {
  const at = result.at === null ? undefined : result.steps[result.at];
  if (!at) return [];
  const { texts, format } = language;
  const { finding, step } = texts.cohortMatrix;
  const { pooled } = at;
  const label = finding.at(step(stepName(at), result.grain));
  if (result.metric !== "customers") {
    const { rate, interval } = shownOf(pooled, result, "retention");
    const average = {
      id: "average",
      label,
      value: rate,
      text: rate === null ? texts.base.noBase : format.percent(rate),
      n: pooled.n,
    };
    return [
      interval
        ? { ...average, interval, intervalText: intervalText(interval, language) }
        : { ...average, interval: null, noInterval: finding.noInterval },
    ];
  }
  const shown = (x: number, n: number) => shareOf(params.show === "attrition" ? n - x : x, n);
  const findings = [
    shareFinding(
      "average",
      label,
      shown(pooled.x, pooled.n),
      isSmallSample(pooled) ? ["small-sample"] : [],
      language,
    ),
  ];
  if (params.average !== "pooled") {
    const value = averageOf(at, result, params).rate;
    findings.push({
      id: params.average,
      label: texts.cohortMatrix.table[params.average],
      value,
      text: value === null ? texts.base.noBase : format.percent(value),
      n: pooled.n,
      interval: null,
      noInterval: finding.averageNoInterval,
    });
  }
  const complete = result.cohorts
    .map((cohort) => ({ id: cohort.id, cell: cohort.cells[result.at!]! }))
    .filter(({ cell }) => cell.state === "complete")
    .map(({ id, cell }) => ({ id, share: shown(cell.x, cell.n) }))
    .sort((a, b) => b.share.rate! - a.share.rate!);
  const [best, worst] = [complete[0], complete[complete.length - 1]];
  if (best && worst && best !== worst)
    findings.push(
      shareFinding("best", finding.best(cohortName(best.id, result, language)), best.share, [], language),
      shareFinding("worst", finding.worst(cohortName(worst.id, result, language)), worst.share, [], language),
    );
  return [
    ...findings,
    ...slope(result, params.show === "attrition", language),
    ...difference(result, language),
  ];
}

function slope(result: CohortResult, isAttrition: boolean, { texts }: Language): Finding[] {
  const at = result.steps[result.at!]!;
  if (!isInTime(result)) return [];
  const { finding } = texts.cohortMatrix;
  const { points, interval } = texts.base;
  if (!at.trend)
    return [
      {
        id: "slope",
        label: finding.slope,
        value: null,
        text: texts.base.noBase,
        n: at.pooled.n,
        interval: null,
        noInterval: finding.noTrend,
      },
    ];
  const sign = isAttrition ? -1 : 1;
  const [low, high] = at.trend.interval.map((bound) => sign * bound).sort((a, b) => a - b) as [
    number,
    number,
  ];
  return [
    {
      id: "slope",
      label: finding.slope,
      value: sign * at.trend.slope,
      text: points(sign * at.trend.slope),
      n: at.pooled.n,
      interval: [low, high],
      intervalText: interval(points(low), points(high)),
    },
  ];
}

function difference({ difference: found, steps, at }: CohortResult, { texts }: Language): Finding[] {
  if (!found) return [];
  const { points, interval } = texts.base;
  return [
    {
      id: "difference",
      label: texts.cohortMatrix.finding.difference,
      value: found.value,
      text: points(found.value),
      n: steps[at!]!.pooled.n,
      interval: found.interval,
      intervalText: interval(points(found.interval[0]), points(found.interval[1])),
    },
  ];
}

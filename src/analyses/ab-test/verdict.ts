import type { Caveat, Verdict } from "../report";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { differenceText, meanText, metricLabel, sizeAndInterval } from "./names";
import type { AbTestResult, Contrast, Metric } from "./result";
import type { AbTestRequest } from "./units";

/** What the change does to the outcome that decides; or why that cannot be said. */
export function abTestVerdict(
  result: AbTestResult,
  { params }: AbTestRequest,
  caveats: readonly Caveat[],
  language: Language,
): Verdict {
  if (result.plan) return planVerdict(result.plan, language);
  const problem = problemOf(result, params.control.trim(), language) ?? brokenSplit(result, params, language);
  if (problem) return problem;
  const { verdict, next } = language.texts.abTest;
  const primary = result.metrics[0];
  if (!primary || primary.kind === "unknown")
    return { level: "cannot-tell", sentence: verdict.nobodyFollowed, next: next.follow };
  const told = primary.contrasts.map((one) =>
    one.judged
      ? contrastSentence(result, primary, one, params.effect, language)
      : whyNot(primary, one, language),
  );
  const besides = result.metrics.slice(1).flatMap((metric) => besideSentences(result, metric, language));
  const first = primary.contrasts.find(({ judged }) => judged !== null);
  if (result.stage === "early") {
    const n = Math.min(...primary.arms.map(({ share }) => share.n));
    const early = verdict.early(n, params.planned ?? 0);
    return { level: "cannot-tell", sentence: early, next: next.wait };
  }
  const isTold = primary.contrasts.some(({ finding }) => finding !== "open");
  const isDoubtful =
    caveats.some(({ level }) => level === "flips") || primary.arms.some(({ share }) => isSmallSample(share));
  return {
    level: isTold ? (isDoubtful ? "likely" : "certain") : "cannot-tell",
    sentence: [...told, ...besides].join(" "),
    ...(first && { number: numberOf(primary, first, language) }),
    next: nextStep(primary, language),
  };
}

function problemOf(result: AbTestResult, control: string, { texts }: Language): Verdict | null {
  const { verdict, next } = texts.abTest;
  const said = (sentence: string, way: string): Verdict => ({ level: "cannot-tell", sentence, next: way });
  switch (result.problem) {
    case "no-rows":
      return said(verdict.noRows, next.rows);
    case "no-variant":
      return said(verdict.noVariant, next.variant);
    case "one-arm":
      return said(verdict.oneArm(result.arms[0]?.name ?? ""), next.variant);
    case "many-arms":
      return said(verdict.manyArms(result.variants), next.variant);
    case "no-control":
      return said(verdict.noControl(control), next.control);
    case null:
      return null;
  }
}

function brokenSplit(
  { arms, split }: AbTestResult,
  { alarm, unit }: AbTestRequest["params"],
  language: Language,
): Verdict | null {
  if (!split?.isBroken) return null;
  const { texts, format } = language;
  const { verdict, next } = texts.abTest;
  const isAccounts = unit === "account";
  return {
    level: "refused",
    sentence: verdict.broken({
      sizes: format.list(
        arms.map(({ assigned, accounts }) => format.count(isAccounts ? (accounts ?? 0) : assigned)),
      ),
      planned: format.list(arms.map(({ planned }) => format.percent(planned))),
      alarm: format.number(alarm, 6),
      accounts: isAccounts,
    }),
    next: next.broken,
  };
}

function whyNot(metric: Metric, { why }: Contrast, language: Language): string {
  const { notCompared } = language.texts.abTest.verdict;
  return notCompared[why ?? "always"](metricLabel(metric, language));
}

function contrastSentence(
  result: AbTestResult,
  metric: Metric,
  one: Contrast,
  effect: number,
  language: Language,
): string {
  const { texts } = language;
  const { verdict } = texts.abTest;
  const { difference, interval } = one.judged!;
  const told = {
    ...toldOf(result, metric, one, language),
    ...sizeAndInterval(difference, interval, metric.kind, language),
  };
  const matters = texts.base.points(effect);
  switch (one.finding) {
    case "raises":
    case "lowers": {
      const isSmall = metric.kind === "share" && Math.max(...interval.map(Math.abs)) < effect;
      return [
        verdict[one.finding](told),
        ...naturally(metric, one, language),
        ...(isSmall ? [verdict.sure(matters)] : []),
      ].join(" ");
    }
    case "small":
      return verdict.small(told, matters);
    case "open": {
      const seen = result.stage === "always" ? null : one.detectable;
      return [
        verdict.open(told),
        ...(seen === null ? [] : [verdict.detectable(texts.base.points(seen))]),
      ].join(" ");
    }
  }
}

/** The shares, or means, of an arm and of the control. */
function toldOf({ arms }: AbTestResult, metric: Metric, { arm }: Contrast, language: Language) {
  const { format } = language;
  const [other, value] = [metric.arms[0]!, metric.arms[arm]!];
  const isShare = metric.kind === "share";
  return {
    arm: arms[arm]!.name,
    control: arms[0]!.name,
    metric: metricLabel(metric, language),
    value: isShare
      ? format.percentBeside(value.share.rate ?? 0, [other.share.rate ?? 0])
      : meanText(value.mean ?? 0, format),
    other: isShare
      ? format.percentBeside(other.share.rate ?? 0, [value.share.rate ?? 0])
      : meanText(other.mean ?? 0, format),
    by: "",
    interval: "",
  };
}

/** The difference in customers of a number that holds at least one and a half of them. */
function naturally(metric: Metric, { judged }: Contrast, { texts }: Language): string[] {
  const size = Math.abs(judged?.difference ?? 0);
  const total = [100, 1000, 10_000].find((of) => size * of >= 1.5);
  if (metric.kind !== "share" || total === undefined) return [];
  return [texts.abTest.verdict.natural(Math.round(size * total), total)];
}

function besideSentences(result: AbTestResult, metric: Metric, language: Language): string[] {
  return metric.contrasts.flatMap((one) =>
    one.finding === "raises" || one.finding === "lowers"
      ? [
          language.texts.abTest.verdict.besides(
            toldOf(result, metric, one, language),
            one.finding === "raises",
          ),
        ]
      : [],
  );
}

function numberOf(metric: Metric, one: Contrast, language: Language): NonNullable<Verdict["number"]> {
  const { texts } = language;
  const { difference, interval } = one.judged!;
  const [low, high] = interval.map((end) => differenceText(end, metric.kind, language));
  return {
    value: differenceText(difference, metric.kind, language),
    interval: texts.base.interval(low!, high!),
    base: texts.abTest.base(metric.arms[one.arm]!.share.n, metric.arms[0]!.share.n),
  };
}

function nextStep({ contrasts }: Metric, { texts }: Language): string {
  const { next } = texts.abTest;
  const found = contrasts.map(({ finding }) => finding);
  if (contrasts.every(({ judged }) => judged === null))
    return contrasts.some(({ why }) => why === "too-few-accounts" || why === "mean-of-accounts")
      ? next.account
      : next.other;
  // Whether more or less of it is better nobody said: an outcome may be that a customer left.
  if (found.includes("raises") || found.includes("lowers")) return next.found;
  return found.includes("small") ? next.small : next.open;
}

function planVerdict(plan: NonNullable<AbTestResult["plan"]>, language: Language): Verdict {
  const { texts, format } = language;
  const { verdict, next } = texts.abTest;
  const [, size] = plan.sizes;
  const [effect, baseline] = [texts.base.points(size!.effect), format.percent(plan.baseline)];
  if (size!.perArm === null)
    return { level: "cannot-tell", sentence: verdict.noPlan(effect, baseline), next: next.plan };
  return {
    level: "certain",
    sentence: verdict.plan({
      effect,
      baseline,
      power: format.percent(plan.power),
      perArm: size!.perArm,
      total: 2 * size!.perArm,
      weeks: size!.weeks,
    }),
    number: { value: format.count(size!.perArm), interval: null, base: texts.abTest.table.perArm },
    next: next.plan,
  };
}

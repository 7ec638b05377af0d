import { intervalText } from "../findings";
import type { Verdict } from "../report";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { keyOfTheme } from "./customers";
import { looksUncoded, shareOfNew } from "./judge";
import { themeName } from "./names";
import type { ExitResult } from "./result";
import type { ExitRequest } from "./source";

/** What was named most, and always that interviewed is not all lost. Spec C13. */
export function exitVerdict(result: ExitResult, { params }: ExitRequest, language: Language): Verdict {
  const { texts, format } = language;
  const { verdict, next, who } = texts.exitThemes;
  const { coverage, themes, silent } = result;
  const [first] = themes;
  const cannotTell = (sentence: string, way: string): Verdict => ({
    level: "cannot-tell",
    sentence,
    next: way,
  });
  if (coverage.rate === null)
    return result.rows?.used === 0
      ? cannotTell(verdict.noRows, next.nobodyLost)
      : cannotTell(verdict.nobodyLost, next.nobodyLost);
  if (!first) return cannotTell(verdict.nobodyTold(coverage.n), next.nobodyTold);
  const tied = themes.filter(({ share }) => share.x === first.share.x);
  const name = themeName(first.theme, first.said, language);
  const share = format.percent(first.share.rate ?? 0);
  const interval = intervalText(first.share.interval, language);
  return {
    level: looksUncoded(result) || isSmallSample(first.share) || coverage.rate < 0.8 ? "likely" : "certain",
    sentence: [
      verdict.coverage({ lost: coverage.n, told: coverage.x, share: format.percent(coverage.rate) }),
      tied.length > 1
        ? verdict.tied(
            tied.map((one) => themeName(one.theme, one.said, language)),
            first.share.x,
            first.share.n,
          )
        : verdict.first({ theme: name, n: first.share.x, of: first.share.n, share, interval }),
      coverage.x < coverage.n
        ? verdict.notAll({
            theme: name,
            least: format.percentBeside(first.least, [first.most]),
            most: format.percentBeside(first.most, [first.least]),
          })
        : verdict.everybody,
      ...(silent && silent.x > 0 ? [verdict.silent(silent.x, params.contactDays)] : []),
    ].join(" "),
    number: {
      value: share,
      interval,
      base: name,
      who: { key: keyOfTheme(first.theme), label: who.theme(name) },
    },
    next: nextStep(result, texts),
  };
}

function nextStep(result: ExitResult, texts: Language["texts"]): string {
  const { next } = texts.exitThemes;
  if (looksUncoded(result)) return next.code;
  if ((result.coverage.rate ?? 0) < 0.5) return next.silent;
  return (shareOfNew(result) ?? 0) > 0.1 ? next.saturation : next.found;
}

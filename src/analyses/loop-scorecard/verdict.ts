import type { Caveat, Verdict } from "../report";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import type { LoopRequest } from "./life";
import { isTooSoon, stageIds } from "./params";
import type { LoopResult } from "./result";
import { measureOf } from "./stages-query";
import { digits, estimateInterval, numberText, saidOf, stageName } from "./words";

/** Which stages are measured and what each shows; stages are not held against each other, for they ask different things. */
export function loopVerdict(
  result: LoopResult,
  { params }: LoopRequest,
  caveats: readonly Caveat[],
  language: Language,
): Verdict {
  const { verdict, next, who } = language.texts.loop;
  const cannotTell = (sentence: string, way: string): Verdict => ({
    level: "cannot-tell",
    sentence,
    next: way,
  });
  if (result.rows.used === 0 || !result.clock) return cannotTell(verdict.noRows, next.rows);
  if (isTooSoon(params))
    return { level: "refused", sentence: verdict.span(params.later, params.gap), next: next.span };
  const measured = stageIds.flatMap((id) => result.stages.find((stage) => stage.id === id) ?? []);
  const missing = stageIds
    .filter((id) => !measured.some((stage) => stage.id === id))
    .map((id) => stageName(id, params, language));
  const rest = [...doorSentences(result, language), ...moreSentences(result, language)];
  if (measured.length === 0) return cannotTell([verdict.nothing(result.names), ...rest].join(" "), next.name);
  const seen = measured.filter(({ share }) => share.n > 0);
  const lead = seen[0];
  if (!lead || lead.share.rate === null) return cannotTell([verdict.nobody, ...rest].join(" "), next.wait);
  const sentence = [
    verdict.measured(measured.length, missing),
    ...measured.map(({ id, share }) => {
      const name = stageName(id, params, language);
      return share.n > 0
        ? verdict.stage(name, measureOf(result.chosen, id).days, saidOf(share, language))
        : verdict.unseen(name);
    }),
    ...rest,
  ].join(" ");
  const isDoubtful =
    caveats.some(({ level }) => level === "flips") || seen.some(({ share }) => isSmallSample(share));
  const said = saidOf(lead.share, language);
  return {
    level: isDoubtful ? "likely" : "certain",
    sentence,
    number: {
      value: said.share,
      interval: said.interval,
      base: language.texts.base.ofBase(lead.share.x, lead.share.n),
      who: { key: `${lead.id} done`, label: who.done(stageName(lead.id, params, language)) },
    },
    next: missing.length ? next.missing(missing) : result.chosen.door === null ? next.leak : next.test,
  };
}

function doorSentences({ doors }: LoopResult, language: Language): string[] {
  const { texts } = language;
  const entrance = doors.findLast((one) => one.entrance && one.entrance.n > 0);
  const leak = doors.findLast((one) => one.leak && one.leak.n > 0);
  return [
    ...(entrance?.entrance
      ? [
          texts.loop.verdict.entrance(
            texts.base.period(entrance.month, "month"),
            saidOf(entrance.entrance, language),
          ),
        ]
      : []),
    ...(leak?.leak
      ? [texts.loop.verdict.leak(texts.base.period(leak.month, "month"), saidOf(leak.leak, language))]
      : []),
  ];
}

function moreSentences({ invites, nps, chosen }: LoopResult, language: Language): string[] {
  const { texts } = language;
  const { verdict } = texts.loop;
  const last = invites?.marks.at(-1);
  const quarter = nps?.quarters.findLast(({ isOpen, counts }) => !isOpen && counts.score);
  return [
    ...(last?.k?.interval && chosen.accepted !== null
      ? [
          verdict.k(
            last.day,
            numberText(last.k.value, digits.each, language),
            estimateInterval(last.k, digits.each, language),
          ),
        ]
      : []),
    ...(quarter?.counts.score
      ? [
          verdict.nps(
            texts.base.period(quarter.quarter, "quarter"),
            numberText(quarter.counts.score.value, digits.score, language),
            estimateInterval(quarter.counts.score, digits.score, language),
          ),
        ]
      : []),
  ];
}

import { shareFinding } from "../findings";
import type { Finding, Report, ReportTable } from "../report";
import { rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { caveatsOf } from "./caveats";
import { doorsFigure } from "./doors-figure";
import { invitesFigure } from "./invites-figure";
import type { LoopRequest } from "./life";
import { doorsTable, invitesTable, npsTables } from "./more-tables";
import { npsFigure } from "./nps-figure";
import { isTooSoon, loopParams, stageIds } from "./params";
import type { LoopResult } from "./result";
import { keptFigure, stagesFigure, stepsFigure } from "./share-figures";
import { chosenTable, keptTable, stagesTable, stepsTable } from "./tables";
import { loopVerdict } from "./verdict";
import { digits, estimateInterval, numberText, saidOf, stageName } from "./words";

/** Nothing is shown of a log without usable rows, nor where the days do not fit each other. */
export function isShown({ clock, rows }: LoopResult, { params }: Pick<LoopRequest, "params">): boolean {
  return clock !== null && rows.used > 0 && !isTooSoon(params);
}

/** Where no stage is seen there is no scorecard to draw. */
export function hasFigures(result: LoopResult, request: Pick<LoopRequest, "params">): boolean {
  return isShown(result, request) && stageIds.some((id) => seenIn(result, id));
}

function seenIn({ stages }: LoopResult, id: (typeof stageIds)[number]): boolean {
  return stages.some((stage) => stage.id === id && stage.share.n > 0);
}

export function reportLoop(result: LoopResult, request: LoopRequest, language: Language): Report {
  const { texts, format } = language;
  const { params } = request;
  const caveats = caveatsOf(result, request, language);
  const shown = isShown(result, request);
  return {
    verdict: loopVerdict(result, request, caveats, language),
    findings: shown ? findingsOf(result, request, language) : [],
    caveats,
    figures: hasFigures(result, request)
      ? [
          stagesFigure(result, params, language),
          ...doorsFigure(result, language),
          ...keptFigure(result, params, language),
          ...stepsFigure(result, language),
          ...invitesFigure(result, language),
          ...npsFigure(result, language),
        ]
      : [],
    tables: [
      ...(shown
        ? [
            stagesTable(result, params, language),
            keptTable(result, params, language),
            stepsTable(result, language),
            doorsTable(result, language),
            invitesTable(result, language),
            ...npsTables(result, language),
            chosenTable(result, params, language),
          ].filter((table): table is ReportTable => table !== null)
        : []),
      rowTable(result.rows, language),
    ],
    definition: definitionOf(
      { form: (all) => all.loop.form, params: loopParams },
      params,
      language,
      foundIn(result, request, language),
    ),
    method: methodOf(result, request, language),
  };

  function foundIn({ clock, chosen }: LoopResult, { data }: LoopRequest, { format: write }: Language) {
    const { notMeasured } = texts.loop;
    const steps = Object.fromEntries(chosen.steps.map((step, i) => [`step${i + 1}`, step]));
    return {
      rule: texts.base.rule(data.rule),
      ...(clock && { asOf: write.day(clock.asOf) }),
      ...Object.fromEntries(
        stageIds.map((id) => [`${id}Done`, format.list(chosen.stages[id].done) || notMeasured]),
      ),
      ...(chosen.steps.length ? steps : { step1: notMeasured }),
      call: chosen.call.done[0] ?? notMeasured,
      accepted: chosen.accepted ?? notMeasured,
      door: chosen.door ?? notMeasured,
      bought: chosen.bought ?? notMeasured,
      asked: chosen.asked ?? notMeasured,
      score: params.score ?? notMeasured,
    };
  }
}

function findingsOf(result: LoopResult, { params }: LoopRequest, language: Language): Finding[] {
  const { texts } = language;
  const { finding } = texts.loop;
  const last = result.invites?.marks.at(-1);
  const quarter = result.nps?.quarters.findLast(({ isOpen, counts }) => !isOpen && counts.score);
  return [
    ...result.stages.map(({ id, share }) =>
      shareFinding(
        id,
        stageName(id, params, language),
        share,
        isSmallSample(share) ? [`small-${id}`] : [],
        language,
      ),
    ),
    ...(last?.k && result.chosen.accepted !== null && result.invites
      ? [estimated("k", finding.k(last.day), last.k, digits.each, result.invites.customers)]
      : []),
    ...(quarter?.counts.score
      ? [
          estimated(
            "nps",
            finding.nps(texts.base.period(quarter.quarter, "quarter")),
            quarter.counts.score,
            digits.score,
            quarter.counts.promoters + quarter.counts.passives + quarter.counts.detractors,
          ),
        ]
      : []),
  ];

  function estimated(
    id: string,
    label: string,
    one: { value: number; interval: [number, number] | null },
    places: number,
    n: number,
  ): Finding {
    const told = { id, label, value: one.value, text: numberText(one.value, places, language), n };
    return one.interval
      ? { ...told, interval: one.interval, intervalText: estimateInterval(one, places, language) }
      : { ...told, interval: null, noInterval: finding.noInterval };
  }
}

function methodOf(result: LoopResult, { params }: LoopRequest, language: Language): Report["method"] {
  const { texts } = language;
  const { method } = texts.loop;
  const isByContract = params.mode === "contracts";
  const lead = result.stages.find(({ share }) => share.n > 0);
  const last = result.invites?.marks.at(-1);
  const quarter = result.nps?.quarters.findLast(({ isOpen, counts }) => !isOpen && counts.score);
  const compared = result.stages.some(({ kept }) => kept.difference);
  return {
    formula: [
      lead
        ? method.share(saidOf(lead.share, language), stageName(lead.id, params, language))
        : texts.base.noBase,
      ...(last?.k && result.invites && result.chosen.accepted !== null
        ? [method.k(last.accepted, result.invites.customers, numberText(last.k.value, digits.each, language))]
        : []),
      ...(quarter?.counts.score
        ? [
            method.nps(
              quarter.counts.promoters,
              quarter.counts.detractors,
              quarter.counts.promoters + quarter.counts.passives + quarter.counts.detractors,
              numberText(quarter.counts.score.value, digits.score, language),
            ),
          ]
        : []),
    ],
    notes: [
      method.window,
      isByContract ? method.thereByContract(params.later) : method.there(params.gap, params.later),
      ...(result.doors.length ? [isByContract ? method.doorsByContract : method.doors] : []),
      ...(last ? [method.invites] : []),
      ...(result.nps ? [method.scores, method.visible] : []),
    ],
    sources: [
      texts.base.sources.wilson,
      ...(compared ? [texts.abTest.method.sources.newcombe, method.sources.landmark, method.sources.bh] : []),
      ...(last ? [method.sources.ratio] : []),
      ...(result.nps ? [method.sources.nps] : []),
    ],
  };
}

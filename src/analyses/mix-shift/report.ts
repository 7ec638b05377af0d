import type { Finding, Report } from "../report";
import { rowTable } from "../row-caveats";
import { foundIn } from "../segments/report";
import { statusTable } from "../segments/tables";
import { definitionOf } from "../sentence";
import type { Language } from "../texts";
import { mixShiftCaveats } from "./caveats";
import { strataFigure } from "./figure";
import { methodOf } from "./method";
import { mixShiftParams } from "./params";
import type { MixShiftResult } from "./result";
import type { MixShiftRequest } from "./sides";
import { splitFigure } from "./split-figure";
import { strataTable, testTable, totalsTable } from "./tables";
import { mixShiftVerdict, signedInterval } from "./verdict";

export function reportMixShift(result: MixShiftResult, request: MixShiftRequest, language: Language): Report {
  const caveats = mixShiftCaveats(result, request, language);
  const flips = caveats.some(({ level }) => level === "flips");
  const { format } = language;
  return {
    verdict: mixShiftVerdict(result, request, flips, language),
    findings: findingsOf(result, language),
    caveats,
    figures: hasFigure(result)
      ? [strataFigure(result, language), ...[splitFigure(result, language) ?? []].flat()]
      : [],
    tables: [
      ...(hasFigure(result)
        ? [strataTable(result, language), totalsTable(result, language), testTable(result, language)]
        : []),
      ...(result.status ? [statusTable(result.status.values, language)] : []),
      rowTable(result.rows, language),
    ],
    definition: definitionOf(
      { form: (all) => all.mixShift.form, params: mixShiftParams },
      request.params,
      language,
      {
        ...foundIn(result, request, language),
        ...(result.earlier && { earlier: format.day(result.earlier.start) }),
      },
    ),
    method: methodOf(result, language),
  };
}

/** Two sides with customers: without them there is nothing to hold side by side. */
export function hasFigure({ first, second }: MixShiftResult): boolean {
  return first.n > 0 && second.n > 0;
}

function findingsOf(result: MixShiftResult, language: Language): Finding[] {
  const { texts, format } = language;
  const { finding } = texts.mixShift;
  const { crude, adjusted, standardised, decomposition, commonOdds, first, second, strata } = result;
  const n = first.n + second.n;
  const difference = (id: string, label: string, found: MixShiftResult["crude"]): Finding[] =>
    found
      ? [
          {
            id,
            label,
            value: found.value,
            text: texts.base.points(found.value),
            n,
            interval: found.interval,
            intervalText: signedInterval(found, language),
          },
        ]
      : [];
  const part = (id: string, label: string, value: number | undefined): Finding[] =>
    value === undefined
      ? []
      : [{ id, label, value, text: texts.base.points(value), n, interval: null, noInterval: finding.part }];
  const counted = (id: string, label: string, value: number): Finding => ({
    id,
    label,
    value,
    text: format.count(value),
    n,
    interval: null,
    noInterval: texts.base.noInterval.count,
  });
  const compared = strata.filter((stratum) => stratum.difference !== null);
  const odds: Finding[] = commonOdds
    ? [
        {
          id: "odds",
          label: finding.odds,
          value: commonOdds.value,
          text: format.number(commonOdds.value, 2),
          n,
          ...(commonOdds.interval
            ? {
                interval: commonOdds.interval,
                intervalText: texts.base.interval(
                  format.number(commonOdds.interval[0], 2),
                  format.number(commonOdds.interval[1], 2),
                ),
              }
            : { interval: null, noInterval: finding.oddsNoInterval }),
        },
      ]
    : [];
  return [
    ...difference("crude", finding.crude, crude),
    ...difference("adjusted", finding.adjusted, adjusted),
    ...difference("standardised", finding.standardised, standardised?.difference ?? null),
    ...part("rate-effect", finding.rateEffect, decomposition?.rateEffect),
    ...part("mix-effect", finding.mixEffect, decomposition?.mixEffect),
    ...odds,
    counted("strata", finding.strata, compared.length),
    counted("lower", finding.sameDirection, compared.filter((one) => one.difference!.value < 0).length),
  ];
}

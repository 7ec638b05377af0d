import type { Figure } from "../report";
import { labelOf } from "../segments/names";
import { fills, rateRowsPlot, whoOf, type RateMark, type RateRow } from "../segments/rate-rows";
import type { Share } from "../share";
import type { Language } from "../texts";
import { sideNames, whoOn } from "./names";
import { sides, type Side } from "./query";
import type { MixShiftResult, StratumResult } from "./result";

/** Both sides' shares for each value, and for all customers as they are and with one mix. */
export function strataFigure(result: MixShiftResult, language: Language): Figure {
  const { texts } = language;
  const told = texts.mixShift.figure;
  const names = sideNames(result, language);
  const { standardised, strata, crude } = result;
  const rows: RateRow[] = [
    ...strata.map((stratum) => ({
      group: "",
      label: labelOf(stratum, language),
      marks: marksOf(result, stratum, stratum, language),
    })),
    { group: told.all, label: told.asTheyAre, marks: marksOf(result, result, null, language) },
    ...(standardised
      ? [
          {
            group: told.all,
            label: told.sameMix,
            marks: sides.map((side) => ({
              rate: standardised[side].value,
              low: standardised[side].interval[0],
              high: standardised[side].interval[1],
              of: told.sameMix,
              fill: fills[side],
            })),
          },
        ]
      : []),
  ];
  const compared = strata.filter(({ difference }) => difference !== null);
  return {
    id: "strata",
    title: told.title,
    caption: told.caption,
    alternative: told.alternative({
      strata: compared.length,
      lower: compared.filter(({ difference }) => difference!.value < 0).length,
      first: names.first,
      crude: crude ? texts.base.points(crude.value) : texts.base.noBase,
      standardised: standardised ? texts.base.points(standardised.difference.value) : texts.base.noBase,
    }),
    table: "strata",
    plot: (width) =>
      rateRowsPlot(
        {
          rows,
          reference: null,
          legend: sides.map((side) => ({ label: names[side], fill: fills[side] })),
          axis: told.axis,
        },
        width,
        language,
      ),
    who: whoOf,
  };
}

/** A side without customers in a value has no share to draw. */
function marksOf(
  result: MixShiftResult,
  shares: Readonly<Record<Side, Share>>,
  stratum: StratumResult | null,
  language: Language,
): RateMark[] {
  const { texts, format } = language;
  return sides.flatMap((side) => {
    const { rate, interval, x, n } = shares[side];
    if (rate === null || interval === null) return [];
    return [
      {
        rate,
        low: interval[0],
        high: interval[1],
        of: texts.segments.of(format.count(x), format.count(n)),
        fill: fills[side],
        who: whoOn(result, side, true, stratum, language),
      },
    ];
  });
}

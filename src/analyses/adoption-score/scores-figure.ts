import type { Figure } from "../report";
import { fills, rateRowsPlot, whoOf, type RateRows } from "../segments/rate-rows";
import type { Language } from "../texts";
import { bandLabel, whoOfBand } from "./names";
import { chosenOf, type ScoreResult } from "./result";

/** Of each score the share that stayed with its interval, the lowest score first. */
export function scoresFigure(result: ScoreResult, language: Language): Figure {
  const { texts, format } = language;
  const { figure } = texts.adoptionScore;
  const { bands, facts } = result;
  const overall = facts && facts.used > 0 ? (facts.used - facts.lost) / facts.used : null;
  const rows: RateRows = {
    rows: bands.map((band, i) => ({
      group: "",
      label: bandLabel(band, language),
      marks: [
        {
          rate: band.stayed.rate ?? 0,
          low: band.stayed.interval?.[0] ?? 0,
          high: band.stayed.interval?.[1] ?? 0,
          of: texts.segments.of(format.count(band.stayed.x), format.count(band.stayed.n)),
          fill: fills.first,
          who: whoOfBand(result, i, false, language),
        },
      ],
    })),
    reference: overall === null ? null : { rate: overall, label: figure.overall(format.percent(overall)) },
    legend: [],
    axis: figure.axis,
  };
  const version = texts.adoptionScore.version[chosenOf(result)!.version];
  return {
    id: "scores",
    title: figure.title,
    caption: figure.caption(version),
    alternative: figure.alternative(
      bands.map((band) => figure.part(bandLabel(band, language), format.percent(band.stayed.rate ?? 0))),
    ),
    table: "scores",
    plot: (width) => rateRowsPlot(rows, width, language),
    who: whoOf,
  };
}

import { baseOptions, colour, cutLabel, gridX } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import { beside, besideInterval, thresholdText } from "./beside";
import type { RepeatPurchaseRequest } from "./purchases";
import type { RepeatPurchaseResult } from "./result";
import { readingsOf, whoInReadings } from "./tables";

/** The three readings with their intervals; null where none has a base. */
export function readingsFigure(
  result: RepeatPurchaseResult,
  { params }: RepeatPurchaseRequest,
  language: Language,
): Figure[] {
  const { texts, format } = language;
  const told = texts.repeatPurchase.readingsFigure;
  const whoOf = whoInReadings(result.window, params.recent, language);
  const rows = readingsOf(result, params.recent, language).flatMap(({ id, label, share }) =>
    share.rate === null || share.interval === null
      ? []
      : [
          {
            label,
            share: share.rate,
            low: share.interval[0],
            high: share.interval[1],
            who: share.x > 0 ? whoOf[id][1] : null,
          },
        ],
  );
  if (rows.length === 0) return [];
  const said = (row: (typeof rows)[number]) => beside(row.share, result, language);
  const top = Math.min(1, 1.1 * Math.max(result.threshold, ...rows.map(({ high }) => high)));
  return [
    {
      id: "readings",
      title: told.title,
      caption: told.caption(thresholdText(result, language)),
      alternative: told.alternative(
        rows.map((row) => ({
          label: row.label,
          share: said(row),
          interval: besideInterval([row.low, row.high], result, language),
        })),
      ),
      table: "readings",
      plot: (width) => {
        return {
          ...baseOptions(width),
          height: 76 + rows.length * 56,
          marginLeft: 12,
          marginRight: 64,
          x: {
            label: texts.repeatPurchase.table.share,
            domain: [0, top],
            ticks: width > 500 ? 6 : 4,
            tickFormat: (share: number) => format.percent(share),
          },
          // A name takes the line above its share: beside it there is no room for a sentence.
          y: { axis: null, domain: rows.map(({ label }) => label) },
          marks: [
            gridX(6),
            Plot.ruleX([result.threshold], { stroke: "currentColor", strokeDasharray: "1,4" }),
            Plot.text([result.threshold], {
              x: (share: number) => share,
              text: () => thresholdText(result, language),
              frameAnchor: "top",
              lineAnchor: "bottom",
              fill: "currentColor",
              dy: -4,
            }),
            Plot.link(rows, {
              x1: "low",
              x2: "high",
              y: "label",
              stroke: colour.kept,
              strokeWidth: 2,
            }),
            Plot.dot(rows, { x: "share", y: "label", r: 5, fill: colour.kept }),
            Plot.text(rows, {
              y: "label",
              text: said,
              frameAnchor: "right",
              textAnchor: "start",
              dx: 8,
              fill: "currentColor",
            }),
            Plot.text(rows, {
              y: "label",
              text: ({ label }: { label: string }) => cutLabel(label, width),
              frameAnchor: "left",
              textAnchor: "start",
              dx: 6,
              dy: -17,
              fill: "currentColor",
            }),
            Plot.ruleX([0], { stroke: "currentColor" }),
            Plot.dot(
              rows.filter(({ who }) => who !== null),
              Plot.pointer({ x: "share", y: "label", r: 8, stroke: "currentColor" }),
            ),
          ],
        };
      },
      who: (datum) => rows.find((row) => row === datum)?.who ?? null,
    },
  ];
}

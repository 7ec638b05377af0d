import { code, comment, inLines, type Code } from "../code";
import type { Language } from "../texts";
import { heightOfPlot, type Level } from "./rate-figure";

/** `names`: the lines' names with their height on the y axis and how far each is moved down, as `sideLabels` does. */
export function namesCode(levels: readonly Level[], hasChart: boolean, { texts }: Language): Code {
  const { rate: told } = texts.overTime.figure;
  const entries = [
    ...levels.map(({ y, text }) => code`{ y: ${y}, text: ${text} },`),
    ...(hasChart
      ? [
          code`{ y: chart?.centre, text: ${told.baseline} },`,
          code`{ y: points[points.length - 1]?.highLimit, text: ${told.limits} },`,
        ]
      : []),
  ];
  return code`
    ${comment(texts.code.rate.levels)}
    const plotHeight = ${heightOfPlot};
    let free = -Infinity;
    const names = [
      ${inLines(...entries)}
    ]
      .flatMap(({ y, text }) => (y === undefined ? [] : [{ y, text }]))
      .sort((a, b) => b.y - a.y)
      .map(({ y, text }) => {
        const wanted = (1 - y / top) * plotHeight;
        const at = Math.max(wanted, free);
        free = at + 14;
        return { y, text, dy: Math.round(at - wanted) };
      });`;
}

export const namesMark = code`
  names.map(({ y, text, dy }) =>
    Plot.text([text], { y: [y], fill: "currentColor", frameAnchor: "right", textAnchor: "start", dx: 6, dy }),
  ),`;

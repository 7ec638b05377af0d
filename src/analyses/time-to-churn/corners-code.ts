import { code, comment, type Code } from "../code";
import type { Language } from "../texts";
import { fewAtRisk } from "./few";
import { paleness } from "./survival-figure";

/** `corners` of all curves, as `cornersOf` makes them. */
export function cornersCode({ texts }: Language): Code {
  const said = texts.timeToChurn.code;
  return code`
    ${comment(said.corners(fewAtRisk))}
    const corners = curves.flatMap(({ steps, stroke, dash }, curve) => {
      let [piece, wasFew] = [0, false];
      return [...steps, null].flatMap((step, i) => {
        const before = i > 0 ? steps[i - 1] : null;
        const isFew = step ? step.atRisk < ${fewAtRisk} : wasFew;
        if (isFew !== wasFew) piece = i;
        wasFew = isFew;
        const corner = (time: number, survival: number) => ({
          piece: \`\${curve} \${piece}\`,
          isFew,
          time,
          survival,
          low: before?.low,
          high: before?.high,
          stroke,
          dash,
        });
        const [start, survival] = [before?.time ?? 0, before?.survival ?? 1];
        return [
          corner(start, i > 1 ? steps[i - 2].survival : 1),
          corner(start, survival),
          corner(step?.time ?? start, survival),
        ];
      });
    });
    ${comment(said.lines)}
    const lines = d3.groups(corners, ({ dash }) => dash).flatMap(([dash, joined]) => [
      { dash, strokeOpacity: 1, joined: joined.filter(({ isFew }) => !isFew) },
      { dash, strokeOpacity: ${paleness}, joined: joined.filter(({ isFew }) => isFew) },
    ]);`;
}

export const linesCode = code`
  lines.map(({ joined, dash, strokeOpacity }) =>
    Plot.line(joined, {
      x: "time",
      y: "survival",
      z: "piece",
      stroke: "stroke",
      strokeWidth: 1.75,
      strokeOpacity,
      strokeDasharray: dash,
    }),
  ),`;

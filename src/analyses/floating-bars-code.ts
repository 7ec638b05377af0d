import { colour } from "./chart-style";
import { code, inLines, type Code } from "./code";
import { baseCode, gridYCode } from "./code-style";
import { letter, tight } from "./floating-bars";

interface FloatingBarsCodeLook {
  readonly axis: string;
  /** Name of the function that writes a tick. */
  readonly tickFormat: string;
  readonly marginLeft: number;
  readonly padding: number;
  /** How many bars are whole, as TypeScript; null: all. */
  readonly solid: string | null;
}

/** `links` between the `steps` of `floatingBars`, at the level where one ends and the next begins. */
export const floatingLinksCode: Code = code`
  const links = steps.slice(1).map(({ label, from, to }, i) => ({
    left: steps[i].label,
    right: label,
    at: i === steps.length - 2 ? to : from,
  }));
  const longest = Math.max(...steps.map(({ label, said }) => Math.max(label.length, said.length)));
  const isTight = (width - 84) / steps.length < longest * ${letter};`;

/** What `Plot.plot` is told of `steps` and `links` below its title: size, axes and marks, as `floatingBars` draws them. */
export function floatingBarsCode({
  axis,
  tickFormat,
  marginLeft,
  padding,
  solid,
}: FloatingBarsCodeLook): Code {
  return code`
    width,
    height: 300,
    ${baseCode({ marginLeft, marginBottom: `isTight ? ${tight.marginBottom} : 40` })}
    x: {
      domain: steps.map(({ label }) => label),
      label: null,
      tickSize: 0,
      tickRotate: isTight ? ${tight.rotate} : 0,
      padding: ${padding},
    },
    y: { label: ${axis}, nice: true, ticks: 5, tickFormat: ${{ text: tickFormat }}, zero: true },
    marks: [
      ${gridYCode(5)},
      ${barsCode(solid)}
      Plot.link(links, { x1: "left", x2: "right", y: "at", stroke: ${colour.muted}, strokeDasharray: "2,3" }),
      [0, 1].map((odd) =>
        Plot.text(
          steps.filter((_, i) => i % 2 === odd),
          {
            x: "label",
            y: ({ from, to }) => Math.max(from, to),
            text: "said",
            dy: isTight && odd ? ${tight.dy} : -9,
            fill: "currentColor",
            fontWeight: 600,
          },
        ),
      ),
      Plot.ruleY([0], { stroke: "currentColor" }),
    ],`;
}

function barsCode(solid: string | null): Code {
  const place = `{ x: "label", y1: "from", y2: "to", fill: "fill" }`;
  if (solid === null) return { text: `Plot.barY(steps, ${place}),` };
  return inLines(
    { text: `Plot.barY(steps.slice(0, ${solid}), ${place}),` },
    code`
      Plot.barY(steps.slice(${{ text: solid }}), {
        x: "label",
        y1: "from",
        y2: "to",
        fill: "fill",
        fillOpacity: 0.15,
        stroke: "fill",
        strokeDasharray: "2,2",
      }),`,
  );
}

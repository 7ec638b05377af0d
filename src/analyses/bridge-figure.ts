import { baseOptions, colour, gridY } from "./chart-style";
import { Plot } from "./plot";
import type { Figure } from "./report";
import type { Language } from "./texts";
import type { Movement } from "./identities";

const bridgeSteps = ["start", "lost", "returned", "new", "end"] as const;

export type BridgeStep = (typeof bridgeSteps)[number];

/** Of a figure's datum: which bar the pointer is at. */
export function isBridgeStep(datum: unknown): datum is { readonly step: BridgeStep } {
  return (
    typeof datum === "object" &&
    datum !== null &&
    "step" in datum &&
    bridgeSteps.some((step) => step === datum.step)
  );
}

/**
 * Start, lost, returned, new, end as a bridge: totals stand on the ground, changes float between them.
 * While the period goes on everything after the start is hollow.
 */
export function bridge(counts: Movement, { texts, format }: Language, isFinished = true): Figure {
  const { figure, table } = texts.attrition;
  const { atStart, lost, remaining, returned, atEnd } = counts;
  const steps = [
    {
      step: "start",
      label: table.atStart,
      from: 0,
      to: atStart,
      said: format.count(atStart),
      fill: colour.kept,
    },
    {
      step: "lost",
      label: table.lost,
      from: remaining,
      to: atStart,
      said: `−${format.count(lost)}`,
      fill: colour.lost,
    },
    {
      step: "returned",
      label: table.returned,
      from: remaining,
      to: remaining + returned,
      said: `+${format.count(returned)}`,
      fill: colour.returned,
    },
    {
      step: "new",
      label: table.new,
      from: remaining + returned,
      to: atEnd,
      said: `+${format.count(counts.new)}`,
      fill: colour.new,
    },
    { step: "end", label: table.atEnd, from: 0, to: atEnd, said: format.count(atEnd), fill: colour.kept },
  ];
  const links = [
    { left: table.atStart, right: table.lost, at: atStart },
    { left: table.lost, right: table.returned, at: remaining },
    { left: table.returned, right: table.new, at: remaining + returned },
    { left: table.new, right: table.atEnd, at: atEnd },
  ];
  return {
    id: "bridge",
    title: figure.title,
    caption: isFinished ? figure.caption : `${figure.caption} ${figure.unfinished}`,
    alternative: figure.alternative(counts),
    table: "attrition",
    plot: (width) => ({
      ...baseOptions(width),
      height: 300,
      marginLeft: 64,
      x: { domain: steps.map(({ label }) => label), label: null, tickSize: 0, padding: 0.35 },
      y: {
        label: figure.axis,
        nice: true,
        ticks: 5,
        tickFormat: (n: number) => format.count(n),
        zero: true,
      },
      marks: [
        gridY(5),
        Plot.barY(isFinished ? steps : steps.slice(0, 1), { x: "label", y1: "from", y2: "to", fill: "fill" }),
        Plot.barY(isFinished ? [] : steps.slice(1), {
          x: "label",
          y1: "from",
          y2: "to",
          fill: "fill",
          fillOpacity: 0.15,
          stroke: "fill",
          strokeDasharray: "2,2",
        }),
        Plot.link(links, {
          x1: "left",
          x2: "right",
          y1: "at",
          y2: "at",
          stroke: colour.muted,
          strokeDasharray: "2,3",
        }),
        Plot.text(steps, {
          x: "label",
          y: (step: (typeof steps)[number]) => Math.max(step.from, step.to),
          text: "said",
          dy: -9,
          fill: "currentColor",
          fontWeight: 600,
        }),
        Plot.barY(
          steps,
          Plot.pointerX({ x: "label", y1: "from", y2: "to", fill: "none", stroke: "currentColor" }),
        ),
        Plot.ruleY([0], { stroke: "currentColor" }),
      ],
    }),
  };
}

import { colour } from "./chart-style";
import { floatingBars } from "./floating-bars";
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
      from: atStart,
      to: remaining,
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
  return {
    id: "bridge",
    title: figure.title,
    caption: isFinished ? figure.caption : `${figure.caption} ${figure.unfinished}`,
    alternative: figure.alternative(counts),
    table: "attrition",
    plot: floatingBars(steps, {
      axis: figure.axis,
      tickFormat: (n) => format.count(n),
      marginLeft: 64,
      padding: 0.35,
      isFinished,
    }),
  };
}

import { baseOptions, colour, gridY } from "../chart-style";
import { moneyText } from "../money";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import type { LogoPeriod } from "./result";
import { stepsOf, type StepName } from "./steps";

export const stepColours: Readonly<Record<StepName, string>> = {
  start: colour.kept,
  lost: colour.lost,
  contraction: colour.second,
  expansion: colour.kept,
  returned: colour.returned,
  new: colour.new,
  end: colour.kept,
};

/** Start, what goes, what comes, end: of the MRR where it is known, else of the logos. Changes float between the totals. */
export function bridgeFigure(focal: LogoPeriod, language: Language): Figure {
  const { texts, format } = language;
  const { movements } = texts.logoAttrition;
  const isFinished = focal.state === "complete";
  const amount = (value: number) => (focal.money ? moneyText(value, null, language) : format.count(value));
  let level = 0;
  const steps = stepsOf(focal).map(({ step, logos, mrr }) => {
    const isTotal = step === "start" || step === "end";
    const by = mrr ?? (step === "lost" ? -logos : logos);
    const from = isTotal ? 0 : level;
    level = isTotal ? by : level + by;
    return {
      label: movements.steps[step],
      from,
      to: level,
      said: isTotal || by === 0 ? amount(Math.abs(by)) : `${by < 0 ? "−" : "+"}${amount(Math.abs(by))}`,
      fill: stepColours[step],
    };
  });
  const links = steps.slice(1).map(({ label, from, to }, i) => ({
    left: steps[i]!.label,
    right: label,
    at: i === steps.length - 2 ? to : from,
  }));
  const caption = focal.money ? movements.caption : movements.captionLogos;
  return {
    id: "movements",
    title: focal.money ? movements.title : movements.titleLogos,
    caption: isFinished ? caption : `${caption} ${texts.attrition.figure.unfinished}`,
    alternative: movements.alternative(steps.map(({ label, said }) => `${label} ${said}`).join(", ")),
    table: "movements",
    plot: (width) => ({
      ...baseOptions(width),
      height: 300,
      marginLeft: 72,
      x: { domain: steps.map(({ label }) => label), label: null, tickSize: 0, padding: 0.3 },
      y: {
        label: focal.money ? movements.mrr : movements.logos,
        nice: true,
        ticks: 5,
        tickFormat: (value: number) => format.number(value, 2),
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
          y: "at",
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
        Plot.ruleY([0], { stroke: "currentColor" }),
      ],
    }),
  };
}

import { baseOptions, colour, cutLabel, gridX, labelRoom } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import type { OnboardingResult } from "./result";

/** How many of those who began come to each step. */
export function stepsFigure(funnel: NonNullable<OnboardingResult["funnel"]>, language: Language): Figure {
  const { texts, format } = language;
  const told = texts.onboarding.figure.funnel;
  const bars = funnel.steps.map(({ event, ofAll }, i) => ({
    step: i + 1,
    event: `${i + 1}. ${event}`,
    rate: ofAll.rate ?? 0,
    low: ofAll.interval?.[0] ?? 0,
    high: ofAll.interval?.[1] ?? 0,
    text: told.of(format.percent(ofAll.rate ?? 0), ofAll.x),
  }));
  return {
    id: "funnel",
    title: told.title,
    caption: told.caption(funnel.within),
    alternative: told.alternative(
      funnel.entered,
      format.list(bars.map(({ event, text }) => `${event}: ${text}`)),
    ),
    table: "funnel",
    plot: (width) => {
      const room = labelRoom(
        bars.map(({ event }) => event),
        width,
      );
      const names = bars.map(({ event }) => cutLabel(event, room));
      const drawn = bars.map((bar, i) => ({ ...bar, name: names[i]! }));
      return {
        ...baseOptions(width),
        height: 68 + bars.length * 34,
        marginLeft: room,
        marginRight: labelRoom(
          bars.map(({ text }) => text),
          width,
        ),
        x: {
          label: told.axis,
          domain: [0, 1],
          ticks: width > 500 ? 5 : 3,
          tickFormat: (share: number) => format.percent(share),
        },
        y: { label: null, domain: names, tickSize: 0, padding: 0.35 },
        marks: [
          gridX(5),
          Plot.barX(drawn, { y: "name", x: "rate", fill: colour.first, fillOpacity: 0.55 }),
          Plot.ruleY(drawn, { y: "name", x1: "low", x2: "high", stroke: "currentColor", strokeWidth: 1.5 }),
          Plot.text(drawn, { y: "name", text: "text", frameAnchor: "right", textAnchor: "start", dx: 8 }),
          Plot.ruleX([0], { stroke: "currentColor" }),
          Plot.dot(drawn, Plot.pointerY({ y: "name", x: "rate", r: 5, stroke: "currentColor" })),
        ],
      };
    },
    who: (datum) => {
      const step = (datum as Partial<{ step: number }> | null)?.step;
      return typeof step === "number" && funnel.steps[step - 1]
        ? { key: `step ${step}`, label: texts.onboarding.who.step(step, funnel.steps[step - 1]!.event) }
        : null;
    },
  };
}

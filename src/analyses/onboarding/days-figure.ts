import { baseOptions, colour, gridX, labelRoom } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import type { OnboardingRequest } from "./began";
import type { OnboardingResult } from "./result";

/** Who is active so many days after the start, each day with its interval, against a person's own benchmark. */
export function daysFigure(
  { days }: Pick<OnboardingResult, "days">,
  { params }: Pick<OnboardingRequest, "params">,
  language: Language,
): Figure {
  const { texts, format } = language;
  const told = texts.onboarding.figure.days;
  const points = days.flatMap(({ day, share: { x, n, rate, interval } }) =>
    rate === null || interval === null
      ? []
      : [
          {
            day,
            name: told.day(day),
            rate,
            low: interval[0],
            high: interval[1],
            text: told.of(format.percent(rate), x, n),
          },
        ],
  );
  const { benchmark } = params;
  return {
    id: "days",
    title: told.title,
    caption: told.caption(texts.onboarding.definition(params), benchmark !== null),
    alternative: told.alternative(
      format.list(points.map(({ name, rate }) => `${name}: ${format.percent(rate)}`)),
    ),
    table: "n-day",
    plot: (width) => ({
      ...baseOptions(width),
      height: 68 + points.length * 34,
      marginLeft: labelRoom(
        points.map(({ name }) => name),
        width,
      ),
      marginRight: labelRoom(
        points.map(({ text }) => text),
        width,
      ),
      x: {
        label: told.axis,
        domain: [0, 1],
        ticks: width > 500 ? 5 : 3,
        tickFormat: (share: number) => format.percent(share),
      },
      y: { label: null, domain: points.map(({ name }) => name), tickSize: 0, padding: 0.35 },
      marks: [
        gridX(5),
        Plot.barX(points, { y: "name", x: "rate", fill: colour.kept, fillOpacity: 0.55 }),
        Plot.ruleY(points, { y: "name", x1: "low", x2: "high", stroke: "currentColor", strokeWidth: 1.5 }),
        Plot.text(points, { y: "name", text: "text", frameAnchor: "right", textAnchor: "start", dx: 8 }),
        // It is the first day's alone.
        ...(benchmark === null
          ? []
          : [
              Plot.tickX(points.slice(0, 1), {
                y: "name",
                x: () => benchmark,
                stroke: "currentColor",
                strokeWidth: 2,
                strokeDasharray: "2,3",
              }),
            ]),
        Plot.ruleX([0], { stroke: "currentColor" }),
        Plot.dot(points, Plot.pointerY({ y: "name", x: "rate", r: 5, stroke: "currentColor" })),
      ],
    }),
    who: (datum) => {
      const day = (datum as Partial<{ day: number }> | null)?.day;
      return typeof day === "number" && days.some((one) => one.day === day)
        ? { key: `day ${day} returned`, label: texts.onboarding.who.returned(day) }
        : null;
    },
  };
}

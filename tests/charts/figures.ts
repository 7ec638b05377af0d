import { languageOf, readParams, type Figure, type Locale } from "../../src/analyses";
import { rateFigure } from "../../src/analyses/attrition-over-time/rate-figure";
import { lifecycleFigure } from "../../src/analyses/attrition-over-time/lifecycle-figure";
import { calculate } from "../../src/analyses/attrition-calculator/compute";
import { calculatorParams } from "../../src/analyses/attrition-calculator/params";
import { bridge } from "../../src/analyses/bridge-figure";
import { eventsFigure, gapFigure } from "../../src/analyses/relevant-activity/figures";
import { attritionResult } from "./fixtures/attrition";
import { months, quarters, weeks } from "./fixtures/over-time";
import { relevantActivityResult } from "./fixtures/relevant-activity";

/** Every figure with the data it is tested and looked at with: analysis -> picture -> figure. */
export function figures(locale: Locale): Readonly<Record<string, Readonly<Record<string, Figure>>>> {
  const language = languageOf(locale);
  const totals = calculate(readParams(calculatorParams, {}).values);
  const none = { target: null, alert: null };
  return {
    attrition: {
      bridge: bridge(attritionResult.counts, language),
      "bridge-in-progress": bridge(attritionResult.counts, language, false),
    },
    "attrition-over-time": {
      months: rateFigure(months, none, language),
      "months-with-target": rateFigure(months, { target: 0.1, alert: 0.2 }, language),
      weeks: rateFigure(weeks, none, language),
      quarters: rateFigure(quarters, none, language),
      "lifecycle-months": lifecycleFigure(months, language),
      "lifecycle-weeks": lifecycleFigure(weeks, language),
    },
    "relevant-activity": {
      events: eventsFigure(relevantActivityResult, language),
      gap: gapFigure(relevantActivityResult, language),
    },
    "attrition-calculator": {
      bridge: bridge(
        {
          atStart: totals.figures.start,
          lost: totals.figures.start - totals.remaining,
          remaining: totals.remaining,
          new: totals.figures.new,
          returned: totals.figures.returned,
          atEnd: totals.figures.end,
        },
        language,
      ),
    },
  };
}

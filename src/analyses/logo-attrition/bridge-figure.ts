import { colour } from "../chart-style";
import { floatingBars } from "../floating-bars";
import { moneyText } from "../money";
import type { Figure } from "../report";
import type { Language } from "../texts";
import { whoIs } from "./customers";
import type { LogoPeriod, LogoResult } from "./result";
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
export function bridgeFigure(focal: LogoPeriod, grain: LogoResult["grain"], language: Language): Figure {
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
      step,
      label: movements.steps[step],
      from,
      to: level,
      said: isTotal || by === 0 ? amount(Math.abs(by)) : `${by < 0 ? "−" : "+"}${amount(Math.abs(by))}`,
      fill: stepColours[step],
    };
  });
  const caption = focal.money ? movements.caption : movements.captionLogos;
  return {
    id: "movements",
    title: focal.money ? movements.title : movements.titleLogos,
    caption: isFinished ? caption : `${caption} ${texts.attrition.figure.unfinished}`,
    alternative: movements.alternative(steps.map(({ label, said }) => `${label} ${said}`).join(", ")),
    table: "movements",
    plot: floatingBars(steps, {
      axis: focal.money ? movements.mrr : movements.logos,
      tickFormat: (value) => format.number(value, 2),
      marginLeft: 72,
      padding: 0.3,
      isFinished,
    }),
    who: (datum) => {
      const at = stepsOf(focal).find((one) => isOfStep(datum, one.step));
      return at && at.logos > 0 ? whoIs(focal.opens, at.step, grain, language) : null;
    },
  };
}

function isOfStep(datum: unknown, step: StepName): boolean {
  return typeof datum === "object" && datum !== null && "step" in datum && datum.step === step;
}

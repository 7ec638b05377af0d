import { moneyText } from "../money";
import type { Method } from "../report";
import type { Language } from "../texts";
import { focalPeriod, type LogoResult } from "./result";
import type { LogoRequest } from "./source";

/** The formulas with this result's numbers, the definitions, and where they come from. */
export function logoMethod(
  result: LogoResult,
  { data, params }: LogoRequest,
  { texts, format }: Language,
): Method {
  const { method } = texts.logoAttrition;
  const focal = focalPeriod(result);
  const isContracts = params.mode === "contracts";
  return {
    formula: formulaOf(result, params.reactivation, { texts, format }),
    notes: [
      isContracts ? method.notes.contracts(params.grace) : method.notes.sheet,
      ...(params.grain === "week" ? [texts.base.weeks[data.weekStart]] : []),
      ...(isContracts ? [method.notes.overlap, method.notes.due, method.notes.renewal] : []),
      ...(result.bootstrap
        ? [method.notes.bootstrap({ ...result.bootstrap, isCorrected: result.bootstrap.kind === "bca" })]
        : []),
      ...(result.asOf ? [method.notes.asOf(result.asOf)] : []),
    ],
    sources: [
      texts.base.sources.formula,
      texts.base.sources.wilson,
      ...(focal?.money ? [method.sources.chartMogul, method.sources.bootstrap] : []),
    ],
  };
}

function formulaOf(
  result: LogoResult,
  reactivation: boolean,
  { texts, format }: Pick<Language, "texts" | "format">,
): string[] {
  const { method } = texts.logoAttrition;
  const focal = focalPeriod(result);
  const { rate, interval } = focal?.attrition ?? { rate: null, interval: null };
  if (!focal || focal.state !== "complete" || rate === null || interval === null) return [texts.base.noBase];
  const amount = (value: number) => moneyText(value, null, { format });
  const { money } = focal;
  return [
    ...method.formula({
      lost: focal.counts.lost,
      n: focal.counts.atStart,
      rate: format.percent(rate),
      low: format.percent(interval[0]),
      high: format.percent(interval[1]),
    }),
    ...(money && money.gross !== null && money.net !== null
      ? [
          method.gross({
            start: amount(money.start),
            lost: amount(money.lost),
            contraction: amount(money.contraction),
            rate: format.percent(money.gross),
          }),
          method.net({ rate: format.percent(money.net), reactivation }),
          method.identity({
            start: amount(money.start),
            moved: `− ${amount(money.lost)} − ${amount(money.contraction)} + ${amount(money.expansion)} + ${amount(money.returned)} + ${amount(money.new)}`,
            end: amount(money.end),
          }),
        ]
      : []),
  ];
}

import { attritionCalculatorCard } from "./card";
import { sql } from "../../engine";
import type { Analysis } from "../analysis";
import { bridgeCode } from "../bridge-code";
import { calculate } from "./compute";
import type { calculatorParams } from "./params";
import { hasFigure, reportCalculator } from "./report";
import { calculatorResult, type CalculatorResult } from "./result";

/** C02 from totals alone: start, end, new, returned. Needs no table. */
export const attritionCalculator: Analysis<typeof calculatorParams, CalculatorResult> = {
  ...attritionCalculatorCard,
  result: calculatorResult,
  queries: () => ({}),
  compute: (_, { params }) => calculate(params),
  report: reportCalculator,
  asSql: ({ params }) => sql`
    with figures as (
      select ${params.start} as at_start, ${params.end} as at_end, ${params.new} as new, ${params.returned} as returned
    ),
    customers as (
      select *, at_end - new - returned as remaining from figures
    )
    select at_start, at_start - remaining as lost, remaining, new, returned, at_end,
      lost / nullif(at_start, 0) as attrition, remaining / nullif(at_start, 0) as retention
    from customers`,
  asTypescript: (_, result, relation, language) =>
    result && !hasFigure(result) ? null : bridgeCode(relation, language, false),
};

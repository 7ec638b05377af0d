import type { Card } from "../analysis";
import { calculatorParams } from "./params";

export const attritionCalculatorCard: Card<typeof calculatorParams> = {
  id: "attrition-calculator",
  form: (texts) => texts.calculator.form,
  needs: () => [],
  params: calculatorParams,
};

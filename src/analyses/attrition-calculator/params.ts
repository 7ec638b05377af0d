import type { ParamSpecs, ParamValues } from "../params";

const count = { type: "number", min: 0, max: 1e12, integer: true } as const;

/** The example of the article: from 10,000 to 15,000 with 7,000 new customers. */
export const calculatorParams = {
  start: { ...count, default: 10_000 },
  end: { ...count, default: 15_000 },
  new: { ...count, default: 7_000 },
  returned: { ...count, default: 0 },
} as const satisfies ParamSpecs;

export type CalculatorParams = ParamValues<typeof calculatorParams>;

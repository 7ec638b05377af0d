import * as v from "valibot";
import { shareSchema } from "../share";

const month = v.object({
  start: v.number(),
  lostOld: v.number(),
  new: v.number(),
  lostNew: v.number(),
  end: v.number(),
  /** Everybody who left over those at the start: mixes two sets of customers. */
  anyOverStart: v.number(),
  attrition: shareSchema,
});

export const calculatorResult = v.object({
  figures: v.object({ start: v.number(), end: v.number(), new: v.number(), returned: v.number() }),
  /** Which figure cannot be right beside the others, and why. */
  refused: v.nullable(
    v.object({
      figure: v.picklist(["new", "returned"]),
      why: v.picklist(["more than end", "remaining more than start", "growth without newcomers"]),
    }),
  ),
  remaining: v.number(),
  /** (start − end) / start: the figure that is so often taken for attrition. */
  naive: v.nullable(v.number()),
  attrition: v.nullable(shareSchema),
  retention: v.nullable(shareSchema),
  example: v.array(month),
});

export type CalculatorResult = v.InferOutput<typeof calculatorResult>;
export type ExampleMonth = v.InferOutput<typeof month>;

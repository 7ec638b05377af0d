import * as v from "valibot";
import { statusesSchema } from "../statuses";
import { gateColours } from "../levers/gate";
import { comparedEntries } from "../levers/compared";
import { rowCountsSchema } from "../row-counts";

const missing = v.nullable(v.object({ events: v.number(), customers: v.number() }));

export const gateResult = v.object({
  mode: v.picklist(["activity", "contracts", "columns"]),
  rows: v.nullable(rowCountsSchema),
  status: v.nullable(statusesSchema),
  ...comparedEntries,
  levers: v.array(v.object({ behaviour: v.string(), cut: v.nullable(v.number()) })),
  /** Into how many segments each control divides the customers, and whether these are bands of a number. */
  controls: v.array(v.object({ column: v.string(), segments: v.number(), isBanded: v.boolean() })),
  /** A coefficient each: the levers, and the segments of each control but one. */
  parameters: v.number(),
  gate: v.nullable(
    v.object({
      colour: v.picklist(gateColours),
      events: v.number(),
      rarer: v.picklist(["lost", "stayed"]),
      eventsPerParameter: v.nullable(v.number()),
      coxSnell: v.nullable(v.number()),
      largestCoxSnell: v.nullable(v.number()),
      needed: v.nullable(
        v.object({ shrinkage: v.number(), optimism: v.number(), risk: v.number(), customers: v.number() }),
      ),
      bears: v.number(),
      mostLevers: v.nullable(v.number()),
      why: v.array(v.picklist(["few-events", "parameters", "cox-snell"])),
      toAmber: missing,
      toGreen: missing,
    }),
  ),
  /** Weeks that the missing customers would take at the pace of the data; null where nobody knows or nothing is missing. */
  weeks: v.nullable(v.number()),
});
export type GateResult = v.InferOutput<typeof gateResult>;

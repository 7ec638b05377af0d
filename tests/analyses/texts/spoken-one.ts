import { readParams, type AnyAnalysis, type Request } from "../../../src/analyses";
import { dataSet } from "../table-from";

export interface Spoken {
  readonly name: string;
  readonly analysis: AnyAnalysis;
  readonly request: Request;
  readonly result: unknown;
}

const data = dataSet("events", [], { customer: "customer", time: "ts", event: "event" });

/** A result as a report would be made of it. */
export function spoken(
  name: string,
  analysis: AnyAnalysis,
  result: unknown,
  given: Readonly<Record<string, unknown>> = {},
  more: Partial<typeof data> = {},
): Spoken {
  const params = readParams(analysis.params, given).values;
  return { name, analysis, result, request: { data: { ...data, ...more }, params } };
}

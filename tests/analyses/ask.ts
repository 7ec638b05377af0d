import { readParams, runAnalysis, type Analysis, type DataSet, type ParamSpecs } from "../../src/analyses";
import type { Database } from "../../src/engine";

/** Runs an analysis with some parameters set and the others left at their defaults. */
export async function run<P extends ParamSpecs, R>(
  database: Database,
  analysis: Analysis<P, R>,
  data: DataSet,
  given: Readonly<Record<string, unknown>> = {},
) {
  const { values, refused } = readParams(analysis.params, given);
  if (refused.length) throw new Error(`refused parameters: ${refused.join(", ")}`);
  const request = { data, params: values };
  const { result, ran } = await runAnalysis(analysis, request, (question) => database.query(question));
  return { request, result, ran };
}

import { readParams, runAnalysis, type Analysis, type DataSet, type ParamSpecs } from "../../src/analyses";
import type { Database } from "../../src/engine";

/** Runs an analysis with some parameters set and the others left at their defaults; other tables under their parameter's name. */
export async function run<P extends ParamSpecs, R>(
  database: Database,
  analysis: Analysis<P, R>,
  data: DataSet,
  given: Readonly<Record<string, unknown>> = {},
  beside: Readonly<Record<string, DataSet>> = {},
) {
  const { values, refused } = readParams(analysis.params, given);
  if (refused.length) throw new Error(`refused parameters: ${refused.join(", ")}`);
  const request = { data, params: values, beside };
  const { result, ran } = await runAnalysis(analysis, request, (question) =>
    database.query(question, { isOwn: true }),
  );
  return { request, result, ran };
}

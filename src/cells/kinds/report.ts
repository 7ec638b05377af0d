import * as v from "valibot";
import {
  analysisById,
  loadedAnalysis,
  readParams,
  roleNames,
  type DataSet,
  type Language,
  type Report,
  type Request,
  type RoleMapping,
} from "../../analyses";
import type { SavedResult } from "../model";
import type { AnalysisOutput } from "./output";

/** The report of a result, in the reader's language: made when it is shown, so that switching the language needs no run. */
export function reportOf(
  output: Pick<AnalysisOutput, "analysis" | "request" | "result">,
  language: Language,
): Report {
  return loadedAnalysis(output.analysis)!.report(output.result, output.request, language);
}

/**
 * The same from a file. Everything in a file is untrusted: the result must fit the analysis' schema, the request is
 * read field by field, and a report that cannot be made of them is no report. Nor is one whose analysis has not been loaded.
 */
export function savedReportOf(saved: SavedResult, language: Language): Report | null {
  if (saved.form !== "analysis") return null;
  const analysis = loadedAnalysis(saved.analysis);
  if (!analysis) return null;
  const result = v.safeParse(analysis.result, saved.result);
  const request = readRequest(saved.request, saved.analysis);
  if (!result.success || !request) return null;
  try {
    return analysis.report(result.output, request, language);
  } catch {
    // Numbers that contradict each other fit the schema and still make no report.
    return null;
  }
}

const savedDataSet = v.object({
  table: v.string(),
  roles: v.record(v.string(), v.string()),
  rule: v.object({
    form: v.picklist(["any", "listed", "except"]),
    events: v.array(v.string()),
    minPerDay: v.pipe(v.number(), v.integer(), v.minValue(1)),
    conditions: v.array(
      v.object({
        column: v.string(),
        operator: v.picklist([">=", "<=", "=", "<>"]),
        value: v.union([v.string(), v.number()]),
      }),
    ),
    after: v.nullable(v.object({ event: v.string(), withinHours: v.number() })),
  }),
  columns: v.array(v.object({ name: v.string(), type: v.string(), kind: v.string() })),
  endIsLastPaidDay: v.boolean(),
  weekStart: v.picklist(["monday", "sunday"]),
});

const savedRequest = v.object({
  data: savedDataSet,
  params: v.record(v.string(), v.unknown()),
  beside: v.optional(v.record(v.string(), savedDataSet)),
});

/** The request of a saved result; null where it cannot be read. */
export function savedRequestOf(saved: SavedResult): Request | null {
  return saved.form === "analysis" ? readRequest(saved.request, saved.analysis) : null;
}

function readRequest(given: unknown, id: string): Request | null {
  const read = v.safeParse(savedRequest, given);
  const analysis = analysisById(id);
  if (!read.success || !analysis) return null;
  const { data, params, beside } = read.output;
  return {
    data: dataSetFrom(data),
    params: readParams(analysis.params, params).values,
    ...(beside && {
      beside: Object.fromEntries(Object.entries(beside).map(([param, one]) => [param, dataSetFrom(one)])),
    }),
  };
}

function dataSetFrom(saved: v.InferOutput<typeof savedDataSet>): DataSet {
  const roles = Object.fromEntries(
    roleNames.flatMap((role) => (saved.roles[role] ? [[role, saved.roles[role]]] : [])),
  );
  return { ...saved, roles: roles as RoleMapping };
}

import { AnalysisError } from "../analysis-error";
import type { Answers, DataSet, Questions } from "../analysis";
import { dimensionsFrom, dimensionsKnown, valueQuestions } from "../segments/dimensions-of";
import type { Dimension } from "../segments/dimensions";
import type { LeverRequest } from "./population";

/** The table whose columns say what customers bring along, and the columns chosen. */
function chosenOf({ data, params, beside }: LeverRequest): { data: DataSet; columns: readonly string[] } {
  if (params.people === null) return { data, columns: params.controls };
  const people = beside?.people;
  if (!people) throw new AnalysisError("missing-param", "no table of customers");
  return { data: people, columns: params.controlsBeside };
}

/** A number with more values is told apart by its quartiles. */
const mostValues = 8;

export function controlQuestions(request: LeverRequest): Questions {
  const { data, columns } = chosenOf(request);
  return columns.length ? valueQuestions(data, columns) : {};
}

export function controlsFrom(request: LeverRequest, answers: Answers): Dimension[] {
  const { data, columns } = chosenOf(request);
  return dimensionsFrom(data, columns, answers, mostValues);
}

/** Without an answer: bands where the result says so. */
export function controlsKnown(request: LeverRequest, banded: readonly string[]): Dimension[] {
  const { data, columns } = chosenOf(request);
  return dimensionsKnown(data, columns, banded);
}

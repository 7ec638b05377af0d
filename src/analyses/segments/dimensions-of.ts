import type { Answers, DataSet, Questions, Request } from "../analysis";
import { countAt } from "../answer";
import { isNumeric, letter, valuesQuery, type Dimension } from "./dimensions";
import type { segmentsParams } from "./params";

export type SegmentsRequest = Request<typeof segmentsParams>;

/** The table whose columns tell customers apart, and the columns chosen. */
export function chosenOf({ data, params, beside }: SegmentsRequest): {
  readonly data: DataSet;
  readonly columns: readonly string[];
} {
  if (params.people === null) return { data, columns: params.by };
  const people = beside?.people;
  if (!people) throw new Error("no table beside under the name: people");
  return { data: people, columns: params.byPeople };
}

/**
 * Other columns of a table with one row a customer that could stand behind a difference: a few values, no part of their own.
 * Columns of a table with time are no attributes unless a person says so.
 */
export function otherColumns(data: DataSet, chosen: readonly string[]): readonly string[] {
  if (data.roles.time !== undefined || data.roles.start !== undefined) return [];
  const taken = new Set([...Object.values(data.roles), ...chosen]);
  return data.columns
    .filter(({ name, kind }) => !taken.has(name) && (kind === "text" || kind === "boolean"))
    .slice(0, mostOthers)
    .map(({ name }) => name);
}

const mostOthers = 6;

/** How many values the chosen numbers have: only then is it known whether they need bands. */
export function valueQuestions(data: DataSet, columns: readonly string[]): Questions {
  const numeric = columns.filter((column) => isNumeric(data, column));
  return numeric.length ? { values: valuesQuery(data, numeric) } : {};
}

export function dimensionsFrom(
  data: DataSet,
  columns: readonly string[],
  answers: Answers,
  most: number,
): Dimension[] {
  const numeric = columns.filter((column) => isNumeric(data, column));
  return columns.map((column) => {
    const place = numeric.indexOf(column);
    const { values } = answers;
    const isBanded =
      place >= 0 && values !== undefined && countAt(values, 0, `values_${letter(place)}`) > most;
    return { data, column, isBanded };
  });
}

/** Without an answer: bands where the result says so. */
export function dimensionsKnown(
  data: DataSet,
  columns: readonly string[],
  banded: readonly string[],
): Dimension[] {
  return columns.map((column) => ({ data, column, isBanded: banded.includes(column) }));
}

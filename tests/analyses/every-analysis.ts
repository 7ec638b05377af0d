import {
  analyses,
  loadAnalysis,
  readParams,
  suitsSpec,
  type AnyAnalysis,
  type AnyCard,
  type DataSet,
  type Request,
} from "../../src/analyses";

/** All of them with their programs, as a page that has used each of them has them. */
export const everyAnalysis: readonly AnyAnalysis[] = await Promise.all(
  analyses.map(({ id }) => loadAnalysis(id)),
);

/** An analysis asked in each of its modes; what has to be chosen is the first that fits, another table the data themselves. */
export function requestsOf(
  card: AnyCard,
  data: DataSet,
  asked: Readonly<Record<string, unknown>> = {},
): readonly Request[] {
  const { mode } = card.params;
  const modes = mode?.type === "choice" ? mode.options.map((option) => ({ mode: option })) : [{}];
  return modes.map((one) => {
    const given = { ...chosen(card, data), ...card.guess?.(data), ...asked, ...one };
    const { values } = readParams(card.params, given);
    const beside = Object.entries(values).flatMap(([param, value]) =>
      card.params[param]?.type === "table" && value !== null ? [[param, data]] : [],
    );
    return { data, params: values, ...(beside.length && { beside: Object.fromEntries(beside) as never }) };
  });
}

function chosen({ params }: AnyCard, data: DataSet): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([param, spec]) => {
      if (!("required" in spec) || !spec.required) return [];
      if (spec.type === "table") return [[param, data.table]];
      const first = data.columns.find(({ kind }) => suitsSpec(spec, kind))?.name;
      return [[param, spec.type === "columns" ? [first] : first]];
    }),
  );
}

import type { DataSet } from "../analysis";

/** One row a customer with a time and a status, as telecoms and textbooks have it: nothing else can be read there. */
export function guessChurn({ columns, roles }: DataSet): Readonly<Record<string, unknown>> {
  if (roles.time !== undefined || roles.start !== undefined) return {};
  const duration = columns.find(
    ({ name, kind }) =>
      isNumber(kind) && /^(tenure|duration|lifetime|time|survival|t)(_?(days|weeks|months))?$/i.test(name),
  )?.name;
  const status =
    roles.status ?? columns.find(({ name }) => /^(churn(ed)?|status|event|dead|died)$/i.test(name))?.name;
  if (duration === undefined || status === undefined || duration === status) return {};
  // Telecoms count tenure in months.
  const isMonths = /month|^tenure$/i.test(duration);
  return {
    mode: "durations",
    duration,
    status,
    ...(isMonths
      ? { unit: "month", horizons: [1, 3, 6, 12, 24] }
      : /week/i.test(duration)
        ? { unit: "week" }
        : {}),
  };
}

function isNumber(kind: string): boolean {
  return kind === "integer" || kind === "number" || kind === "decimal";
}

import { analysisById, behaviourName, paramTextsOf, roleNames, type Language } from "../../../analyses";
import type { CellError } from "../../kinds";
import type { Texts } from "../texts";

/** The error in words, and the way out. DuckDB's own message stays as it is: it can be searched for. */
export function errorText(
  error: CellError,
  texts: Texts,
  language?: Language,
): { says: string; hint: string; place: string | null } {
  const values = {
    ...error.values,
    message: error.message,
    ...roleLabels(error, texts),
    ...paramLabel(error, language),
  };
  const { says, hint } = texts.errors;
  return {
    says: says[error.code]?.(values) || error.message,
    hint: (hint[error.code] ?? hint.unexpected!)(values),
    place: error.place ? texts.place(error.place.line, error.place.column) : null,
  };
}

/** Something is still to be chosen or brought: no fault of anybody's. */
export function asksForChoice(code: string | undefined): boolean {
  return ["missing-role", "missing-param", "no-table", "missing-data"].includes(code ?? "");
}

function roleLabels(error: CellError, texts: Texts): { roleLabels?: string } {
  const given = error.values?.roles?.split(",") ?? [];
  const known = roleNames.filter((role) => given.includes(role));
  return known.length ? { roleLabels: known.map((role) => texts.roles[role]).join(", ") } : {};
}

/** What the hole is called that the error leads to; behaviours of a log that a table lacks have names to be read. */
function paramLabel(
  { values }: CellError,
  language: Language | undefined,
): { paramLabel?: string; column?: string } {
  const analysis = analysisById(values?.analysis ?? "");
  const param = values?.param;
  if (!analysis || !param || !language) return {};
  const isLever = analysis.params[param]?.type === "levers" && values.column !== undefined;
  return {
    paramLabel: paramTextsOf(analysis, param, language).label,
    ...(isLever && { column: behaviourName(values.column!, language) }),
  };
}

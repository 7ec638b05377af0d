import { roleNames } from "../../../analyses";
import type { CellError } from "../../kinds";
import type { Texts } from "../texts";

/** The error in words, and the way out. DuckDB's own message stays as it is: it can be searched for. */
export function errorText(
  error: CellError,
  texts: Texts,
): { says: string; hint: string; place: string | null } {
  const values = { ...error.values, message: error.message, ...roleLabels(error, texts) };
  const { says, hint } = texts.errors;
  return {
    says: says[error.code]?.(values) || error.message,
    hint: (hint[error.code] ?? hint.unexpected!)(values),
    place: error.place ? texts.place(error.place.line, error.place.column) : null,
  };
}

function roleLabels(error: CellError, texts: Texts): { roleLabels?: string } {
  const given = error.values?.roles?.split(",") ?? [];
  const known = roleNames.filter((role) => given.includes(role));
  return known.length ? { roleLabels: known.map((role) => texts.roles[role]).join(", ") } : {};
}

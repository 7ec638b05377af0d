import type { DataSet } from "./analysis";
import { isLeavingName, isStayingName } from "./guess-outcome";
import { isNo, isYes } from "./guess-yes";
import { valuesKnown } from "./profile-values";

/** A status says by itself that somebody is gone. */
const gone =
  /^(churn(ed)?|left|lost|gone|cancell?ed|terminated|ended|expired|inactive|closed|deactivated|lapsed|уш[её]л|ушла|ушли|отток|в оттоке|расторгнут|отключ[её]н|закрыт|неактив(ен|ный)|не активен)$/i;

/**
 * The value of the status column that means that a customer left: "Yes" of Churn, "No" of renewed, "cancelled" of any. Null where
 * none does, where several might, and while the values are not counted yet: then the person chooses.
 */
export function guessLeft(data: DataSet): string | null {
  const column = data.roles.status;
  const values = column === undefined ? null : valuesKnown(data, column);
  if (column === undefined || !values) return null;
  const named = only(values.filter((value) => gone.test(value.trim())));
  if (named !== null) return named;
  if (isLeavingName(column)) return only(values.filter(isYes));
  if (isStayingName(column)) return only(values.filter(isNo));
  return null;
}

function only(values: readonly string[]): string | null {
  return values.length === 1 ? values[0]! : null;
}

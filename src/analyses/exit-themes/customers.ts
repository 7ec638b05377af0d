import { sql, type Sql } from "../../engine";
import { isUntouched, logosQuery } from "./query";
import type { ExitResult } from "./result";
import type { ExitRequest } from "./source";

export function keyOfTheme(theme: string): string {
  return `theme ${theme}`;
}

/** The logos behind a number: "lost", "interviewed", "silent", or "theme …" with a theme that the result has. */
export function logosBehind(request: ExitRequest, result: ExitResult, who: string | null): Sql | null {
  if (result.coverage.n === 0) return null;
  const where = conditionOf(who, request, result);
  return where && logosQuery(request, result.asOf, result.codes, where);
}

function conditionOf(who: string | null, { params }: ExitRequest, { themes }: ExitResult): Sql | null {
  switch (who) {
    case null:
    case "lost":
      return sql`true`;
    case "interviewed":
      return sql`told.logo is not null`;
    case "unheard":
      return sql`told.logo is null`;
    case "silent":
      return params.contact === null ? null : sql`told.logo is null and ${isUntouched(params.contactDays)}`;
    default: {
      const found = themes.find(({ theme }) => keyOfTheme(theme) === who);
      return found ? sql`list_contains(named, ${found.theme})` : null;
    }
  }
}

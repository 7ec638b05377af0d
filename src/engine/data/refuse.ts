import { EngineError } from "../engine-error";
import { placeAt, statementKind, type Statement } from "../sql-text";

/** Throws for statements that cannot work in a page. The others that reach outside DuckDB refuses itself, see `settings`. */
export function refuseUnavailable({ text, start, whole }: Statement & { readonly whole: string }): void {
  const kind = statementKind(text);
  if (!unavailable.has(kind) && !(kind === "pragma" && /progress_bar/i.test(text))) return;
  throw new EngineError("sql", `not available in a browser: ${kind}`, { place: placeAt(whole, start) });
}

// INSTALL does nothing but says it did; COPY could overwrite a file that is being imported. Once PRAGMA has switched the
// progress bar on, every later query fails: its JavaScript is made with `eval`, which the page forbids.
const unavailable = new Set(["copy", "export", "import", "install", "force", "load"]);

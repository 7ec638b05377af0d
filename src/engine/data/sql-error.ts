import { EngineError } from "../engine-error";
import { offsetOfByte, placeAt } from "../sql-text";

/**
 * What DuckDB threw, as our error with its place in the text. `before` is the text in front of the statement that
 * failed, `prefix` the bytes we put before the statement. Reads `errors_as_json` and the plain form, which DuckDB still
 * uses for some errors at run time.
 */
export function sqlError(cause: unknown, statement: string, before = "", prefix = 0): EngineError {
  const thrown = cause instanceof Error ? cause.message : String(cause);
  const { type, said, advice, position, candidates } = reportIn(thrown) ?? plainReport(thrown);
  const byte = position === undefined ? lineIn(advice, statement) : Number(position) - prefix;
  return new EngineError(
    isMemory(type, said) ? "out-of-memory" : "sql",
    message(type, said) + ways(candidates),
    {
      cause,
      place:
        byte === undefined
          ? undefined
          : placeAt(before + statement, before.length + offsetOfByte(statement, byte)),
      candidates: candidatesOf(candidates, advice),
    },
  );
}

interface Report {
  readonly type: string;
  readonly said: string;
  /** The lines after the first: candidates, and in the plain form the line with a caret below it. */
  readonly advice: string;
  readonly position?: string;
  readonly candidates?: string;
}

// A parser error carries its type once more in front of the braces, and some errors wrap another.
function reportIn(thrown: string): Report | undefined {
  const at = thrown.indexOf('{"exception_type"');
  if (at < 0) return undefined;
  const {
    exception_type: type,
    exception_message: said,
    position,
    candidates,
  } = JSON.parse(thrown.slice(at));
  return reportIn(said) ?? { ...plainReport(said), type, position, candidates };
}

function plainReport(thrown: string): Report {
  const [first = "", ...advice] = thrown.split("\n");
  const [, type = "", said = first] = /^([A-Z][A-Za-z ]*?) (?:Error|exception): (.*)$/.exec(first) ?? [];
  return { type, said, advice: advice.join("\n") };
}

function isMemory(type: string, said: string): boolean {
  return type === "Out of Memory" || /failed to allocate|allocation failure|memory limit/i.test(said);
}

// DuckDB begins sentences with a capital; `Table Function` and `INT32` are names.
function message(type: string, said: string): string {
  const words = /^[A-Z][a-z]+ [a-z"]/.test(said) ? said.charAt(0).toLowerCase() + said.slice(1) : said;
  return type ? `${type.toLowerCase()} error: ${words}` : words;
}

// `LINE 2: select foo` and a caret below; of a long line DuckDB shows an excerpt between dots.
function lineIn(advice: string, statement: string): number | undefined {
  const [, label, line, shown, indent] = /^(LINE (\d+): )(.*)\n( *)\^/m.exec(advice) ?? [];
  if (!label || shown === undefined || indent === undefined) return undefined;
  const lines = statement.split("\n").slice(0, Number(line));
  const whole = lines.pop() ?? "";
  const dots = shown.startsWith("...") ? 3 : 0;
  const cut = Math.max(0, whole.indexOf(shown.replace(/^\.\.\.|\.\.\.$/g, "")));
  const column = cut + indent.length - label.length - dots;
  const until = [...lines, whole.slice(0, Math.max(0, column))].join("\n");
  return new TextEncoder().encode(until).length;
}

function candidatesOf(listed: string | undefined, advice: string): readonly string[] {
  if (listed && isOfCalls(listed)) return [];
  const said = /(?:Candidate bindings|Did you mean):? (.*)/.exec(advice)?.[1] ?? "";
  const names = listed
    ? listed.split(",").map((name) => name.trim())
    : [...said.matchAll(/"([^"]+)"/g)].map(([, name]) => name!);
  // DuckDB also proposes tables of its own catalog, which nobody meant.
  return names.filter((name) => !/^(sqlite|duckdb|pg)_/.test(name));
}

/** Where arguments do not fit, DuckDB lists the calls that there are, `f(VARCHAR, DATE) -> DATE`, with commas between them too. */
function isOfCalls(listed: string): boolean {
  return listed.includes(") -> ");
}

const mostWays = 4;

function ways(listed: string | undefined): string {
  if (!listed || !isOfCalls(listed)) return "";
  const calls = [...new Set(listed.split(/,(?=[^(),]+\()/).map((call) => call.trim()))];
  const shown = calls.slice(0, mostWays).join("; ");
  return ` It can be called as: ${shown}${calls.length > mostWays ? "; …" : ""}`;
}

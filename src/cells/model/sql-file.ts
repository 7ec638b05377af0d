import { statementKind, tokens } from "../../engine";
import type { Random } from "./id";
import { newCell, newNotebook } from "./new-cell";
import { note, type Note } from "./note";
import type { SqlCell } from "./notebook";
import { ReadError } from "./read-error";
import type { ReadNotebook } from "./read-notebook";
import { freeRelationName, validRelationName } from "./relation-name";

/** A file with more is a dump of data and no work of a person: as cells it would be of no use. */
const mostStatements = 1000;

/**
 * A file of SQL: a cell for each statement, with the comments before it, and one behind it on its line. A comment
 * `-- name: per_day` gives the cell its name. Throws `ReadError` where there is nothing to read, or too much.
 */
export function notebookOfSql(
  text: string,
  options: { readonly title?: string; readonly random?: Random } = {},
): ReadNotebook {
  const whole = text.replace(/^\ufeff/, "");
  const pieces = piecesOf(whole);
  if (pieces.length === 0) {
    const values = { looksLike: "empty", hint: "empty" };
    throw new ReadError("not-json", "not a notebook: the file is empty", { values });
  }
  if (pieces.length > mostStatements) {
    const values = { looksLike: "sql-dump", hint: "sql-dump", count: String(pieces.length) };
    throw new ReadError("not-a-notebook", `not a notebook: ${pieces.length} statements`, { values });
  }
  const cells = pieces.reduce<readonly SqlCell[]>((before, source) => {
    const taken = before.map(({ name }) => name).filter(Boolean);
    return [...before, { ...newCell("sql", options.random), source, name: nameIn(source, taken) }];
  }, []);
  const notebook = { ...newNotebook(options.random), title: options.title ?? "", cells };
  return { notebook, notes: deedsIn(pieces), readOnly: false };
}

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let [piece, isStatement, isBehind] = ["", false, false];
  for (const { kind, text: sign } of tokens(text)) {
    // Behind a `;` and on its line: still about the statement before it.
    isBehind &&= kind === "comment" || (kind === "space" && !/[\n\r]/.test(sign));
    if (isBehind) pieces.push(kind === "comment" ? `${pieces.pop()!} ${sign}` : pieces.pop()!);
    else if (kind === "operator" && sign === ";") {
      if (!isStatement) continue;
      pieces.push(piece.trim());
      [piece, isStatement, isBehind] = ["", false, true];
    } else {
      piece += sign;
      isStatement ||= kind !== "space" && kind !== "comment";
    }
  }
  const rest = piece.trim();
  if (rest === "") return pieces;
  const last = isStatement ? undefined : pieces.pop();
  return [...pieces, last === undefined ? rest : `${last}\n\n${rest}`];
}

/** As query files name their queries: `-- name: get-users`, `-- name: GetAuthor :one`. */
function nameIn(source: string, taken: readonly string[]): string {
  const wanted = /^[ \t]*--[ \t]*name[ \t]*:[ \t]*([^\s:!$^<]+)/im.exec(source)?.[1]?.replaceAll("-", "_");
  if (wanted === undefined || validRelationName(wanted) !== "ok") return "";
  return freeRelationName(wanted, taken);
}

function deedsIn(pieces: readonly string[]): Note[] {
  const deeds = pieces.map(statementKind).filter((kind) => kind !== "rows" && kind !== "");
  if (deeds.length === 0) return [];
  const values = { count: String(deeds.length), words: [...new Set(deeds)].join(", ") };
  return [note("sql-deeds", "info", `statements without rows: ${values.words}`, values)];
}

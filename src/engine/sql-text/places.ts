import { isOperator, wordOf, type Node } from "./nesting";

/**
 * Where in a statement a word stands, as far as it matters for which words are tables.
 * `table` expects one table, `tables` a list of them; `words` is inside `extract(year from x)`, where `from` begins no clause.
 */
export type Place = "start" | "table" | "tables" | "in-from" | "elsewhere" | "words";

export function expectsTable(place: Place): boolean {
  return place === "table" || place === "tables";
}

export function placeAfterTable(place: Place): Place {
  return place === "tables" ? "in-from" : "elsewhere";
}

/** After the token at `at`, which is no table and no bracket. */
export function placeAfter(place: Place, nodes: readonly Node[], at: number): Place {
  if (place === "words") return place;
  if (isOperator(nodes[at], ",")) return place === "in-from" ? "tables" : place;
  const word = wordOf(nodes[at]) ?? "";
  if (isOperator(nodes[at - 1], ".")) return place;
  if (word === "from") return isDistinctFrom(nodes, at) ? place : "tables";
  if (word === "join") return "tables";
  if (joinsQueries.has(word)) return "start";
  if (endsFrom.has(word)) return "elsewhere";
  if (place !== "start" && !expectsTable(place)) return place;
  if (keepsPlace.has(word)) return place;
  if (takesOneTable.has(word) || (word === "show" && !lists.has(wordOf(nodes[at + 1]) ?? ""))) return "table";
  return "elsewhere";
}

export function placeInside(place: Place, nodes: readonly Node[], at: number): Place {
  if (expectsTable(place)) return "tables";
  const isCall = !isOperator(nodes[at - 2], ".");
  return isCall && takesFromAsWord.has(wordOf(nodes[at - 1]) ?? "") ? "words" : "start";
}

export function placeAfterGroup(place: Place, nodes: readonly Node[], at: number): Place {
  if (expectsTable(place)) return placeAfterTable(place);
  // `explain (format json) select …`
  const isOption = place === "start" && keepsPlace.has(wordOf(nodes[at - 1]) ?? "");
  return place === "start" && !isOption ? "elsewhere" : place;
}

const joinsQueries = new Set(["union", "intersect", "except"]);
const endsFrom = new Set(
  "select where group having window qualify order limit offset fetch returning".split(" "),
);
/** `union all by name`, `explain analyze`, `from lateral (…)` */
const keepsPlace = new Set(["all", "distinct", "by", "name", "explain", "analyze", "lateral"]);
const takesOneTable = new Set(
  "table pivot pivot_wider pivot_longer unpivot describe desc summarize".split(" "),
);
/** `show tables` lists; `show events` describes a table. */
const lists = new Set(["tables", "databases", "variables", "all"]);
const takesFromAsWord = new Set(["extract", "trim", "substring", "overlay"]);

function isDistinctFrom(nodes: readonly Node[], at: number): boolean {
  const before = wordOf(nodes[at - 2]);
  return wordOf(nodes[at - 1]) === "distinct" && (before === "is" || before === "not");
}

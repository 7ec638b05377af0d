import { readCtes } from "./ctes";
import { isParens, nested, wordOf, type Node } from "./nesting";
import { significantTokens, type Token } from "./tokens";

/** One statement of a text, from its first to its last word, without the `;`. */
export interface Statement {
  readonly text: string;
  /** UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

export function statements(text: string): Statement[] {
  return statementTokens(text).map((tokens) => {
    const last = tokens[tokens.length - 1]!;
    const start = tokens[0]!.start;
    const end = last.start + last.text.length;
    return { text: text.slice(start, end), start, end };
  });
}

export function statementTokens(text: string): Token[][] {
  const found: Token[][] = [[]];
  for (const token of significantTokens(text)) {
    if (token.kind === "operator" && token.text === ";") found.push([]);
    else found[found.length - 1]!.push(token);
  }
  return found.filter((tokens) => tokens.length > 0);
}

/**
 * "rows" for a query; else the word that names the deed, lower case: `create`, `drop`, `copy`, …; "" for no statement.
 * Looks through `explain` and `with`, because `explain analyze delete …` deletes.
 */
export function statementKind(text: string): string {
  const [first] = statementTokens(text);
  return first ? kindOf(nested(first)) : "";
}

const queries = new Set(
  `select from values table pivot pivot_wider pivot_longer unpivot summarize describe desc show`.split(" "),
);

function kindOf(nodes: readonly Node[]): string {
  let at = 0;
  for (;;) {
    const word = wordOf(nodes[at]);
    const ctes = word === "with" ? readCtes(nodes, at, null) : null;
    if (ctes) at = ctes.next;
    else if (word === "explain") at = afterExplain(nodes, at);
    else if (word !== undefined) return queries.has(word) ? "rows" : word;
    else return isParens(nodes[at]) ? "rows" : "";
  }
}

function afterExplain(nodes: readonly Node[], at: number): number {
  if (wordOf(nodes[at + 1]) === "analyze") return at + 2;
  return isParens(nodes[at + 1]) && nodes.length > at + 2 ? at + 2 : at + 1;
}

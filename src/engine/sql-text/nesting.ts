import type { Token } from "./tokens";

/** Tokens with what stands between brackets folded into one: a place in a statement is then a place in a list. */
export type Node = Token | Group;

export interface Group {
  readonly kind: "group";
  readonly open: Token;
  readonly inside: readonly Node[];
}

/** A bracket without partner is left out or runs to the end. Without recursion: text from a file may nest as deep as it likes. */
export function nested(tokens: readonly Token[]): readonly Node[] {
  const top: Node[] = [];
  const lists = [top];
  for (const token of tokens) {
    const list = lists[lists.length - 1]!;
    if (token.kind !== "bracket") list.push(token);
    else if (closes(token)) {
      if (lists.length > 1) lists.pop();
    } else {
      const inside: Node[] = [];
      list.push({ kind: "group", open: token, inside });
      lists.push(inside);
    }
  }
  return top;
}

export function isParens(node: Node | undefined): node is Group {
  return node?.kind === "group" && node.open.text === "(";
}

/** An unquoted word, lower case; undefined for everything else, so that `"from"` is never taken for `from`. */
export function wordOf(node: Node | undefined): string | undefined {
  return node?.kind === "keyword" || node?.kind === "name" ? node.text.toLowerCase() : undefined;
}

export function isOperator(node: Node | undefined, text: string): boolean {
  return node?.kind === "operator" && node.text === text;
}

function closes(token: Token): boolean {
  return token.text === ")" || token.text === "]" || token.text === "}";
}

import { folded, nameOf } from "./identifier";
import { isOperator, isParens, wordOf, type Group, type Node } from "./nesting";

/** Names that `with` gives to queries, innermost first. A list without change: each place keeps the one it has seen. */
export type Scope = { readonly name: string; readonly outer: Scope } | null;

export interface CteList {
  readonly bodies: readonly { readonly group: Group; readonly scope: Scope }[];
  /** What the query after the list sees. */
  readonly scope: Scope;
  /** Index of the first node after the list. */
  readonly next: number;
}

export function isInScope(scope: Scope, name: string): boolean {
  for (let at = scope; at; at = at.outer) if (at.name === folded(name)) return true;
  return false;
}

/**
 * Reads `with a as (…), b(x) as materialized (…)` from the word `with` on; null when it is another `with`.
 * A body sees the names before its own, and its own only after `recursive`: `with events as (from events)` reads the table.
 */
export function readCtes(nodes: readonly Node[], at: number, outer: Scope): CteList | null {
  const recursive = wordOf(nodes[at + 1]) === "recursive" && wordOf(nodes[at + 2]) !== "as";
  const bodies: { group: Group; scope: Scope }[] = [];
  let scope = outer;
  let next = recursive ? at + 2 : at + 1;
  for (;;) {
    const cte = readCte(nodes, next);
    if (!cte) return bodies.length ? { bodies, scope, next } : null;
    const within = { name: cte.name, outer: scope };
    bodies.push({ group: cte.body, scope: recursive ? within : scope });
    scope = within;
    next = cte.next;
    if (!isOperator(nodes[next], ",")) return { bodies, scope, next };
    next++;
  }
}

function readCte(nodes: readonly Node[], at: number): { name: string; body: Group; next: number } | null {
  const first = nodes[at];
  if (!first || (first.kind !== "quoted-name" && wordOf(first) === undefined)) return null;
  let next = at + 1;
  if (isParens(nodes[next])) next++;
  if (wordOf(nodes[next]) === "using" && wordOf(nodes[next + 1]) === "key") next += 3;
  if (wordOf(nodes[next]) !== "as") return null;
  next++;
  if (wordOf(nodes[next]) === "not") next++;
  if (wordOf(nodes[next]) === "materialized") next++;
  const body = nodes[next];
  if (first.kind === "group" || !isParens(body)) return null;
  return { name: folded(nameOf(first)), body, next: next + 1 };
}

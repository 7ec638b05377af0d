import { isInScope, readCtes, type Scope } from "./ctes";
import { folded, nameOf, textOf } from "./identifier";
import { builtInSchemas, builtInViews } from "./built-in";
import { isReserved } from "./keywords";
import { isOperator, isParens, nested, wordOf, type Node } from "./nesting";
import {
  expectsTable,
  placeAfter,
  placeAfterGroup,
  placeAfterTable,
  placeInside,
  type Place,
} from "./places";
import { statementTokens } from "./statements";
import { isHole, type Token } from "./tokens";

/**
 * Which relations a text reads: the names in its `from` and `join` places, without those it defines itself with `with`.
 * No grammar, only places: it takes any text, and when in doubt it names one too many rather than one too few.
 */
export interface References {
  readonly relations: readonly Reference[];
  /** `from 'sales.csv'`: files, which are no relations of the notebook. */
  readonly files: readonly Reference[];
}

export interface Reference {
  readonly name: string;
  /** `main` in `main.events`; empty for a plain name. */
  readonly qualifier: readonly string[];
  /** UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

export function references(text: string): References {
  const relations: Reference[] = [];
  const files: Reference[] = [];
  // A list of work instead of recursion: a text may nest deeper than the stack.
  const work = statementTokens(text).map((tokens): Stretch => ({
    nodes: nested(tokens),
    scope: null,
    place: "start",
  }));
  for (let stretch = work.pop(); stretch; stretch = work.pop()) {
    readStretch(stretch, {
      later: (inner) => work.push(inner),
      table: (reference, scope) => {
        if (reference.qualifier.length || !isInScope(scope, reference.name)) relations.push(reference);
      },
      file: (reference) => files.push(reference),
    });
  }
  return { relations: relations.sort(byPlace), files: files.sort(byPlace) };
}

/** Names of the notebook's own relations, each once, in the order of the text and as first written. */
export function namesRead(text: string): string[] {
  const byName = new Map<string, string>();
  for (const { name, qualifier } of references(text).relations) {
    if (isOwn(qualifier, name) && !byName.has(folded(name))) byName.set(folded(name), name);
  }
  return [...byName.values()];
}

/** What stands between two brackets, with the names it may use. */
interface Stretch {
  readonly nodes: readonly Node[];
  readonly scope: Scope;
  readonly place: Place;
}

interface Found {
  later(stretch: Stretch): void;
  table(reference: Reference, scope: Scope): void;
  file(reference: Reference): void;
}

function readStretch({ nodes, scope: outer, place: first }: Stretch, found: Found): void {
  let scope = outer;
  let place = first;
  let i = 0;
  while (i < nodes.length) {
    const node = nodes[i]!;
    const ctes = wordOf(node) === "with" ? readCtes(nodes, i, scope) : null;
    if (ctes) {
      for (const { group, scope } of ctes.bodies) found.later({ nodes: group.inside, scope, place: "start" });
      scope = ctes.scope;
      place = "start";
      i = ctes.next;
    } else if (node.kind === "group") {
      found.later({ nodes: node.inside, scope, place: placeInside(place, nodes, i) });
      place = placeAfterGroup(place, nodes, i);
      i++;
    } else if (expectsTable(place) && isOperator(nodes[i + 1], ":")) {
      i += 2; // `from e: events`, an alias in front
    } else if (expectsTable(place) && !isReserved(wordOf(node) ?? "")) {
      i = readTable(nodes, i, scope, found);
      place = placeAfterTable(place);
    } else {
      place = placeAfter(place, nodes, i);
      i++;
    }
  }
}

function readTable(nodes: readonly Node[], at: number, scope: Scope, found: Found): number {
  const first = nodes[at] as Token;
  if (first.kind === "string") {
    const end = first.start + first.text.length;
    const reference = { name: textOf(first), qualifier: [], start: first.start, end };
    // DuckDB takes `from 'events'` for the table of that name.
    if (/[./\\:*?]/.test(reference.name)) found.file(reference);
    else found.table(reference, scope);
    return at + 1;
  }
  const parts = [first];
  let next = at + 1;
  while (isOperator(nodes[next], ".") && isNameLike(nodes[next + 1])) {
    parts.push(nodes[next + 1] as Token);
    next += 2;
  }
  if (!isNameLike(first) || isParens(nodes[next])) return next; // a table function, or nothing that could be a table
  // `main.${table}`: which table is known only when it runs.
  if (isOperator(nodes[next], ".") && isHoleNode(nodes[next + 1])) return next + 2;
  const last = parts[parts.length - 1]!;
  const names = parts.map(nameOf);
  const place = { start: first.start, end: last.start + last.text.length };
  found.table({ name: names[names.length - 1]!, qualifier: names.slice(0, -1), ...place }, scope);
  return next;
}

function isHoleNode(node: Node | undefined): boolean {
  return node !== undefined && node.kind !== "group" && isHole(node);
}

function isNameLike(node: Node | undefined): boolean {
  return node?.kind === "quoted-name" || wordOf(node) !== undefined;
}

function isOwn(qualifier: readonly string[], name: string): boolean {
  return !builtInViews.has(folded(name)) && !qualifier.some((part) => builtInSchemas.has(folded(part)));
}

function byPlace(a: Reference, b: Reference): number {
  return a.start - b.start;
}

import { folded } from "../sql-text";
import { circlesOf } from "./circles";
import type { GraphError, GraphNode, Linked } from "./graph";
import { nearest } from "./nearest";

/** Names meet as DuckDB compares them. What is in error is named; everything else is linked all the same. */
export function link(nodes: readonly GraphNode[]): Linked {
  const definers = definersOf(nodes);
  const position = new Map(nodes.map((node, i) => [node, i]));
  const inputs = new Map<string, readonly string[]>();
  const outputs = new Map<string, string[]>(nodes.map((node) => [node.id, []]));
  const missing: GraphError[] = [];
  for (const node of nodes) {
    const read = new Set<GraphNode>();
    for (const name of distinct(node.reads)) {
      const found = definers.get(folded(name));
      if (found) found.nodes.forEach((definer) => read.add(definer));
      else missing.push(missingName(node, name, definers));
    }
    const inOrder = [...read].sort((a, b) => position.get(a)! - position.get(b)!);
    inputs.set(node.id, inOrder.map(idOf));
    for (const definer of read) outputs.get(definer.id)!.push(node.id);
  }
  const errors = [...duplicatesOf(definers), ...circlesOf(nodes, inputs, outputs), ...missing];
  return { nodes, inputs, outputs, errors };
}

/** The errors a node is itself part of. */
export function errorsOf({ errors }: Linked, id: string): GraphError[] {
  return errors.filter((error) =>
    error.kind === "missing-name" ? error.node.id === id : error.nodes.some((node) => node.id === id),
  );
}

/** Folded name -> the nodes that define it, and the name as first written. */
type Definers = ReadonlyMap<string, { readonly name: string; readonly nodes: GraphNode[] }>;

function definersOf(nodes: readonly GraphNode[]): Definers {
  const definers = new Map<string, { name: string; nodes: GraphNode[] }>();
  for (const node of nodes) {
    for (const name of distinct(node.defines)) {
      const known = definers.get(folded(name));
      if (known) known.nodes.push(node);
      else definers.set(folded(name), { name, nodes: [node] });
    }
  }
  return definers;
}

function duplicatesOf(definers: Definers): GraphError[] {
  return [...definers.values()]
    .filter(({ nodes }) => nodes.length > 1)
    .map(({ name, nodes }) => ({ kind: "duplicate-name", name, nodes }));
}

function missingName(node: GraphNode, name: string, definers: Definers): GraphError {
  const others = [...definers.values()].filter(({ nodes }) => !nodes.includes(node)).map(({ name }) => name);
  return { kind: "missing-name", name, node, candidates: nearest(name, others) };
}

function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => !seen.has(folded(name)) && seen.add(folded(name)));
}

function idOf({ id }: GraphNode): string {
  return id;
}

import type { GraphError, GraphNode, Links } from "./graph";
import { inOrder } from "./order";
import { reached } from "./reach";

/** Nodes that read each other in a ring, all that hang together as one error, each after one it reads. */
export function circlesOf(nodes: readonly GraphNode[], inputs: Links, outputs: Links): GraphError[] {
  const ids = nodes.map(({ id }) => id);
  const ordered = new Set(inOrder(ids, inputs, outputs));
  const found = new Set<string>();
  const circles: GraphError[] = [];
  for (const id of ids) {
    if (ordered.has(id) || found.has(id)) continue;
    const after = reached([id], outputs);
    const before = reached([id], inputs);
    const members = new Set([...after].filter((other) => before.has(other)));
    if (!members.has(id)) continue; // only behind a circle
    members.forEach((member) => found.add(member));
    circles.push({
      kind: "circle",
      nodes: aroundFrom(id, members, outputs).map((member) => nodeOf(nodes, member)),
    });
  }
  return circles;
}

function aroundFrom(first: string, members: ReadonlySet<string>, outputs: Links): string[] {
  const seen = new Set<string>();
  const work = [first];
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const next = outputs.get(id)!.filter((reader) => members.has(reader));
    work.push(...next.reverse());
  }
  return [...seen];
}

function nodeOf(nodes: readonly GraphNode[], id: string): GraphNode {
  return nodes.find((node) => node.id === id)!;
}

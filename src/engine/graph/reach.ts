import type { Linked, Links } from "./graph";

/** Everything that reads one of these, and what reads that; in document order, without the given ones. */
export function downstream({ nodes, outputs }: Linked, ids: readonly string[]): string[] {
  const found = reached(ids, outputs);
  return nodes.map(({ id }) => id).filter((id) => found.has(id) && !ids.includes(id));
}

/** Everything these read, and what that reads; in document order, without the given ones. */
export function upstream({ nodes, inputs }: Linked, ids: readonly string[]): string[] {
  const found = reached(ids, inputs);
  return nodes.map(({ id }) => id).filter((id) => found.has(id) && !ids.includes(id));
}

/** What can be come to in one step or more; an id is in its own reach only on a circle. */
export function reached(ids: readonly string[], links: Links): ReadonlySet<string> {
  const found = new Set<string>();
  const work = [...ids];
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    for (const next of links.get(id) ?? []) {
      if (found.has(next)) continue;
      found.add(next);
      work.push(next);
    }
  }
  return found;
}

import type { GraphError, Linked } from "./graph";
import { inOrder } from "./order";
import { downstream, reached } from "./reach";

/**
 * What to run after a change: the changed nodes and everything after them, inputs first.
 * Nodes in a circle are left out; those behind one are in, and find out by `blocked` that they cannot run.
 */
export function plan(linked: Linked, changed: readonly string[]): string[] {
  const circular = new Set(circles(linked).flatMap(({ nodes }) => nodes.map(({ id }) => id)));
  const affected = new Set([...changed, ...downstream(linked, changed)]);
  const ids = linked.nodes.map(({ id }) => id).filter((id) => affected.has(id) && !circular.has(id));
  return inOrder(ids, linked.inputs, linked.outputs);
}

/** Nodes that must not run, each with the reason: its own error, or that of something it needs. */
export function blocked(linked: Linked): ReadonlyMap<string, GraphError> {
  const reasons = new Map<string, GraphError>();
  const own = linked.errors.filter((error) => error.kind !== "missing-name");
  const record = (error: GraphError, id: string) => reasons.has(id) || reasons.set(id, error);
  for (const error of own) error.nodes.forEach(({ id }) => record(error, id));
  for (const error of own) {
    reached(
      error.nodes.map(({ id }) => id),
      linked.outputs,
    ).forEach((id) => record(error, id));
  }
  return reasons;
}

function circles({ errors }: Linked) {
  return errors.filter((error) => error.kind === "circle");
}

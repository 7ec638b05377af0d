import type { Cell } from "../../model";
import { dependencies, labelOf, runOf, type RunStatus, type Session } from "../../session";

/** The notebook as a drawing: what there is and who reads whom, in the order of the document, tables first. */
export interface Drawing {
  readonly nodes: readonly DrawnNode[];
  readonly links: readonly DrawnLink[];
}

export interface DrawnNode {
  readonly id: string;
  readonly kind: "table" | Exclude<Cell["kind"], "foreign">;
  /** null for a table, which is no cell. */
  readonly cell: Cell | null;
  /** The name it is read by, or all of them, or its place. */
  readonly label: string;
  /** null for what does not run. */
  readonly status: RunStatus | null;
}

/** `to` reads `from`. */
export interface DrawnLink {
  readonly from: string;
  readonly to: string;
}

/** Texts that read nothing and cells of other tools stand beside all this: they are left out. */
export function drawingOf(session: Session): Drawing {
  const linked = dependencies(session);
  const cells = new Map(session.notebook.cells.map((cell, i) => [cell.id, { cell, place: i }]));
  const links = linked.nodes.flatMap(({ id }) =>
    (linked.inputs.get(id) ?? []).filter((from) => from !== id).map((from) => ({ from, to: id })),
  );
  const isLinked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const nodes = linked.nodes.flatMap(({ id, label, defines }): DrawnNode[] => {
    const found = cells.get(id);
    if (!found) return [{ id, kind: "table", cell: null, label, status: null }];
    const { cell, place } = found;
    if (cell.kind === "foreign" || (cell.kind === "markdown" && !isLinked.has(id))) return [];
    const isStill = cell.kind === "input" || cell.kind === "markdown";
    return [
      {
        id,
        kind: cell.kind,
        cell,
        label: defines.join(", ") || labelOf(cell, place),
        status: isStill ? null : runOf(session, id).status,
      },
    ];
  });
  return { nodes, links };
}

/** Everything above and below a node, without the node. */
export function reachOf({ links }: Drawing, id: string): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (from: string, next: (id: string) => readonly string[]) => {
    for (const one of next(from)) {
      if (one === id || found.has(one)) continue;
      found.add(one);
      follow(one, next);
    }
  };
  follow(id, (at) => links.filter(({ to }) => to === at).map(({ from }) => from));
  follow(id, (at) => links.filter(({ from }) => from === at).map(({ to }) => to));
  return found;
}

/**
 * Who reads whom, over names alone. Three steps, each a plain function:
 * `link` finds the links and what is wrong with the names, `plan` says what to run after a change and in which order,
 * `blocked` says what must not run and why. Nothing here runs anything.
 */

/** Something that has names and reads names: a cell or a table. The graph does not know which. */
export interface GraphNode {
  readonly id: string;
  /** What a person calls it, for messages. */
  readonly label: string;
  readonly defines: readonly string[];
  readonly reads: readonly string[];
}

/** Who reads whom. Every list is in the order of the document. */
export interface Linked {
  readonly nodes: readonly GraphNode[];
  /** Id -> ids of the nodes it reads. */
  readonly inputs: Links;
  /** Id -> ids of the nodes that read it. */
  readonly outputs: Links;
  readonly errors: readonly GraphError[];
}

export type Links = ReadonlyMap<string, readonly string[]>;

export type GraphError =
  /** A name can have one meaning only: none of these nodes may run. */
  | { readonly kind: "duplicate-name"; readonly name: string; readonly nodes: readonly GraphNode[] }
  /** Nodes that need each other, in the order of reading, beginning with the document's first: none can run. */
  | { readonly kind: "circle"; readonly nodes: readonly GraphNode[] }
  /** Nobody here has that name. DuckDB may still know it, so the node may try. */
  | {
      readonly kind: "missing-name";
      readonly name: string;
      readonly node: GraphNode;
      readonly candidates: readonly string[];
    };

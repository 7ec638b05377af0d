import { StatusMark } from "../cell/status-mark";
import type { DrawnNode } from "./drawing";

/** What runs shows its status; what does not, what it is: a table a square, an input a diamond, a text a dash. */
export function NodeMark({ node, label }: { node: Pick<DrawnNode, "kind" | "status">; label: string }) {
  if (node.status !== null) return <StatusMark status={node.status} label={label} />;
  return (
    <svg className={`node-mark is-${node.kind}`} viewBox="0 0 16 16" aria-hidden="true">
      {node.kind === "table" && <rect x="3.5" y="3.5" width="9" height="9" rx="1" />}
      {node.kind === "input" && <path d="M8 2.5 13.5 8 8 13.5 2.5 8Z" />}
      {node.kind === "markdown" && <path d="M3 8h10" fill="none" strokeWidth="2" strokeLinecap="round" />}
    </svg>
  );
}

export type { GraphError, GraphNode, Linked, Links } from "./graph";
export { errorsOf, link } from "./link";
export { nearest } from "./nearest";
export { blocked, plan } from "./plan";
export { downstream, upstream } from "./reach";

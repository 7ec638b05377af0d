import type { ResultGridProps } from "./grid";
import { GridFrame } from "./grid-frame";
import "./grid.css";

/** Rows of a result, however many: a window of them is on the page, the rest is fetched as it comes into view. */
export function ResultGrid(props: ResultGridProps) {
  if (!props.columns.length) return <p className="grid-empty">{props.labels.noColumns}</p>;
  return <GridFrame key={props.resultKey} {...props} />;
}

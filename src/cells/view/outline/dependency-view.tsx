import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useSession, useTexts, useWorkbench } from "../shell/workbench-context";
import { columnsOf, DependencyLines, rowHeight } from "./dependency-lines";
import { reachOf, type Drawing, type DrawnNode } from "./drawing";
import { layersOf } from "./layers";
import { NodeMark } from "./node-mark";
import { useLabel } from "./use-label";

/**
 * Who reads whom, as a list with lines beside it: further right is further down the stream. Arrows go along the lines
 * (left: what it reads, right: who reads it) and up and down the list.
 */
export function DependencyView({ drawing }: { drawing: Drawing }) {
  const { outline } = useTexts();
  const { send } = useWorkbench();
  const selected = useSession((session) => session.selected);
  const [near, setNear] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const layers = useMemo(
    () =>
      layersOf(
        drawing.nodes.map(({ id }) => id),
        drawing.links,
      ),
    [drawing],
  );
  const nodeOf = new Map(drawing.nodes.map((node) => [node.id, node]));
  const lit = near !== null && nodeOf.has(near) ? new Set([near, ...reachOf(drawing, near)]) : null;
  const stop = near ?? (selected !== null && nodeOf.has(selected) ? selected : layers.rows[0]);

  const press = (event: KeyboardEvent, id: string) => {
    const row = layers.rows.indexOf(id);
    const { links } = drawing;
    const next = {
      ArrowRight: links.find(({ from }) => from === id)?.to,
      ArrowLeft: links.find(({ to }) => to === id)?.from,
      ArrowDown: layers.rows[row + 1],
      ArrowUp: layers.rows[row - 1],
      Home: layers.rows[0],
      End: layers.rows.at(-1),
    }[event.key];
    if (!/^(Arrow\w+|Home|End)$/.test(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (next !== undefined) list.current?.querySelectorAll("button")[layers.rows.indexOf(next)]?.focus();
  };

  const { at, width } = columnsOf(layers);
  return (
    <div className="dependencies">
      <DependencyLines layers={layers} lit={lit} />
      <ul ref={list} aria-label={outline.dependencies}>
        {layers.rows.map((id) => (
          <li key={id} style={{ height: rowHeight }}>
            <NodeButton
              node={nodeOf.get(id)!}
              drawing={drawing}
              x={at(layers.layerOf.get(id)!)}
              labelAt={width}
              className={lit ? (lit.has(id) ? "is-lit" : "is-dim") : ""}
              isStop={id === stop}
              isSelected={id === selected}
              onNear={setNear}
              onPress={(event) => press(event, id)}
              onChoose={() => nodeOf.get(id)?.cell && send({ type: "selected", cell: id, edit: false })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface NodeButtonProps {
  readonly node: DrawnNode;
  readonly drawing: Drawing;
  readonly x: number;
  readonly labelAt: number;
  readonly className: string;
  readonly isStop: boolean;
  readonly isSelected: boolean;
  readonly onNear: (id: string | null) => void;
  readonly onPress: (event: KeyboardEvent) => void;
  readonly onChoose: () => void;
}

function NodeButton({ node, drawing, x, labelAt, className, isStop, isSelected, ...on }: NodeButtonProps) {
  const texts = useTexts();
  const labelOf = useLabel();
  const kind = node.kind === "table" ? texts.outline.table : texts.cell[node.kind];
  const labels = (ids: readonly string[]) =>
    ids.flatMap((id) => drawing.nodes.filter((one) => one.id === id).map(labelOf)).join(", ");
  const reads = labels(drawing.links.filter(({ to }) => to === node.id).map(({ from }) => from));
  const readBy = labels(drawing.links.filter(({ from }) => from === node.id).map(({ to }) => to));
  const status = node.status === null ? "" : texts.status[node.status];
  const said = [
    kind,
    status,
    node.cell?.disabled ? texts.outline.disabled : "",
    reads && texts.outline.reads(reads),
    readBy && texts.outline.readBy(readBy),
  ].filter(Boolean);
  return (
    <button
      type="button"
      className={`node ${className}${node.cell?.disabled ? " is-disabled" : ""}`}
      style={{ paddingLeft: labelAt }}
      tabIndex={isStop ? 0 : -1}
      aria-current={isSelected ? "true" : undefined}
      title={said.join("\n")}
      onMouseEnter={() => on.onNear(node.id)}
      onMouseLeave={() => on.onNear(null)}
      onFocus={() => on.onNear(node.id)}
      onBlur={() => on.onNear(null)}
      onKeyDown={on.onPress}
      onClick={on.onChoose}
    >
      <span className="node-place" style={{ left: x - 8 }} aria-hidden="true">
        <NodeMark node={node} label={status} />
      </span>
      <span
        className={node.kind === "analysis" || node.kind === "markdown" ? "node-label" : "node-label code"}
      >
        {labelOf(node)}
      </span>
      <small aria-hidden="true">{kind}</small>
      <span className="visually-hidden">{said.join("; ")}</span>
    </button>
  );
}

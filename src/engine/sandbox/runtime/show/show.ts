import type { Inspected, OutputPart, TreeEvent } from "../../output";
import type { ShowMessage } from "../../protocol";
import type { Relation } from "../../sandbox";
import { type DomDocument, DomElement, DomNode } from "../dom";
import { LiveTree } from "../dom/live-tree";
import { columnsOf, firstRowsOf, isTable, rowCountOf, toRelation } from "../table";
import { figureOf } from "./figure";
import { firstLook, inspect } from "./inspect";
import { isRows, safely } from "./look";
import { sendEvent } from "./send-event";
import { viewEvents, viewValue } from "./view-value";

/** What one run of a cell has shown. */
interface Showing {
  readonly number: number;
  lastPart: number;
  readonly trees: Map<number, LiveTree>;
  /** Values behind parts that can be asked for as a table. */
  readonly relations: Map<number, () => Relation>;
  /** Objects that were cut, by `ref`, with how much of them was shown. */
  readonly cut: Map<number, { readonly value: object; readonly entries: number }>;
  readonly nodes: Set<DomNode>;
  readonly endings: (() => void)[];
  isOver: boolean;
}

export type ConsoleLevel = "log" | "info" | "warn" | "error";

/** Shows what cells return and display. `post` gets parts and changes as plain data. */
export class Show {
  private readonly showings = new Map<string, Showing>();
  /** Of the place for output, in the run that began last; charts are as wide when they say nothing else. */
  width: number | undefined;
  private lastRef = 0;
  private lastCell: string | null = null;
  private isWaiting = false;

  constructor(
    private readonly document: DomDocument,
    private readonly post: (message: ShowMessage) => void,
  ) {
    document.onListening = (type, isOn) => {
      for (const { trees } of this.showings.values())
        for (const { root } of trees.values())
          root.watcher?.listeningChanged(root, type, isOn || root.isListening(type));
    };
    document.defaultView.onFrame = () => this.flush();
  }

  /** A cell runs: what it showed before is over. */
  begin(cell: string, number: number, width?: number): void {
    this.forget(cell);
    this.lastCell = cell;
    this.width = width ?? this.width;
    this.showings.set(cell, {
      number,
      lastPart: 0,
      trees: new Map(),
      relations: new Map(),
      cut: new Map(),
      nodes: new Set(),
      endings: [],
      isOver: false,
    });
  }

  /** Gives the value back. A node that this run has already displayed is not shown twice. */
  display<T>(cell: string, value: T): T {
    const showing = this.showings.get(cell);
    if (!showing) return value;
    const part = showing.lastPart + 1;
    // A Proxy may throw even here.
    const kind = safely(
      () => (value instanceof DomNode ? "node" : isTable(value) ? "table" : "other"),
      () => "other",
    );
    if (kind === "node" && value instanceof DomNode) {
      if (showing.nodes.has(value)) return value;
      for (const node of nodesOf(value)) this.displayNode(cell, showing, node);
      showing.nodes.add(value);
      return value;
    }
    if (kind === "table" && isTable(value)) {
      const table = value;
      showing.relations.set(part, () => toRelation(table));
      this.show(cell, showing, {
        kind: "table",
        part,
        columns: columnsOf(table),
        rowCount: rowCountOf(table),
        first: firstRowsOf(table),
      });
      return value;
    }
    const rows = isRows(value);
    if (rows) showing.relations.set(part, () => toRelation(value));
    this.show(cell, showing, { kind: "value", part, value: this.inspect(showing, value), isRows: rows });
    return value;
  }

  log(cell: string, level: ConsoleLevel, values: readonly unknown[]): void {
    const showing = this.showings.get(cell);
    if (!showing) return;
    const shown = values.slice(0, mostLogged).map((value) => this.inspect(showing, value));
    this.show(cell, showing, { kind: "console", part: showing.lastPart + 1, level, values: shown });
  }

  /** To the cell that began last: who reads a column is not known to the column. */
  warn(text: string): void {
    if (this.lastCell !== null) this.log(this.lastCell, "warn", [text]);
  }

  /** Displays an input and gives its value; `changed` hears of each later one. */
  view(cell: string, name: string, element: unknown, changed: (value: unknown) => void): unknown {
    if (!(element instanceof DomElement))
      throw new TypeError(
        `view(…) needs an element, such as html\`<input type=range>\`: got ${typeof element}`,
      );
    const showing = this.showings.get(cell);
    const listener = () => {
      if (!showing || showing.isOver) return;
      changed(viewValue(element));
      this.post({ what: "view", name, cell, number: showing.number });
    };
    const events = viewEvents(element);
    for (const type of events) element.addEventListener(type, listener);
    this.display(cell, element);
    showing?.endings.push(() => {
      for (const type of events) element.removeEventListener(type, listener);
    });
    return viewValue(element);
  }

  /** A person did something to a shown tree: the listeners of the cell run. */
  dispatch(cell: string, event: TreeEvent): void {
    const tree = this.showings.get(cell)?.trees.get(event.part);
    const node = tree?.find(event.node);
    if (!tree || !(node instanceof DomElement)) return;
    sendEvent(node, event);
    // Charts move their tips in a microtask after the event.
    void Promise.resolve()
      .then(() => undefined)
      .then(() => this.flush());
  }

  /** More of a value that was cut. */
  expand(cell: string, ref: number): Inspected {
    const showing = this.showings.get(cell);
    const kept = showing?.cut.get(ref);
    if (!showing || !kept) throw new RangeError(`nothing more is known of this value: ${ref}`);
    return this.inspect(showing, kept.value, Math.min(kept.entries * 10, mostExpanded));
  }

  /** A shown table, rows or the data of a figure. Throws with the reason when there is none. */
  relationOf(cell: string, part: number): Relation {
    const relation = this.showings.get(cell)?.relations.get(part);
    if (!relation) throw new TypeError(`nothing with rows is shown there: part ${part}`);
    return relation();
  }

  /** The cell is gone: its trees stand no longer, its listeners are called no more. */
  forget(cell: string): void {
    const showing = this.showings.get(cell);
    if (!showing) return;
    showing.isOver = true;
    for (const end of showing.endings) end();
    for (const tree of showing.trees.values()) tree.end();
    this.showings.delete(cell);
  }

  /** Tells the page what has changed in the shown trees. */
  flush(): void {
    for (const [cell, { number, trees }] of this.showings)
      for (const [part, tree] of trees) {
        const changes = tree.changes();
        if (changes.length) this.post({ what: "changes", part, changes, cell, number });
      }
  }

  private displayNode(cell: string, showing: Showing, node: DomNode): void {
    const part = showing.lastPart + 1;
    const figure = figureOf(node);
    const data = figure?.data;
    if (data) showing.relations.set(part, () => toRelation(data()));
    const holder = this.document.body.appendChild(this.document.createElement("div"));
    const tree = new LiveTree(holder, node, () => this.flushSoon());
    showing.trees.set(part, tree);
    const root = tree.snapshot(this.document.heardTypes());
    this.show(cell, showing, { kind: "tree", part, root, figure: figure?.facts ?? null });
  }

  private show(cell: string, showing: Showing, part: OutputPart): void {
    showing.lastPart = part.part;
    this.post({ what: "part", part, cell, number: showing.number });
  }

  private inspect(showing: Showing, value: unknown, entries = firstLook.entries): Inspected {
    return inspect(value, { ...firstLook, entries }, (object) => {
      showing.cut.set(++this.lastRef, { value: object, entries });
      return this.lastRef;
    });
  }

  private flushSoon(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    setTimeout(() => {
      this.isWaiting = false;
      this.flush();
    }, 10);
  }
}

const mostLogged = 100;
const mostExpanded = 100_000;

function nodesOf(node: DomNode): readonly DomNode[] {
  return node.nodeType === 11 ? [...node.childNodes] : [node];
}

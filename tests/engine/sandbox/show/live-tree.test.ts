import fc from "fast-check";
import { expect, test } from "vitest";
import { DomDocument, DomElement, type DomNode } from "../../../../src/engine/sandbox/runtime/dom";
import { LiveTree } from "../../../../src/engine/sandbox/runtime/dom/live-tree";
import { inOrder } from "../../../../src/engine/sandbox/runtime/dom/in-order";
import { snapshotOf } from "../../../../src/engine/sandbox/runtime/dom/snapshot";
import { PageCopy, seen } from "./page-copy";

interface Step {
  readonly what:
    | "append"
    | "before"
    | "move"
    | "remove"
    | "text"
    | "attribute"
    | "listen"
    | "unlisten"
    | "value"
    | "html"
    | "tell";
  readonly a: number;
  readonly b: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(
    "append",
    "before",
    "move",
    "move",
    "remove",
    "text",
    "attribute",
    "listen",
    "unlisten",
    "value",
    "html",
    "tell",
  ),
  a: fc.nat(30),
  b: fc.nat(30),
});

const listener = () => undefined;

function take(document: DomDocument, root: DomElement, { what, a, b }: Step): void {
  const nodes: DomNode[] = [root];
  for (const node of nodes) nodes.push(...node.childNodes);
  const [first, second] = [nodes[a % nodes.length]!, nodes[b % nodes.length]!];
  const input = document.createElement("input");
  if (what === "append" && first instanceof DomElement)
    first.append(
      b % 3 ? document.createElement(b % 2 ? "b" : "input") : b % 2 ? `t${b}` : document.createComment("c"),
    );
  if (what === "before" && first !== root) first.before(input, "x");
  if (what === "move" && second !== root && first instanceof DomElement && !second.contains(first))
    first.append(second);
  if (what === "remove" && first !== root) first.remove();
  if (what === "text" && first.nodeType === 3) first.textContent = `s${b}`;
  if (!(first instanceof DomElement)) return;
  if (what === "attribute") first.setAttribute(`a${b % 3}`, String(b % 5));
  if (what === "attribute" && b % 4 === 0) first.removeAttribute("a0");
  if (what === "listen") first.addEventListener("click", listener);
  if (what === "unlisten") first.removeEventListener("click", listener);
  if (what === "value" && first.localName === "input") Object.assign(first, { value: `v${b}` });
  if (what === "html" && b % 4 === 0) first.innerHTML = "<i>k</i>l<input>";
}

test("the page's copy is the tree, whatever happens between two tellings", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const document = new DomDocument();
      const root = document.createElement("div");
      root.innerHTML = "<p>a<b>c</b></p><ul><li>1<li>2<li>3</ul><input>";
      const tree = new LiveTree(
        document.body.appendChild(document.createElement("div")),
        root,
        () => undefined,
      );
      const copy = new PageCopy(tree.snapshot([]));
      for (const one of [...steps, { what: "tell", a: 0, b: 0 } as const]) {
        if (one.what !== "tell") take(document, root, one);
        else {
          copy.apply(tree.changes());
          expect(seen(copy.tree)).toEqual(seen(snapshotOf(root, () => undefined)!));
        }
      }
      expect(tree.changes()).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test("one element to the front of a thousand is one removal and one insertion", () => {
  const document = new DomDocument();
  const root = document.createElement("g");
  for (let i = 0; i < 1000; i++) root.append(document.createElement("i"));
  const tree = new LiveTree(document.body.appendChild(document.createElement("div")), root, () => undefined);
  tree.snapshot([]);
  root.append(root.firstChild!);
  expect(tree.changes().map(({ change }) => change)).toEqual(["remove", "insert"]);
});

test("a root that is taken away is said to be gone, once", () => {
  const document = new DomDocument();
  const root = document.createElement("p");
  const tree = new LiveTree(document.body.appendChild(document.createElement("div")), root, () => undefined);
  tree.snapshot([]);
  root.remove();
  expect(tree.changes()).toEqual([{ change: "remove", node: root.number }]);
  expect(tree.changes()).toEqual([]);
});

test("the largest part in order", () => {
  const order = (places: readonly number[]) => [...inOrder(places, (place) => place)].sort((a, b) => a - b);
  expect(order([])).toEqual([]);
  expect(order([1, 2, 3])).toEqual([1, 2, 3]);
  expect(order([2, 3, 1])).toEqual([2, 3]);
  expect(order([5, 1, 4, 2, 3])).toEqual([1, 2, 3]);
});
